<#-- Mail trial-registration: the link that starts a trial, the user names that the address has already, or both -->
<#import "template.ftl" as layout>
<#import "accounts.ftl" as list>
<@layout.emailLayout>
<@layout.title>${msg("trialRegistrationTitle", properties.brand)}</@layout.title>
<p>${msg("trialRegistrationIntro", properties.brand)}</p>
<#if accounts??>
<p>${msg("trialRegistrationKnown")}</p>
<@list.list accounts/>
<#if more><p>${msg("usernameRecoveryMore")}</p></#if>
<p>${msg(link???then("trialRegistrationAnother", "trialRegistrationRunning"))}</p>
</#if>
<#if link??>
<p>${msg("trialRegistrationOpen")}</p>
<@layout.button href=link>${msg("trialRegistrationButton")}</@layout.button>
<@layout.soft>${(linkExpiration gte 120)?then(msg("trialRegistrationHours", (linkExpiration / 60)?floor), msg("trialRegistrationMinutes", linkExpiration))} ${msg("trialRegistrationIgnore")}</@layout.soft>
<@layout.inClear href=link/>
<#else>
<@layout.soft>${msg("trialRegistrationIgnore")}</@layout.soft>
</#if>
</@layout.emailLayout>
