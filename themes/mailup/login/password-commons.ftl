<#-- ancestor: keycloak.v2/login/password-commons.ftl sha256:7aa5d6b69b691624 -->
<#import "field.ftl" as field>
<#macro logoutOtherSessions>
<@field.checkbox name="logout-sessions" label=msg("logoutOtherSessions")/>
</#macro>
