<#ftl output_format="plainText">
<#-- ancestor: base/email/text/email-verification.ftl sha256:daa0d3394415d15c -->
<#import "template.ftl" as layout>
<#-- Without the user name: the person who registers chooses it, and could write to a stranger with it -->
<@layout.emailLayout>
${msg("emailVerificationIntro")}

${msg("emailVerificationOpen")}

${link}

${msg("mailLinkExpires", linkExpirationFormatter(linkExpiration))}
${msg("mailIgnore")}
</@layout.emailLayout>
