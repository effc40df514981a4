package com.mailup.keycloak.flowcheck;

import com.mailup.keycloak.plan.Plan;
import com.mailup.keycloak.userstore.VerifiedAddresses;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The enabled accounts of a realm's own database that get no recovery, because their address was never verified: as of
 * every account that an administrator creates without "Email verified".
 */
record UnverifiedAccounts(KeycloakSession session, RealmModel realm) {

    /**
     * Without accounts of directories, whose addresses may count as verified, and without trials that are not confirmed
     * yet.
     */
    private static final String COUNT = """
        select count(u) from UserEntity u where u.realmId = :realm and u.enabled = true and u.emailVerified = false
        and u.email is not null and u.federationLink is null and u.serviceAccountClientLink is null
        and not exists (select a.id from UserAttributeEntity a where a.user = u and a.name = :pending)\
        """;

    /** For an administrator; nothing where there is none, or the realm sends mails to such addresses. */
    Optional<String> warning() {
        return Optional.of(realm)
                .filter(VerifiedAddresses::refusesUnverified)
                .map(refusing -> count())
                .filter(count -> count > 0)
                .map(count -> ("Enabled accounts of the realm %s that get no recovery mail, because their address was"
                                + " never verified: %d. See \"Addresses that were never verified\" in docs/operations.md")
                        .formatted(realm.getName(), count));
    }

    private long count() {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(COUNT, Long.class)
                .setParameter("realm", realm.getId())
                .setParameter("pending", Plan.PENDING)
                .getSingleResult();
    }
}
