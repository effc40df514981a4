<#-- ancestor: base/email/html/template.ftl sha256:1e2a39459aa8211a -->
<#assign font = "font-family:Helvetica,Arial,sans-serif;">
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${ltr?then("ltr", "rtl")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject!properties.brand}</title>
<style>
a { color: ${properties.brandColor}; }
@media (prefers-color-scheme: dark) {
  .bg { background: #0d1320 !important; }
  .card { background: #171f2f !important; border-color: #2a3548 !important; color: #e8ecf4 !important; }
  .soft { color: #a9b4c8 !important; }
  .brand, .card a, .soft a { color: ${properties.brandColorDark!properties.brandColor} !important; }
  .card .button { color: #ffffff !important; }
}
</style>
</head>
<body class="bg" style="margin:0;padding:0;background:#eef2f9;">
<table role="presentation" class="bg" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#eef2f9" style="background:#eef2f9;">
<tr><td align="center" style="padding:32px 16px;">
<table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:560px;">
<tr><td class="brand" align="center" style="padding-bottom:24px;${font}color:${properties.brandColor};font-size:30px;line-height:34px;font-weight:bold;letter-spacing:-1px;">${properties.brand}<br>
<span class="soft" lang="en" style="color:#566178;font-size:11px;line-height:16px;letter-spacing:3px;">${properties.brandClaim}</span></td></tr>
<tr><td class="card" bgcolor="#ffffff" style="padding:32px;background:#ffffff;border:1px solid #dfe5f0;border-radius:12px;${font}color:#172033;font-size:16px;line-height:24px;overflow-wrap:anywhere;">
<#nested>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
</#macro>

<#macro title><h1 style="margin:0 0 16px;font-size:22px;line-height:28px;"><#nested></h1></#macro>

<#macro soft><p class="soft" style="margin:16px 0 0;color:#566178;font-size:14px;line-height:21px;"><#nested></p></#macro>

<#macro button href>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0;"><tr><td bgcolor="${properties.brandColor}" style="border-radius:8px;background:${properties.brandColor};">
<a class="button" href="${href}" style="display:inline-block;padding:14px 28px;color:#ffffff;font-weight:bold;text-decoration:none;"><#nested></a></td></tr></table>
</#macro>

<#macro inClear href>
<@soft>${msg("mailLinkInClear")}<br><a href="${href}" style="font-size:12px;line-height:18px;word-break:break-all;">${href}</a></@soft>
</#macro>
