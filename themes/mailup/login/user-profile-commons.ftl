<#-- ancestor: keycloak.v2/login/user-profile-commons.ftl sha256:d6ec4de63cd666f6 -->
<#import "field.ftl" as field>
<#import "user-profile-inputs.ftl" as inputs>
<#macro userProfileFormFields>
<#assign current = "">
<#list profile.attributes as attribute>
<#if consents?? && ["username", "locale"]?seq_contains(attribute.name)>
<#-- A trial's user name is made for it; its language has a field of its own -->
<#elseif attribute.name == "locale" && realm.internationalizationEnabled && locale.currentLanguageTag?has_content>
<input type="hidden" id="locale" name="locale" value="${locale.currentLanguageTag}">
<#else>
<@header group=(attribute.group)!{}/>
<#nested "beforeField" attribute>
<#assign label = advancedMsg(attribute.displayName!attribute.name), error = messagesPerField.get(attribute.name)>
<#if (attribute.annotations.inputType!"")?matches("select-radiobuttons|multiselect-checkboxes")>
<fieldset class="field"><legend>${label}<#if !attribute.required> <small>${msg("fieldOptional")}</small></#if></legend>
<@help attribute "Before"/><@inputs.choices attribute error/><@help attribute "After"/>
<#if error?has_content><p class="err" id="input-error-${attribute.name}">${error}</p></#if><#t>
</fieldset>
<#else>
<@field.group name=attribute.name label=label error=error optional=!attribute.required>
<@help attribute "Before"/><@inputs.one attribute error/><@help attribute "After"/>
</@field.group>
</#if>
<#nested "afterField" attribute>
</#if>
</#list>
<#list profile.html5DataAnnotations?keys as key>
<script type="module" src="${url.resourcesPath}/js/${key}.js"></script>
</#list>
</#macro>

<#macro header group>
<#local name = (group.name)!"">
<#if name != current>
<#assign current = name>
<#if name?has_content>
<div<#list group.html5DataAnnotations as key, value> data-${key}="${value}"</#list>>
<h2 id="header-${name}">${advancedMsg((group.displayHeader)!name)}</h2>
<#if (group.displayDescription)?has_content><p id="description-${name}">${advancedMsg(group.displayDescription)}</p></#if>
</div>
</#if>
</#if>
</#macro>

<#macro help attribute where>
<#local text = attribute.annotations["inputHelperText" + where]!"">
<#if text?has_content><p class="hint" id="form-help-text-${where?lower_case}-${attribute.name}">${advancedMsg(text)}</p></#if><#t>
</#macro>
