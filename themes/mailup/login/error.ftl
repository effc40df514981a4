<#-- ancestor: base/login/error.ftl sha256:1a358dc521c16ac6 -->
<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
${msg("errorTitle")}
<#elseif section = "form">
<div id="kc-error-message">
<p class="alert error instruction" role="alert">${message.summary}</p>
<#if traceId??><p class="hint" id="traceId">${msg("traceIdSupportMessage", traceId)}</p></#if>
<div class="actions">
<#if authenticationSession??>
<@buttons.buttonLink id="loginRestartLink" href=url.loginRestartFlowUrl label="errorLoginAgain" type="primary"/>
</#if>
<#if !skipLink?? && (client.baseUrl)?has_content>
<@buttons.buttonLink id="backToApplication" href=client.baseUrl label="backToApplication" type=authenticationSession???then("secondary", "primary")/>
<#elseif properties.homeUrl?has_content>
<@buttons.buttonLink href=properties.homeUrl label="backToHome" type=authenticationSession???then("secondary", "primary")/>
</#if>
</div>
</div>
</#if>
</@layout.registrationLayout>
