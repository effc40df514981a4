<#-- ancestor: keycloak.v2/login/password-validation.ftl sha256:a7a7714a846e89d2 -->
<#-- The server says what is wrong with a password; no inline script repeats it -->
<#macro templates></#macro>
<#macro script field=""></#macro>
