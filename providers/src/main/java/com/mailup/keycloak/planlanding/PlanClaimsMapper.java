package com.mailup.keycloak.planlanding;

import com.mailup.keycloak.application.Application;
import com.mailup.keycloak.application.Landing;
import com.mailup.keycloak.plan.Plan;
import com.mailup.keycloak.plan.PlanStatus;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Makes the protocol mapper {@code mailup-plan} with the claims {@code plan}, {@code plan_ends_at} (ISO 8601, in UTC),
 * {@code plan_ended} (what has expired) and {@code landing_uri} (where the client wants that plan to land), each only
 * where there is one. Settings are Keycloak's two: whether ID token and userinfo have them.
 */
public final class PlanClaimsMapper extends AbstractOIDCProtocolMapper
        implements OIDCIDTokenMapper, UserInfoTokenMapper {

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel session,
            KeycloakSession keycloak,
            ClientSessionContext client) {
        Map<String, Object> claims = token.getOtherClaims();
        Optional<Plan> plan = Plan.of(session.getUser());
        plan.map(it -> it.status().text()).ifPresent(status -> claims.put("plan", status));
        plan.flatMap(Plan::end)
                .map(DateTimeFormatter.ISO_INSTANT::format)
                .ifPresent(end -> claims.put("plan_ends_at", end));
        plan.flatMap(Plan::ended).map(PlanStatus::text).ifPresent(ended -> claims.put("plan_ended", ended));
        new Application(keycloak, client.getClientSession().getClient())
                .landing(plan.map(Plan::status))
                .flatMap(Landing::address)
                .ifPresent(address -> claims.put("landing_uri", address));
    }

    @Override
    public String getId() {
        return "mailup-plan";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "Plan";
    }

    @Override
    public String getHelpText() {
        return "Tells the plan of the account, its end, what has expired, and the landing of that plan: plan, plan_ends_at, plan_ended, landing_uri.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, PlanClaimsMapper.class);
        return properties;
    }
}
