<#-- ancestor: keycloak.v2/login/terms.ftl sha256:c269a8d0f0e521c8 -->
<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
${msg("termsTitle")}
<#elseif section = "form">
<div id="kc-terms-text" class="terms">${msg("termsText")}</div>
<form action="${url.loginAction}" method="post">
<@buttons.actionGroup>
<@buttons.button id="kc-accept" name="accept" label="doAccept"/>
<@buttons.button id="kc-decline" name="cancel" label="doDecline" type="secondary"/>
</@buttons.actionGroup>
</form>
</#if>
</@layout.registrationLayout>
