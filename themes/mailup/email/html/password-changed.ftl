<#-- Mail password-changed: after a reset -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.title>${msg("passwordChangedTitle")}</@layout.title>
<p>${msg("passwordChangedIntro")}</p>
<p>${msg("mailUsername")} <b>${user.username}</b></p>
<p>${msg("passwordChangedSessions")}</p>
<@layout.soft>${msg("passwordChangedNotYou")}</@layout.soft>
</@layout.emailLayout>
