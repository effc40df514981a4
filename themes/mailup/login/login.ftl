<#-- ancestor: keycloak.v2/login/login.ftl sha256:c9ec5c28a14aa30f -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "social-providers.ftl" as identityProviders>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username", "password") displayInfo=realm.password; section>
<#if section = "header">
${msg("loginAccountTitle")}
<#elseif section = "form">
<#if (accountDisabled!false) && properties.helpUrl?has_content><p><a href="${properties.helpUrl}">${msg("loginHelp")}</a></p></#if>
<#if realm.password>
<#-- One place for the error whichever field it is about, so that the page never tells a wrong name from a wrong password -->
<#assign wrong = messagesPerField.getFirstError("username", "password")>
<form id="kc-form-login" action="${url.loginAction}" method="post" novalidate<#if followsOtherTabs!false> data-follow</#if>>
<#if !usernameHidden??>
<@field.input name="username" label=msg("username") value=(login.username)!"" error=wrong placeholder=msg("loginUsernamePlaceholder") autofocus=true autocomplete=enableWebAuthnConditionalUI?has_content?then("username webauthn", "username")/>
</#if>
<@field.password name="password" label=msg("password") error=usernameHidden???then(wrong, "") autofocus=usernameHidden?? autocomplete="current-password">
<#if realm.rememberMe && !usernameHidden??><@field.checkbox name="rememberMe" label=msg("rememberMe") value=(login.rememberMe)??/></#if>
</@field.password>
<#if auth.selectedCredential?has_content><input type="hidden" id="id-hidden-input" name="credentialId" value="${auth.selectedCredential}"></#if>
<@buttons.loginButton/>
</form>
<#if realm.resetPasswordAllowed>
<p class="links"><a href="${url.loginResetCredentialsUrl}&amp;recover=username">${msg("loginForgotUsername")}</a> <a href="${url.loginResetCredentialsUrl}&amp;recover=password">${msg("loginForgotPassword")}</a></p>
</#if>
</#if>
<@passkeys.conditionalUIData/>
<#elseif section = "socialProviders">
<#if realm.password && social.providers?has_content><@identityProviders.show social=social/></#if>
<#elseif section = "info">
<@buttons.registration/>
</#if>
</@layout.registrationLayout>
