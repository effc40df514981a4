<#-- Screen username-recovery: an e-mail address in, the list of its user names by mail -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("email") displayInfo=true; section>
<#if section = "header">
${msg("usernameRecoveryTitle")}
<#elseif section = "form">
<p>${msg("usernameRecoveryText")}</p>
<form id="kc-username-recovery-form" action="${url.loginAction}" method="post" novalidate>
<@field.input name="email" label=msg("email") value=email!"" placeholder=msg("emailPlaceholder") autocomplete="email" inputmode="email" autofocus=true/>
<@buttons.actionGroup><@buttons.button label="usernameRecoverySubmit"/></@buttons.actionGroup>
</form>
<@buttons.backToLogin/>
<#elseif section = "info">
<@buttons.registration/>
</#if>
</@layout.registrationLayout>
