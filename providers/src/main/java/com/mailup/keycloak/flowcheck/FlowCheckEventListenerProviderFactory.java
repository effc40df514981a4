package com.mailup.keycloak.flowcheck;

import com.mailup.keycloak.plan.PlanWriters;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.Version;
import org.keycloak.common.util.Environment;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;

/**
 * Looks at every realm that has a step of ours in its reset-credentials or registration flow, at start and whenever an administrator
 * changes a flow, a step's settings or the realm: what would let somebody through without proof, or silently break a
 * promise, goes to the log and to the realm's admin events ({@code MAILUP_FLOW_CHECK}). Works in all realms without being
 * added to their event listeners. It also names at start, and stops nothing, a server whose version is none that was tested or that has
 * no fixed hostname, realms in which whole clients write plans, how many accounts get no recovery, and directories without a
 * read timeout. No settings.
 */
public final class FlowCheckEventListenerProviderFactory implements EventListenerProviderFactory {

    private static final Logger LOG = Logger.getLogger(FlowCheckEventListenerProviderFactory.class);

    @Override
    public String getId() {
        return "mailup-flow-check";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new FlowCheckEventListenerProvider(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        TestedVersions.OURS.warning(Version.VERSION).ifPresent(LOG::warn);
        FlowCheck.EVENTS.register();
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                adoptFormer(factory);
                KeycloakModelUtils.runJobInTransaction(factory, FlowCheckEventListenerProviderFactory::look);
            }
        });
    }

    /** Each realm by itself: another node may do the same at this moment, and a realm that fails stops no server. */
    private static void adoptFormer(KeycloakSessionFactory factory) {
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .map(RealmModel::getId)
                        .toList());
        for (String id : realms) {
            try {
                KeycloakModelUtils.runJobInTransaction(
                        factory,
                        session -> new StepValues(session, session.realms().getRealm(id)).adoptFormer());
            } catch (RuntimeException e) {
                LOG.warnf(
                        "Settings of an earlier version keep their names in a realm: %s",
                        e.getClass().getSimpleName());
            }
        }
    }

    private static void look(KeycloakSession session) {
        session.realms().getRealmsStream().forEach(realm -> {
            List<String> complaints = FlowCheck.complaints(session, realm);
            FlowCheck.log(realm, complaints);
            if (complaints.isEmpty() && new ResetFlow(session, realm).isOurs()) {
                new LockedOutAccounts(session, realm).warning().ifPresent(LOG::warn);
                new UnlimitedDirectories(realm).warning().ifPresent(LOG::warn);
            }
        });
        if (!Environment.isNonServerMode()) {
            HostnameAdvice.ofThisServer().warning(session).ifPresent(LOG::warn);
            session.realms()
                    .getRealmsStream()
                    .filter(RealmModel::isAdminPermissionsEnabled)
                    .forEach(realm -> lookAtPlanWriters(session, realm));
        }
    }

    private static void lookAtPlanWriters(KeycloakSession session, RealmModel realm) {
        session.getContext().setRealm(realm);
        if (new PlanWriters(session, realm).areClients()) {
            LOG.errorf(
                    "In the realm %s the token of each person who signs in at the platform may manage all people: run into-realm with --plan-writer.",
                    realm.getName());
        }
    }

    @Override
    public void init(Config.Scope config) {
        // no server-wide settings
    }

    @Override
    public void close() {
        // holds nothing
    }
}
