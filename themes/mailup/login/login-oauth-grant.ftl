<#-- ancestor: keycloak.v2/login/login-oauth-grant.ftl sha256:855c74189b438c5a -->
<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout bodyClass="oauth"; section>
<#if section = "header">
${msg("loginOauthGrantTitle")}
<#elseif section = "form">
<div id="kc-oauth">
<p><b><#if client.name?has_content>${advancedMsg(client.name)}<#else>${client.clientId}</#if></b> ${msg("loginOauthGrantText")}</p>
<ul>
<#list oauth.clientScopesRequested![] as scope>
<li><#if scope.parameterizedScopeParameter??>${advancedMsg(scope.consentScreenText, scope.parameterizedScopeParameter)}<#else>${advancedMsg(scope.consentScreenText)}</#if></li>
</#list>
</ul>
<#if client.attributes.tosUri?? || client.attributes.policyUri??>
<p class="links">
<#if client.attributes.tosUri??><a href="${client.attributes.tosUri}" target="_blank" rel="noopener">${msg("loginOauthGrantTos")}</a></#if>
<#if client.attributes.policyUri??><a href="${client.attributes.policyUri}" target="_blank" rel="noopener">${msg("loginOauthGrantPolicy")}</a></#if>
</p>
</#if>
<form action="${url.oauthAction}" method="post">
<input type="hidden" name="code" value="${oauth.code}">
<@buttons.actionGroup>
<@buttons.button id="kc-login" name="accept" label="doAccept"/>
<@buttons.button id="kc-cancel" name="cancel" label="doDecline" type="secondary"/>
</@buttons.actionGroup>
</form>
</div>
</#if>
</@layout.registrationLayout>
