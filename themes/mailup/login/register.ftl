<#-- ancestor: keycloak.v2/login/register.ftl sha256:75661cb29cd3139a -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "user-profile-commons.ftl" as userProfileCommons>
<#import "register-commons.ftl" as registerCommons>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global") displayRequiredFields=!consents??; section>
<#if section = "header">
<#if messageHeader??>${msg(messageHeader)}<#elseif consents??>${msg("trialRegistrationTitle", trialDays, properties.brand)}<#else>${msg("registerTitle")}</#if>
<#elseif section = "form">
<#if consents??><p>${msg("trialRegistrationText")}</p><p class="hint">${msg("requiredFields")}</p></#if>
<form id="kc-register-form" action="${url.registrationAction}" method="post" novalidate>
<@userProfileCommons.userProfileFormFields; callback, attribute>
<#if callback = "afterField" && passwordRequired?? && (attribute.name == "username" || (attribute.name == "email" && realm.registrationEmailAsUsername))>
<@field.password name="password" required=true label=msg("password") autocomplete="new-password"/>
<@field.password name="password-confirm" required=true label=msg("passwordConfirm") autocomplete="new-password"/>
</#if>
</@userProfileCommons.userProfileFormFields>
<#if consents??>
<#if realm.internationalizationEnabled><@registerCommons.language/></#if>
<#list consents as consent><@registerCommons.consent name=consent href=(client.attributes[{"terms": "tosUri", "privacy": "policyUri"}[consent]])!""/></#list>
</#if>
<@registerCommons.termsAcceptance/>
<#if recaptchaRequired?? && (recaptchaVisible!false)>
<div class="g-recaptcha" data-size="compact" data-sitekey="${recaptchaSiteKey}" data-action="${recaptchaAction}"></div>
</#if>
<@buttons.actionGroup>
<#if recaptchaRequired?? && !(recaptchaVisible!false)>
<script>
function onSubmitRecaptcha() { document.getElementById("kc-register-form").requestSubmit(); }
</script>
<button class="primary g-recaptcha" id="kc-submit" data-sitekey="${recaptchaSiteKey}" data-callback="onSubmitRecaptcha" data-action="${recaptchaAction}">${msg("registerSubmit")}</button>
<#else>
<@buttons.button id="kc-submit" label="registerSubmit"/>
</#if>
</@buttons.actionGroup>
</form>
<@buttons.backToLogin/>
</#if>
</@layout.registrationLayout>
