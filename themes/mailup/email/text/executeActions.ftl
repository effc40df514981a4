<#ftl output_format="plainText">
<#-- ancestor: base/email/text/executeActions.ftl sha256:b735334d11d90216 -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.username/>
${msg("executeActionsIntro")}

<#list requiredActions![] as action>
- ${msg("requiredAction." + action)}
</#list>

${msg("executeActionsOpen")}

${link}

${msg("mailLinkExpires", linkExpirationFormatter(linkExpiration))}
${msg("mailIgnore")}
</@layout.emailLayout>
