<#-- ancestor: base/email/html/password-reset.ftl sha256:4a327c93a1b3ce12 -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.title>${msg("passwordResetTitle")}</@layout.title>
<p>${msg("passwordResetIntro")}</p>
<#if (user.username)??><p>${msg("mailUsername")} <b>${user.username}</b></p></#if>
<@layout.button href=link>${msg("passwordResetButton")}</@layout.button>
<@layout.soft>${msg("mailLinkExpires", linkExpirationFormatter(linkExpiration))} ${msg("passwordResetIgnore")}</@layout.soft>
<@layout.inClear href=link/>
</@layout.emailLayout>
