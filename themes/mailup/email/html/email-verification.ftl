<#-- ancestor: base/email/html/email-verification.ftl sha256:4fdb1a4fd413ef72 -->
<#import "template.ftl" as layout>
<#-- Without the user name: the person who registers chooses it, and could write to a stranger with it -->
<@layout.emailLayout>
<@layout.title>${msg("emailVerificationTitle")}</@layout.title>
<p>${msg("emailVerificationIntro")}</p>
<@layout.button href=link>${msg("emailVerificationButton")}</@layout.button>
<@layout.soft>${msg("mailLinkExpires", linkExpirationFormatter(linkExpiration))} ${msg("mailIgnore")}</@layout.soft>
<@layout.inClear href=link/>
</@layout.emailLayout>
