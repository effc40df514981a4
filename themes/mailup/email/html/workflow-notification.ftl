<#-- ancestor: base/email/html/workflow-notification.ftl sha256:7170f9d243b90fb6 -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.title>${msg(subjectKey, daysRemaining, reason)}</@layout.title>
<#if (user.username)??><p>${msg("mailUsername")} <b>${user.username}</b></p></#if>
<p><#if messageKey == "customMessage">${customMessage}<#else>${msg(messageKey, daysRemaining, reason)}</#if></p>
</@layout.emailLayout>
