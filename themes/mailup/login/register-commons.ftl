<#-- ancestor: keycloak.v2/login/register-commons.ftl sha256:bbdc14a314bffa71 -->
<#import "field.ftl" as field>
<#macro termsAcceptance>
<#if termsAcceptanceRequired??>
<div class="field">
<b>${msg("termsTitle")}</b>
<div id="kc-registration-terms-text" class="terms">${msg("termsText")}</div>
<#assign wrong = messagesPerField.get("termsAccepted")>
<label class="check"><input type="checkbox" id="termsAccepted" name="termsAccepted"<#if wrong?has_content> aria-invalid="true" aria-describedby="input-error-termsAccepted"</#if>> ${msg("acceptTerms")}</label>
<#if wrong?has_content><p class="err" id="input-error-termsAccepted">${wrong}</p></#if>
</div>
</#if>
</#macro>

<#-- The language of mails and pages, beginning with the one of this page -->
<#macro language>
<@field.group name="locale" label=msg("trialRegistrationLanguage")>
<select id="locale" name="locale"><#list locale.supported as l><option value="${l.languageTag}"<#if l.languageTag == (register.formData.locale)!locale.currentLanguageTag> selected</#if>>${l.label}</option></#list></select>
</@field.group>
</#macro>

<#-- What has to be ticked; where the client names a page about it, a link -->
<#macro consent name href="">
<#local wrong = messagesPerField.get(name)>
<div class="field">
<label class="check"><input type="checkbox" id="${name}" name="${name}"<#if (register.formData[name])??> checked</#if><#if wrong?has_content> aria-invalid="true" aria-describedby="input-error-${name}"</#if>> ${msg("trialRegistrationConsent." + name)}</label>
<#if href?has_content><p class="hint"><a href="${href}" target="_blank" rel="noopener">${msg("trialRegistrationRead." + name)}</a></p></#if>
<#if wrong?has_content><p class="err" id="input-error-${name}">${wrong}</p></#if>
</div>
</#macro>
