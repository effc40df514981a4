<#ftl output_format="plainText">
<#-- Mail trial-reminder: before and at the end of a trial -->
<#import "template.ftl" as layout>
<#setting locale=locale.toString()>
<#setting time_zone=properties.timeZone>
<@layout.emailLayout>
<@layout.username/>
${msg(milestone + "Text", end?date?string.long, properties.brand)}
<#if properties.homeUrl?has_content>

${msg("trialReminderLogin")}: ${properties.homeUrl}
</#if>
</@layout.emailLayout>
