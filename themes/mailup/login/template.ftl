<#-- ancestor: keycloak.v2/login/template.ftl sha256:6221a3176c73a3fd -->
<#import "footer.ftl" as loginFooter>
<#-- Pages that cannot do without inline scripts, an import map or foreign frames -->
<#assign relaxed = (scripts![])?has_content || enableWebAuthnConditionalUI?has_content || ["webauthn-register", "webauthn-authenticate",
  "webauthn-error", "login-passkeys-conditional-authenticate", "frontchannel-logout", "saml-post-form"]?seq_contains(pageId)>

<#macro username>
<p class="who"><span class="v">${msg("username")} </span><b id="kc-attempted-username">${auth.attemptedUsername}</b>
<a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
</#macro>

<#macro head heading>
<meta charset="utf-8">
<#if !relaxed><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'"></#if>
<#list properties.styles?split(" ") as style><link rel="stylesheet" href="${url.resourcesPath}/${style}"></#list>
<meta name="viewport" content="width=device-width">
<title><#if ((message.type)!"") == "error">${msg("titleError")} </#if><#if heading?markup_string?contains("<")>${title!}<#else>${heading}</#if> – ${properties.brand}</title>
<link rel="icon" href="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><path fill='${properties.brandColor?replace("#", "%23")}' d='M0 0h8v8H7V2L4 5 1 2v6H0'/></svg>">
<#if relaxed>
<script type="importmap">{"imports":{"rfc4648":"${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
</#if>
<#list scripts![] as script><script src="${script}"></script>
</#list>
</#macro>

<#-- One form, since a link to each language repeats the address. Links only where its values are escaped: a hidden field would escape them again. -->
<#macro languages>
<#if realm.internationalizationEnabled && locale.supported?size gt 1>
<#local address = locale.supported[0].url query = address?keep_after("?") plain = query?matches("[^%+]*")>
<nav aria-label="${msg("languages")}"><#if plain><form action="${address?keep_before("?")}">
<#list query?split("&") as parameter><#if !parameter?starts_with("kc_locale=")><input type="hidden" name="${parameter?keep_before("=")}" value="${parameter?keep_after("=")}"></#if></#list></#if>
<#list locale.supported as l><#if l.languageTag == locale.currentLanguageTag><span lang="${l.languageTag}" aria-current="true">${l.label}</span><#elseif plain><button name="kc_locale" value="${l.languageTag}" lang="${l.languageTag}">${l.label}</button><#else><a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}">${l.label}</a></#if></#list>
<#if plain></form></#if></nav>
</#if>
</#macro>

<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#local heading><#compress><#nested "header"></#compress></#local>
<!DOCTYPE html>
<#-- No </head>: Keycloak would write an inline script before it, which mailup.js does instead -->
<html lang="${lang}"<#if (locale.rtl)!false> dir="rtl"</#if><#if darkMode> class="dark"</#if>><head><@head heading/><body data-page-id="login-${pageId}"<#if authenticationSession??> data-hash="${authenticationSession.authSessionIdHash}"</#if>>
<header id="kc-header"><b>${properties.brand}</b> <small lang="en">${properties.brandClaim}</small></header>
<main>
<h1 id="kc-page-title">${heading}</h1>
<#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()><#nested "show-username"><@username/></#if>
<#if displayMessage && (message.summary)?has_content && (message.type != "warning" || !isAppInitiatedAction??)><p class="alert ${message.type} kc-feedback-text" role="${(message.type == "error")?then("alert", "status")}">${message.summary}</p></#if><#t>
<#if displayRequiredFields><p class="hint">${msg("requiredFields")}</p></#if><#t>
<#nested "form">
<#if auth?has_content && auth.showTryAnotherWayLink()><form action="${url.loginAction}" method="post"><button class="link" id="try-another-way" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button></form></#if><#t>
<#if switchOrganizationEnabled!false><form action="${url.loginAction}" method="post"><button class="link" id="switch-organization" name="switchOrganization" value="true">${msg("doSwitchOrganization")}</button></form></#if><#t>
<#nested "socialProviders">
<#local info><#nested "info"></#local>
<#if displayInfo && info?markup_string?trim?has_content><div id="kc-info">${info}</div></#if><#t>
</main>
<@languages/><@loginFooter.content/>
<#list properties.scripts?split(" ") as script><script type="module" src="${url.resourcesPath}/${script}"></script></#list>
</#macro>
