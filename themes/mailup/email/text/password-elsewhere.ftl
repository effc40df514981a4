<#ftl output_format="plainText">
<#-- Mail password-elsewhere: in place of a reset link where only the directory can change the password -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
${msg("passwordElsewhereIntro")}

<@layout.username/>
<#if page??>
${msg("passwordElsewhereOpen")}

${page}

<#else>
${msg("passwordElsewhereAsk")}

</#if>
${msg("passwordResetIgnore")}
</@layout.emailLayout>
