<#-- ancestor: base/login/info.ftl sha256:77019d077436cdca -->
<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=false; section>
<#assign short = !messageHeader?? && message.summary?length lt 48>
<#if section = "header">
<#if messageHeader??>${msg(messageHeader)}<#elseif short>${message.summary}<#else>${msg("infoTitle")}</#if>
<#elseif section = "form">
<div id="kc-info-message">
<#if !short><p class="instruction">${message.summary}</p></#if>
<#list requiredActions![]><ul><#items as action><li>${msg("requiredAction." + action)}</li></#items></ul></#list>
<#if !skipLink?? && pageRedirectUri?has_content>
<@buttons.buttonLink href=pageRedirectUri label="backToApplication" type="primary"/>
<#elseif !skipLink?? && actionUri?has_content>
<@buttons.buttonLink href=actionUri label="proceedWithAction" type="primary"/>
<#elseif !skipLink?? && (client.baseUrl)?has_content>
<@buttons.buttonLink href=client.baseUrl label="backToApplication" type="primary"/>
<#elseif properties.homeUrl?has_content>
<@buttons.buttonLink href=properties.homeUrl label="backToHome" type="primary"/>
</#if>
</div>
</#if>
</@layout.registrationLayout>
