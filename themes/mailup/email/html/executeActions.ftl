<#-- ancestor: base/email/html/executeActions.ftl sha256:058c0f9c5fa224e1 -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.title>${msg("executeActionsTitle")}</@layout.title>
<#if (user.username)??><p>${msg("mailUsername")} <b>${user.username}</b></p></#if>
<p>${msg("executeActionsIntro")}</p>
<#list requiredActions![]>
<ul style="margin:16px 0;padding-left:24px;">
<#items as action><li>${msg("requiredAction." + action)}</li></#items>
</ul>
</#list>
<@layout.button href=link>${msg("executeActionsButton")}</@layout.button>
<@layout.soft>${msg("mailLinkExpires", linkExpirationFormatter(linkExpiration))} ${msg("mailIgnore")}</@layout.soft>
<@layout.inClear href=link/>
</@layout.emailLayout>
