<#-- ancestor: keycloak.v2/login/field.ftl sha256:0d6afe0979f2398a -->
<#-- Fields are required unless marked optional: "required" is the stock templates' word and shows nothing -->
<#macro group name label error="" required=false hint="" optional=false>
<div class="field">
<label for="${name}">${label}<#if optional> <small>${msg("fieldOptional")}</small></#if></label>
<#nested>
<#if hint?has_content><p class="hint" id="hint-${name}">${hint}</p></#if><#t>
<#if error?has_content><p class="err" id="input-error-${name}">${error}</p></#if><#t>
</div>
</#macro>

<#macro state name error hint="" autofocus=false>
<#if autofocus> autofocus</#if><#t>
<#if error?has_content> aria-invalid="true"</#if><#t>
<#if error?has_content || hint?has_content> aria-describedby="${[hint?has_content?then("hint-" + name, ""), error?has_content?then("input-error-" + name, "")]?join(" ")?trim}"</#if><#t>
</#macro>

<#macro input name label value="" required=false autocomplete="off" fieldName=name error=messagesPerField.get(fieldName) autofocus=false placeholder="" inputmode=(autocomplete == "one-time-code")?then("numeric", "") hint="" optional=false>
<@group name=name label=label error=error hint=hint optional=optional>
<input id="${name}" name="${name}"<#if value?has_content> value="${value}"</#if> autocomplete="${autocomplete}"<#if inputmode?has_content> inputmode="${inputmode}"</#if><#if autocomplete?starts_with("username") || inputmode == "email"> autocapitalize="none" spellcheck="false"</#if><#if placeholder?has_content> placeholder="${placeholder}"</#if><@state name error hint autofocus/>>
</@group>
</#macro>

<#macro password name label value="" required=false forgotPassword=false fieldName=name error=messagesPerField.get(fieldName) autocomplete="off" autofocus=false hint="">
<@group name=name label=label error=error hint=hint>
<div class="pw"><input id="${name}" name="${name}" type="password"<#if value?has_content> value="${value}"</#if> autocomplete="${autocomplete}"<@state name error hint autofocus/>>
<button type="button" id="${name}-show-password" aria-controls="${name}" data-alt="${msg("hidePassword")}" hidden>${msg("showPassword")}<span class="v"> ${label}</span></button></div>
</@group>
<#nested>
<#if forgotPassword><p><a href="${url.loginResetCredentialsUrl}&amp;recover=password">${msg("loginForgotPassword")}</a></p></#if>
</#macro>

<#macro checkbox name label value=false required=false>
<label class="check"><input type="checkbox" id="${name}" name="${name}"<#if value> checked</#if>> ${label}</label>
</#macro>

<#-- A value to copy out of the page; the stock templates' name for it -->
<#macro clipboard name label ariaLabel=label value="" readonly=true>
<@group name=name label=(label?has_content)?then(label, ariaLabel)><input id="${name}" name="${name}" value="${value}"<#if readonly> readonly</#if>></@group>
</#macro>

<#macro errorIcon error=""></#macro>
