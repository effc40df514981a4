<#ftl output_format="plainText">
<#-- Mail password-changed: after a reset -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
${msg("passwordChangedIntro")}

<@layout.username/>
${msg("passwordChangedSessions")}

${msg("passwordChangedNotYou")}
</@layout.emailLayout>
