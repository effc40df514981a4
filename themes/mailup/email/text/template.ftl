<#ftl output_format="plainText">
<#-- The text half of every mail of ours: what the HTML layout is to the other half -->
<#macro emailLayout>
<#nested>

-- 
${properties.brand} | ${properties.brandClaim}
</#macro>

<#macro username>
<#if (user.username)??>
${msg("mailUsername")} ${user.username}

</#if>
</#macro>
