<#ftl output_format="plainText">
<#-- Accounts as a list: user name, plan and end, link to its login -->
<#macro list accounts>
<#setting locale=locale.toString()>
<#setting time_zone=properties.timeZone>
<#list accounts as account>
  ${account.username}<#if account.plan??> (${msg("plan." + account.plan)}<#if account.end??>, ${msg(account.over?then("planSince", "planUntil"), account.end?date?string.long)}</#if>)</#if>
<#if account.loginLink??>
    ${account.loginLink}
</#if>
</#list>
</#macro>
