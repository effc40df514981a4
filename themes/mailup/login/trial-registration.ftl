<#-- Screen trial-registration: a mail is on its way, no matter who asked -->
<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
<#if section = "header">
${sent?then(msg("trialRegistrationSentTitle"), msg("registerTitle"))}
<#elseif section = "form">
<#-- The address stands beside the sentence, never inside it: an argument of msg() would be read as a template -->
<#if sent>
<p class="instruction">${msg("trialRegistrationSent")} <b>${address}</b></p>
<#-- A message says of its own how many mails there are, or why there is none -->
<p>${msg("trialRegistrationSpam")}<#if !(message.summary)?has_content> ${limits}</#if></p>
</#if>
<form id="kc-trial-registration-form" action="${url.loginAction}" method="post">
<@buttons.actionGroup>
<@buttons.button name="again" label="trialRegistrationAgain"/>
<@buttons.button name="change" label="trialRegistrationChange" type="secondary"/>
</@buttons.actionGroup>
</form>
<@buttons.backToLogin/>
</#if>
</@layout.registrationLayout>
