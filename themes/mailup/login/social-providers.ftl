<#-- ancestor: keycloak.v2/login/social-providers.ftl sha256:46e1f2701cee4939 -->
<#macro show social>
<div id="kc-social-providers">
<p>${msg("identity-provider-login-label")}</p>
<ul class="list">
<#list social.providers as p>
<li><a class="secondary" id="social-${p.alias}" href="${p.loginUrl}" data-once-link>${p.displayName!p.alias}</a></li>
</#list>
</ul>
</div>
</#macro>
