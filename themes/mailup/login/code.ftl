<#-- ancestor: keycloak.v2/login/code.ftl sha256:f859d713935fcd40 -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout; section>
<#if section = "header">
<#if code.success>${msg("codeSuccessTitle")}<#else>${msg("codeErrorTitle")}</#if>
<#elseif section = "form">
<div id="kc-code">
<#if code.success>
<@field.clipboard name="code" label=msg("copyCodeInstruction") value=code.code/>
<#else>
<p id="error" class="alert error">${code.error}</p>
</#if>
</div>
</#if>
</@layout.registrationLayout>
