<#-- Mail password-elsewhere: in place of a reset link where only the directory can change the password -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.title>${msg("passwordElsewhereTitle")}</@layout.title>
<p>${msg("passwordElsewhereIntro")}</p>
<p>${msg("mailUsername")} <b>${user.username}</b></p>
<#if page??><@layout.button href=page>${msg("passwordElsewhereButton")}</@layout.button><#else><p>${msg("passwordElsewhereAsk")}</p></#if>
<@layout.soft>${msg("passwordResetIgnore")}</@layout.soft>
<#if page??><@layout.inClear href=page/></#if>
</@layout.emailLayout>
