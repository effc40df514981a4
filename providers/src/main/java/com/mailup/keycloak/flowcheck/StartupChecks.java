package com.mailup.keycloak.flowcheck;

import com.mailup.keycloak.plan.PlanWriters;
import java.util.List;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
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
        for (String realm : realms()) {
            run("The renaming of settings", realm, (session, model) -> new StepConfigs(session, model).renameFormer());
            run("The flow check", realm, StartupChecks::checkFlows);
            if (!Environment.isNonServerMode()) {
                run("The check of the accounts that write plans", realm, StartupChecks::checkPlanWriters);
            }
        }
        if (!Environment.isNonServerMode()) {
            run(
                    "The check of the hostname",
                    session -> HostnameWarning.ofThisServer().warning(session).ifPresent(LOG::warn));
        }
    }

    private List<String> realms() {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .map(RealmModel::getName)
                        .toList());
    }

    private void run(String task, String realm, BiConsumer<KeycloakSession, RealmModel> check) {
        run(task + " in the realm " + realm, session -> {
            RealmModel model = session.realms().getRealmByName(realm);
            session.getContext().setRealm(model);
            check.accept(session, model);
        });
    }

    private void run(String task, KeycloakSessionTask check) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, check);
        } catch (RuntimeException e) {
            LOG.warnf("%s failed at the start: %s", task, e.getClass().getSimpleName());
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
