<#-- Mail username-recovery: every user name of one address, its plan and a link to its login -->
<#import "template.ftl" as layout>
<#import "accounts.ftl" as list>
<@layout.emailLayout>
<@layout.title>${msg("usernameRecoveryTitle")}</@layout.title>
<p>${msg("usernameRecoveryIntro")}</p>
<@list.list accounts/>
<#if more!false><p>${msg("usernameRecoveryMore")}</p></#if>
<#if incomplete!false><p>${msg("usernameRecoveryIncomplete")}</p></#if>
<#if loginUrl?has_content><@layout.button href=loginUrl>${msg("usernameRecoveryLogin")}</@layout.button></#if>
<@layout.soft>${msg("mailIgnore")}</@layout.soft>
<#if loginUrl?has_content><@layout.inClear href=loginUrl/></#if>
</@layout.emailLayout>
