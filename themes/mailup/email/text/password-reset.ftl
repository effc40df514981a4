<#ftl output_format="plainText">
<#-- ancestor: base/email/text/password-reset.ftl sha256:7aed2f985513c741 -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
${msg("passwordResetIntro")}

<@layout.username/>
${msg("passwordResetOpen")}

${link}

${msg("mailLinkExpires", linkExpirationFormatter(linkExpiration))}
${msg("passwordResetIgnore")}
</@layout.emailLayout>
