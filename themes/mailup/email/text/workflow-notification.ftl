<#ftl output_format="plainText">
<#-- ancestor: base/email/text/workflow-notification.ftl sha256:00c09dc60fedf368 -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<#if messageKey == "customMessage">${customMessage}<#else>${msg(messageKey, daysRemaining, reason)}</#if>

<@layout.username/>
</@layout.emailLayout>
