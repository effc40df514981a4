package com.mailup.keycloak.mailqueue;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Makes the mail queue on Keycloak's outbox table, and runs the workers of this node: started when the database is ready,
 * stopped with the server.
 *
 * <p>Server options, each {@code --spi-mailup-mail-queue--outbox--} and its name:
 *
 * <ul>
 *   <li>{@code workers}: how many mails a node sends at once, each over a connection of its own; default 16,
 *       at least 1. None holds a database connection while it speaks to a mail server.
 *   <li>{@code max-age-hours}: how long a mail is tried whose content does not get old, such as a reminder; default 24, at
 *       least 1. One with a link is tried as long as the link works.
 * </ul>
 *
 * The console's server info (Provider info, {@code mailup-mail-queue}) shows how many mails wait and how many were given up.
 */
public final class OutboxMailQueueFactory implements MailQueueFactory, ServerInfoAwareProviderFactory {

    private static final int DEFAULT_WORKERS = 16;
    private static final int DEFAULT_HOURS = 24;

    private int workers;
    private Duration maxAge;
    private volatile OutboxDispatcher running;

    @Override
    public String getId() {
        return "outbox";
    }

    @Override
    public void init(Config.Scope config) {
        workers = Math.max(1, config.getInt("workers", DEFAULT_WORKERS));
        maxAge = Duration.ofHours(Math.max(1, config.getInt("max-age-hours", DEFAULT_HOURS)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::onProviderEvent);
    }

    private void onProviderEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent ready) {
            running = new OutboxDispatcher(ready.getFactory(), workers);
        } else if (event instanceof RealmRemovedEvent removed) {
            new Outbox(removed.getKeycloakSession())
                    .deleteRealm(removed.getRealm().getId());
        }
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        OutboxDispatcher ofThisNode = running;
        return ofThisNode == null ? Map.of() : ofThisNode.statistics().toMap();
    }

    /** So that a stop can say of the mails in hand what became of them: the database and the caches are closed later. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(JpaConnectionProvider.class, SingleUseObjectProvider.class);
    }

    @Override
    public MailQueue create(KeycloakSession session) {
        return new OutboxMailQueue(session, maxAge, this::wake);
    }

    private void wake() {
        OutboxDispatcher ofThisNode = running;
        if (ofThisNode != null) {
            ofThisNode.wake();
        }
    }

    @Override
    public void close() {
        OutboxDispatcher ofThisNode = running;
        if (ofThisNode != null) {
            ofThisNode.stop();
        }
    }
}
