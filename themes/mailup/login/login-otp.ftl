<#-- ancestor: keycloak.v2/login/login-otp.ftl sha256:532012d21d929bf6 -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp"); section>
<#if section = "header">
${msg("loginOtpTitle")}
<#elseif section = "form">
<p>${msg("loginOtpText")}</p>
<form id="kc-otp-login-form" action="${url.loginAction}" method="post" novalidate>
<#if otpLogin.userOtpCredentials?size gt 1>
<fieldset><legend>${msg("loginOtpDevice")}</legend>
<#list otpLogin.userOtpCredentials as device>
<label class="check"><input type="radio" id="kc-otp-credential-${device?index}" name="selectedCredentialId" value="${device.id}"<#if device.id == otpLogin.selectedCredentialId!""> checked</#if>> ${device.userLabel!}</label>
</#list>
</fieldset>
<#else>
<input type="hidden" id="selectedCredentialId" name="selectedCredentialId" value="${otpLogin.selectedCredentialId!}">
</#if>
<@field.input name="otp" label=msg("loginOtpOneTime") fieldName="totp" autocomplete="one-time-code" autofocus=true/>
<@buttons.loginButton/>
</form>
<#if !auth.showUsername()><@buttons.backToLogin href=url.loginRestartFlowUrl/></#if>
</#if>
</@layout.registrationLayout>
