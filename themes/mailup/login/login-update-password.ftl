<#-- ancestor: keycloak.v2/login/login-update-password.ftl sha256:0cea2ddf59acc4ac -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "password-commons.ftl" as passwordCommons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password", "password-confirm"); section>
<#if section = "header">
${msg((firstPassword!false)?then("firstPasswordTitle", "updatePasswordTitle"))}
<#elseif section = "form">
<form id="kc-passwd-update-form" action="${url.loginAction}" method="post" novalidate>
<#assign confirmFirst = messagesPerField.existsError("password-confirm") && !messagesPerField.existsError("password")>
<#assign atLeast = (passwordPolicies.length)!-1>
<@field.password name="password-new" label=msg((firstPassword!false)?then("password", "passwordNew")) fieldName="password" autocomplete="new-password" autofocus=!confirmFirst hint=(atLeast > 0)?then(msg("loginUpdatePasswordHint", atLeast), "")/>
<@field.password name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password" autofocus=confirmFirst/>
<#if !(byLink!false)><@passwordCommons.logoutOtherSessions/></#if>
<@buttons.submitOrCancel name="login" label="loginUpdatePasswordSubmit"/>
</form>
</#if>
</@layout.registrationLayout>
