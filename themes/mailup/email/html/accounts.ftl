<#-- Accounts as a list: user name with a link to its login, plan and end -->
<#macro list accounts>
<#setting locale=locale.toString()>
<#setting time_zone=properties.timeZone>
<ul style="margin:16px 0;padding-left:24px;font-size:18px;line-height:28px;">
<#list accounts as account>
<li><#if account.loginLink??><a href="${account.loginLink}"><b>${account.username}</b></a><#else><b>${account.username}</b></#if><#if account.plan??> <span class="soft" style="color:#566178;font-size:14px;">${msg("plan." + account.plan)}<#if account.end??>, ${msg(account.over?then("planSince", "planUntil"), account.end?date?string.long)}</#if></span></#if></li>
</#list>
</ul>
</#macro>
