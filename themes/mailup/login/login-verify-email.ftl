<#-- ancestor: base/login/login-verify-email.ftl sha256:b941040d8adcfdf6 -->
<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayInfo=!isAppInitiatedAction??; section>
<#if section = "header">
${msg("emailVerifyTitle")}
<#elseif section = "form">
<#-- The address stands beside the sentence, never inside it: an argument of msg() would be read as a template -->
<p class="instruction">${msg(verifyEmail???then("loginVerifyEmailSent", "loginVerifyEmailToSend"))} <b>${verifyEmail!user.email}</b></p>
<#if isAppInitiatedAction??>
<form id="kc-verify-email-form" action="${url.loginAction}" method="post">
<@buttons.submitOrCancel label=verifyEmail???then("emailVerifyResend", "emailVerifySend")/>
</form>
</#if>
<#elseif section = "info">
<p>${msg("emailVerifyInstruction2")} <a href="${url.loginAction}">${msg("emailVerifyResend")}</a></p>
<@buttons.backToLogin href=url.loginRestartFlowUrl/>
</#if>
</@layout.registrationLayout>
