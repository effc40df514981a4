<#-- ancestor: keycloak.v2/login/buttons.ftl sha256:a43bf624005005cf -->
<#macro actionGroup horizontal=false>
<div class="actions"><#nested></div>
</#macro>

<#macro button label id="" name="" type="primary" fullWidth=true class=[] extra...>
<button class="${type}"<#if id?has_content> id="${id}"</#if><#if name?has_content> name="${name}"</#if><#list extra as key, value> ${key}="${value}"</#list>>${msg(label)}</button>
</#macro>

<#macro buttonLink href label id="" class=[] type="secondary">
<a class="${type}"<#if id?has_content> id="${id}"</#if> href="${href}">${msg(label)}</a>
</#macro>

<#macro loginButton>
<@actionGroup><@button id="kc-login" name="login" label="loginSubmit"/></@actionGroup>
</#macro>

<#-- Cancel is there only when an application asked for the action -->
<#macro submitOrCancel id="kc-submit" label="doSubmit" name="">
<@actionGroup>
<@button id=id name=name label=label/>
<#if isAppInitiatedAction??><@button id="kc-cancel" name="cancel-aia" value="true" label="doCancel" type="secondary" formnovalidate=""/></#if>
</@actionGroup>
</#macro>

<#macro backToLogin href=url.loginUrl>
<p class="back"><a href="${href}">${msg("backToLogin")}</a></p>
</#macro>

<#macro registration>
<#if realm.registrationAllowed && !registrationDisabled??><p id="kc-registration">${msg("noAccount")} <a href="${url.registrationUrl}">${msg("loginRegister")}</a></p></#if>
</#macro>
