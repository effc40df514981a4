<#-- Mail trial-reminder: before and at the end of a trial -->
<#import "template.ftl" as layout>
<#setting locale=locale.toString()>
<#setting time_zone=properties.timeZone>
<@layout.emailLayout>
<@layout.title>${msg(milestone + "Title")}</@layout.title>
<p>${msg("mailUsername")} <b>${user.username}</b></p>
<p>${msg(milestone + "Text", end?date?string.long, properties.brand)}</p>
<#if properties.homeUrl?has_content><@layout.button href=properties.homeUrl>${msg("trialReminderLogin")}</@layout.button></#if>
</@layout.emailLayout>
