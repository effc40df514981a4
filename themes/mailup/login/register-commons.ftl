<#-- ancestor: keycloak.v2/login/register-commons.ftl sha256:bbdc14a314bffa71 -->
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
