<#-- ancestor: keycloak.v2/login/login-username.ftl sha256:10c21ec5a38a48b0 -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "social-providers.ftl" as identityProviders>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username") displayInfo=realm.password; section>
<#if section = "header">
${msg("loginAccountTitle")}
<#elseif section = "form">
<#if realm.password>
<form id="kc-form-login" action="${url.loginAction}" method="post" novalidate>
<#if !usernameHidden??>
<@field.input name="username" label=msg("username") value=(login.username)!"" placeholder=msg("loginUsernamePlaceholder") autofocus=true autocomplete=enableWebAuthnConditionalUI?has_content?then("username webauthn", "username")/>
<#if realm.rememberMe><@field.checkbox name="rememberMe" label=msg("rememberMe") value=(login.rememberMe)??/></#if>
</#if>
<@buttons.loginButton/>
</form>
<#if realm.resetPasswordAllowed><p class="links"><a href="${url.loginResetCredentialsUrl}&amp;recover=username">${msg("loginForgotUsername")}</a></p></#if>
</#if>
<@passkeys.conditionalUIData/>
<#elseif section = "socialProviders">
<#if realm.password && social.providers?has_content><@identityProviders.show social=social/></#if>
<#elseif section = "info">
<@buttons.registration/>
</#if>
</@layout.registrationLayout>
