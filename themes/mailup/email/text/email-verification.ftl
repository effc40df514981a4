<#ftl output_format="plainText">
<#-- ancestor: base/email/text/email-verification.ftl sha256:daa0d3394415d15c -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
${msg("emailVerificationIntro")}

<@layout.username/>
${msg("emailVerificationOpen")}

${link}

${msg("mailLinkExpires", linkExpirationFormatter(linkExpiration))}
${msg("mailIgnore")}
</@layout.emailLayout>
