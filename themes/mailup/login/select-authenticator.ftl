<#-- ancestor: keycloak.v2/login/select-authenticator.ftl sha256:3cababacc4afd962 -->
<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("loginChooseAuthenticator")}
<#elseif section = "form">
<form id="kc-select-credential-form" action="${url.loginAction}" method="post">
<ul class="list">
<#list auth.authenticationSelections as way>
<li><button class="item" name="authenticationExecution" value="${way.authExecId}"><b>${msg(way.displayName)}</b><span class="hint">${msg(way.helpText)}</span></button></li>
</#list>
</ul>
</form>
<#if !auth.showUsername()><@buttons.backToLogin href=url.loginRestartFlowUrl/></#if>
</#if>
</@layout.registrationLayout>
