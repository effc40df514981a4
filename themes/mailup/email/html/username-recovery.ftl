<#-- Mail username-recovery: every user name of one address -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.title>${msg("usernameRecoveryTitle")}</@layout.title>
<p>${msg("usernameRecoveryIntro")}</p>
<ul style="margin:16px 0;padding-left:24px;font-size:18px;line-height:28px;">
<#list usernames as name>
<li><b>${name}</b></li>
</#list>
</ul>
<#if more!false><p>${msg("usernameRecoveryMore")}</p></#if>
<#if loginUrl?has_content><@layout.button href=loginUrl>${msg("usernameRecoveryLogin")}</@layout.button></#if>
<@layout.soft>${msg("mailIgnore")}</@layout.soft>
<#if loginUrl?has_content><@layout.inClear href=loginUrl/></#if>
</@layout.emailLayout>
