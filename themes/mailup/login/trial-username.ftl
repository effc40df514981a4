<#-- Screen trial-username: the user name that was made for a trial -->
<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("trialUsernameTitle")}
<#elseif section = "form">
<p>${msg("trialUsernameText")}</p>
<p class="code"><b id="new-username">${newUsername}</b></p>
<p>${msg("trialUsernameMailed")}</p>
<form id="kc-trial-username-form" action="${url.loginAction}" method="post">
<@buttons.actionGroup><@buttons.button label="trialUsernameSubmit"/></@buttons.actionGroup>
</form>
</#if>
</@layout.registrationLayout>
