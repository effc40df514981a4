<#-- Mail trial-username: the user name that was made for a trial -->
<#import "template.ftl" as layout>
<#import "accounts.ftl" as list>
<@layout.emailLayout>
<@layout.title>${msg("trialUsernameTitle", properties.brand)}</@layout.title>
<p>${msg("trialUsernameIntro")}</p>
<@list.list accounts/>
<#if loginUrl?has_content><@layout.button href=loginUrl>${msg("trialUsernameLogin")}</@layout.button></#if>
</@layout.emailLayout>
