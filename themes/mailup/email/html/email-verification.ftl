<#-- ancestor: base/email/html/email-verification.ftl sha256:4fdb1a4fd413ef72 -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.title>${msg("emailVerificationTitle")}</@layout.title>
<p>${msg("emailVerificationIntro")}</p>
<#if (user.username)??><p>${msg("mailUsername")} <b>${user.username}</b></p></#if>
<@layout.button href=link>${msg("emailVerificationButton")}</@layout.button>
<@layout.soft>${msg("mailLinkExpires", linkExpirationFormatter(linkExpiration))} ${msg("mailIgnore")}</@layout.soft>
<@layout.inClear href=link/>
</@layout.emailLayout>
