<#-- ancestor: base/login/login-page-expired.ftl sha256:df4e9795782f512c -->
<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("pageExpiredTitle")}
<#elseif section = "form">
<p id="instruction1">${msg("loginPageExpiredText")}</p>
<@buttons.actionGroup>
<@buttons.buttonLink id="loginContinueLink" href=url.loginAction label="loginPageExpiredContinue" type="primary"/>
<@buttons.buttonLink id="loginRestartLink" href=url.loginRestartFlowUrl label="loginPageExpiredRestart"/>
</@buttons.actionGroup>
</#if>
</@layout.registrationLayout>
