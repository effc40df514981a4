package com.mailup.keycloak.flowcheck;

import com.mailup.keycloak.plan.PlanWriters;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTask;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * What a server does with its realms when it starts: it renames settings of an earlier version, and logs what is wrong. Each
 * task of each realm has a transaction of its own. One that fails, such as an update that another node makes at the same
 * moment, is logged; all others run, and the server starts.
 */
record StartupChecks(KeycloakSessionFactory factory) {

    private static final Logger LOG = Logger.getLogger(StartupChecks.class);

    void run() {
        realms().forEach((id, name) -> {
            String realm = " in the realm " + name;
            run(
                    Level.WARN,
                    "The renaming of settings" + realm,
                    in(id, (session, model) -> new StepConfigs(session, model).renameFormer()));
            run(Level.ERROR, "The flow check" + realm, in(id, StartupChecks::checkFlows));
            if (!Environment.isNonServerMode()) {
                run(
                        Level.ERROR,
                        "The check of the accounts that write plans" + realm,
                        in(id, StartupChecks::checkPlanWriters));
            }
        });
        if (!Environment.isNonServerMode()) {
            run(
                    Level.ERROR,
                    "The check of the hostname",
                    session -> HostnameWarning.ofThisServer().warning(session).ifPresent(LOG::warn));
        }
    }

    /** Their names by their ids. */
    private Map<String, String> realms() {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .collect(Collectors.toMap(RealmModel::getId, RealmModel::getName)));
    }

    /** Nothing where somebody has removed the realm meanwhile. */
    private static KeycloakSessionTask in(String id, BiConsumer<KeycloakSession, RealmModel> check) {
        return session -> {
            RealmModel realm = session.realms().getRealm(id);
            if (realm != null) {
                session.getContext().setRealm(realm);
                check.accept(session, realm);
            }
        };
    }

    private void run(Level level, String task, KeycloakSessionTask check) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, check);
        } catch (RuntimeException e) {
            LOG.logf(level, e, "%s failed at the start", task);
        }
    }

    private static void checkFlows(KeycloakSession session, RealmModel realm) {
        List<String> violations = FlowCheck.violations(session, realm);
        FlowCheck.log(realm, violations);
        if (violations.isEmpty() && new ResetFlow(session, realm).hasMailupStep()) {
            new UnverifiedAccounts(session, realm).warning().ifPresent(LOG::warn);
            new DirectoriesWithoutReadTimeout(realm).warning().ifPresent(LOG::warn);
        }
    }

    private static void checkPlanWriters(KeycloakSession session, RealmModel realm) {
        if (realm.isAdminPermissionsEnabled() && new PlanWriters(session, realm).includesClients()) {
            LOG.errorf(
                    "In the realm %s the token of each person who signs in at the platform may manage all people: run into-realm with --plan-writer.",
                    realm.getName());
        }
    }
}
