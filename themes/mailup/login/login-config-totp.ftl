<#-- ancestor: keycloak.v2/login/login-config-totp.ftl sha256:d7a2a85b6f73e034 -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "password-commons.ftl" as passwordCommons>
<@layout.registrationLayout displayMessage=((message.type)!"") != "warning" && !messagesPerField.existsError("totp", "userLabel"); section>
<#if section = "header">
${msg("loginTotpTitle")}
<#elseif section = "form">
<ol id="kc-totp-settings">
<li><p>${msg("loginTotpStep1")}</p>
<p id="kc-totp-supported-apps"><#list totp.supportedApplications as app>${msg(app)}<#sep>, </#list></p></li>
<#if mode! == "manual">
<li><p>${msg("loginTotpManualStep2")}</p>
<p><code id="kc-totp-secret-key">${totp.totpSecretEncoded}</code></p>
<p><a href="${totp.qrUrl}" id="mode-barcode">${msg("loginTotpScanBarcode")}</a></p></li>
<li><p>${msg("loginTotpManualStep3")}</p>
<ul>
<li id="kc-totp-type">${msg("loginTotpType")}: ${msg("loginTotp." + totp.policy.type)}</li>
<li id="kc-totp-algorithm">${msg("loginTotpAlgorithm")}: ${totp.policy.getAlgorithmKey()}</li>
<li id="kc-totp-digits">${msg("loginTotpDigits")}: ${totp.policy.digits}</li>
<#if totp.policy.type == "totp"><li id="kc-totp-period">${msg("loginTotpInterval")}: ${totp.policy.period}</li><#else><li id="kc-totp-counter">${msg("loginTotpCounter")}: ${totp.policy.initialCounter}</li></#if>
</ul></li>
<#else>
<li><p>${msg("loginTotpStep2")}</p>
<img id="kc-totp-secret-qr-code" src="data:image/png;base64,${totp.totpSecretQrCode}" alt="${msg("loginConfigTotpQrCode")}" width="200" height="200">
<p><a href="${totp.manualUrl}" id="mode-manual">${msg("loginTotpUnableToScan")}</a></p></li>
</#if>
<li><p>${msg("loginTotpStep3")}</p></li>
</ol>
<form id="kc-totp-settings-form" action="${url.loginAction}" method="post" novalidate>
<#assign labelFirst = messagesPerField.existsError("userLabel") && !messagesPerField.existsError("totp")>
<@field.input name="totp" label=msg("authenticatorCode") autocomplete="one-time-code" autofocus=messagesPerField.existsError("totp")/>
<@field.input name="userLabel" label=msg("loginTotpDeviceName") hint=msg("loginTotpStep3DeviceName") optional=(totp.otpCredentials?size == 0) autofocus=labelFirst/>
<input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
<#if mode??><input type="hidden" id="mode" name="mode" value="${mode}"></#if>
<@passwordCommons.logoutOtherSessions/>
<@buttons.submitOrCancel id="saveTOTPBtn" label="loginConfigTotpSubmit"/>
</form>
</#if>
</@layout.registrationLayout>
