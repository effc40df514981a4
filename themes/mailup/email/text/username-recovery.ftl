<#ftl output_format="plainText">
<#-- Mail username-recovery: every user name of one address -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
${msg("usernameRecoveryIntro")}

<#list usernames as name>
  ${name}
</#list>

<#if more!false>
${msg("usernameRecoveryMore")}

</#if>
<#if loginUrl?has_content>
${msg("usernameRecoveryLogin")}: ${loginUrl}

</#if>
${msg("mailIgnore")}
</@layout.emailLayout>
