<#-- ancestor: keycloak.v2/login/login-reset-password.ftl sha256:66ef8a11259236a6 -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username", "email") displayInfo=true; section>
<#if section = "header">
${msg("emailForgotTitle")}
<#elseif section = "form">
<form id="kc-reset-password-form" action="${url.loginAction}" method="post" novalidate>
<#assign emailFirst = messagesPerField.existsError("email") && !messagesPerField.existsError("username")>
<@field.input name="username" label=msg("username") value=username!"" placeholder=msg("loginUsernamePlaceholder") autocomplete="username" autofocus=!emailFirst/>
<@field.input name="email" label=msg("email") value=email!"" placeholder=msg("emailPlaceholder") autocomplete="email" inputmode="email" autofocus=emailFirst/>
<@buttons.actionGroup><@buttons.button label="loginResetPasswordSubmit"/></@buttons.actionGroup>
</form>
<@buttons.backToLogin/>
<#elseif section = "info">
<@buttons.registration/>
</#if>
</@layout.registrationLayout>
