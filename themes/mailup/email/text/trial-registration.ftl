<#ftl output_format="plainText">
<#-- Mail trial-registration: the link that starts a trial, the user names that the address has already, or both -->
<#import "template.ftl" as layout>
<#import "accounts.ftl" as list>
<@layout.emailLayout>
${msg("trialRegistrationIntro", properties.brand)}

<#if accounts??>
${msg("trialRegistrationKnown")}

<@list.list accounts/>

<#if more>
${msg("usernameRecoveryMore")}

</#if>
${msg(link???then("trialRegistrationAnother", "trialRegistrationRunning"))}

</#if>
<#if link??>
${msg("trialRegistrationOpen")}

${link}

${(linkExpiration gte 120)?then(msg("trialRegistrationHours", (linkExpiration / 60)?floor), msg("trialRegistrationMinutes", linkExpiration))}
</#if>
${msg("trialRegistrationIgnore")}
</@layout.emailLayout>
