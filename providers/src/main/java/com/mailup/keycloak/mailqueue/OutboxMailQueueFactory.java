package com.mailup.keycloak.mailqueue;

import java.util.Map;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Makes the mail queue on Keycloak's outbox table, and runs the workers of this node: started when the database is ready,
 * stopped with the server.
 *
 * <p>Server option {@code --spi-mailup-mail-queue--outbox--workers}: how many mails a node sends at once; default 4, at
 * least 1. Each holds a database connection while it sends. On H2, which cannot pass over a locked row, there is one. The
 * console's server info (Provider info, {@code mailup-mail-queue}) shows how many mails wait and how many were given up.
 */
public final class OutboxMailQueueFactory implements MailQueueFactory, ServerInfoAwareProviderFactory {

    private static final int DEFAULT_WORKERS = 4;

    private int workers;
    private volatile MailWorkers running;

    @Override
    public String getId() {
        return "outbox";
    }

    @Override
    public void init(Config.Scope config) {
        workers = Math.max(1, config.getInt("workers", DEFAULT_WORKERS));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::onProviderEvent);
    }

    private void onProviderEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent ready) {
            running = new MailWorkers(ready.getFactory(), onH2(ready.getFactory()) ? 1 : workers);
        } else if (event instanceof RealmRemovedEvent removed) {
            new Outbox(removed.getKeycloakSession())
                    .deleteRealm(removed.getRealm().getId());
        }
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        MailWorkers workersOfThisNode = running;
        return workersOfThisNode == null
                ? Map.of()
                : workersOfThisNode.statistics().toMap();
    }

    private static boolean onH2(KeycloakSessionFactory factory) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .unwrap(org.hibernate.Session.class)
                        .doReturningWork(connection -> connection
                                .getMetaData()
                                .getDatabaseProductName()
                                .equals("H2")));
    }

    @Override
    public MailQueue create(KeycloakSession session) {
        return new OutboxMailQueue(session, this::wake);
    }

    private void wake() {
        MailWorkers workersOfThisNode = running;
        if (workersOfThisNode != null) {
            workersOfThisNode.wake();
        }
    }

    @Override
    public void close() {
        MailWorkers workersOfThisNode = running;
        if (workersOfThisNode != null) {
            workersOfThisNode.stop();
        }
    }
}
