<#-- ancestor: keycloak.v2/login/login-password.ftl sha256:19c74099e23783f9 -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password"); section>
<#if section = "header">
${msg("loginAccountTitle")}
<#elseif section = "form">
<form id="kc-form-login" action="${url.loginAction}" method="post" novalidate>
<@field.password name="password" label=msg("password") autofocus=true autocomplete="current-password"/>
<@buttons.loginButton/>
</form>
<#if realm.resetPasswordAllowed><p class="links"><a href="${url.loginResetCredentialsUrl}&amp;recover=password">${msg("loginForgotPassword")}</a></p></#if>
<@passkeys.conditionalUIData/>
</#if>
</@layout.registrationLayout>
