<#ftl output_format="plainText">
<#-- Mail username-recovery: every user name of one address, its plan and a link to its login -->
<#import "template.ftl" as layout>
<#import "accounts.ftl" as list>
<@layout.emailLayout>
${msg("usernameRecoveryIntro")}

<@list.list accounts/>

<#if more!false>
${msg("usernameRecoveryMore")}

</#if>
<#if incomplete!false>
${msg("usernameRecoveryIncomplete")}

</#if>
<#if loginUrl?has_content>
${msg("usernameRecoveryLogin")}: ${loginUrl}

</#if>
${msg("mailIgnore")}
</@layout.emailLayout>
