<#-- The inputs of a user-profile form, by the attribute's inputType annotation -->
<#macro one attribute error>
<#local type = attribute.annotations.inputType!"text">
<#if type == "textarea">
<textarea id="${attribute.name}" name="${attribute.name}"<@state attribute error/><@sizes attribute {"cols": "inputTypeCols", "rows": "inputTypeRows", "maxlength": "inputTypeMaxlength"}/>>${attribute.value!attribute.defaultValue!""}</textarea>
<#elseif type == "select" || type == "multiselect">
<select id="${attribute.name}" name="${attribute.name}"<#if type == "multiselect"> multiple</#if><@state attribute error/><@sizes attribute {"size": "inputTypeSize"}/>>
<#if type == "select"><option value=""></option></#if>
<#list options(attribute) as option><option value="${option}"<#if chosen(attribute)?seq_contains(option)> selected</#if>><@label attribute option/></option></#list>
</select>
<#elseif attribute.multivalued && attribute.values?has_content>
<#list attribute.values as value><@input attribute value!"" error/></#list>
<#else>
<@input attribute attribute.value!attribute.defaultValue!"" error/>
</#if>
</#macro>

<#macro input attribute value error>
<#local type = (attribute.annotations.inputType!"text")?remove_beginning("html5-")>
<input<#if type != "text"> type="${type}"</#if> id="${attribute.name}" name="${attribute.name}"<#if value?has_content> value="${value}"</#if><@state attribute error/><#rt>
<#local complete = attribute.autocomplete!attribute.annotations.autocomplete!{"firstName": "given-name", "lastName": "family-name"}[attribute.name]!""><#t>
<#if complete?has_content> autocomplete="${complete}"</#if><#if attribute.name == "email"> inputmode="email"</#if><#t>
<#if attribute.annotations.inputTypePlaceholder??> placeholder="${advancedMsg(attribute.annotations.inputTypePlaceholder)}"</#if><#t>
<@sizes attribute {"pattern": "inputTypePattern", "size": "inputTypeSize", "maxlength": "inputTypeMaxlength", "minlength": "inputTypeMinlength", "max": "inputTypeMax", "min": "inputTypeMin", "step": "inputTypeStep"}/><#t>
<#list attribute.html5DataAnnotations as key, value> data-${key}="${value}"</#list>><#lt>
</#macro>

<#macro choices attribute error>
<#local type = (attribute.annotations.inputType == "select-radiobuttons")?then("radio", "checkbox")>
<#if type == "checkbox"><input type="hidden" id="${attribute.name}-empty" name="${attribute.name}" value=""></#if>
<#list options(attribute) as option>
<label class="check"><input type="${type}" id="${attribute.name}-${option}" name="${attribute.name}" value="${option}"<@state attribute error/><#if chosen(attribute)?seq_contains(option)> checked</#if>> <@label attribute option/></label>
</#list>
</#macro>

<#macro state attribute error>
<#if attribute.readOnly> disabled</#if><#t>
<#if error?has_content> aria-invalid="true" aria-describedby="input-error-${attribute.name}"</#if><#t>
</#macro>

<#macro sizes attribute names><#list names as html, annotation><#if attribute.annotations[annotation]??> ${html}="${attribute.annotations[annotation]}"</#if></#list></#macro>

<#macro label attribute option><#if attribute.annotations.inputOptionLabels??>${advancedMsg(attribute.annotations.inputOptionLabels[option]!option)}<#elseif attribute.annotations.inputOptionLabelsI18nPrefix??>${msg(attribute.annotations.inputOptionLabelsI18nPrefix + "." + option)}<#else>${option}</#if></#macro>

<#function options attribute>
<#return (attribute.validators[attribute.annotations.inputOptionsFromValidation!"options"].options)!(attribute.validators.options.options)![]>
</#function>

<#function chosen attribute>
<#local values = attribute.values![]>
<#return values?has_content?then(values, attribute.defaultValue???then([attribute.defaultValue!""], []))>
</#function>
