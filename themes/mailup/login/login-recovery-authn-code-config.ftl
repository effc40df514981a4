<#-- ancestor: keycloak.v2/login/login-recovery-authn-code-config.ftl sha256:e6798762c028b72a -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "password-commons.ftl" as passwordCommons>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("recovery-code-config-header")}
<#elseif section = "form">
<div class="alert warning"><b>${msg("recovery-code-config-warning-title")}</b><p>${msg("recovery-code-config-warning-message")}</p></div>
<ol id="kc-recovery-codes-list" class="codes">
<#list recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesList as code>
<li>${code[0..3]}-${code[4..7]}-${code[8..]}</li>
</#list>
</ol>
<form id="kc-recovery-codes-settings-form" action="${url.loginAction}" method="post">
<input type="hidden" name="generatedRecoveryAuthnCodes" value="${recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesAsString}">
<input type="hidden" name="generatedAt" value="${recoveryAuthnCodesConfigBean.generatedAt?c}">
<input type="hidden" id="userLabel" name="userLabel" value="${msg("recovery-codes-label-default")}">
<label class="check"><input type="checkbox" id="kcRecoveryCodesConfirmationCheck" name="kcRecoveryCodesConfirmationCheck" required> ${msg("recovery-codes-confirmation-message")}</label>
<@passwordCommons.logoutOtherSessions/>
<@buttons.submitOrCancel id="saveRecoveryAuthnCodesBtn" label="recovery-codes-action-complete"/>
</form>
</#if>
</@layout.registrationLayout>
