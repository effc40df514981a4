package com.mailup.keycloak.mailqueue;

import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/** The mails of a realm that were given up. */
record GivenUpMails(KeycloakSession session, String realm) {

    /** The latest first. */
    List<GivenUpMail> list(int first, int most) {
        return rows("order by e.createdAt desc, e.id")
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultStream()
                .map(GivenUpMails::mail)
                .toList();
    }

    /** As if it had been asked for now; false where it is not there, or its payload was not kept. */
    boolean sendAgain(String id) {
        Optional<OutboxEntryEntity> row =
                rows("and e.id = :id").setParameter("id", id).getResultStream().findFirst();
        Optional<MailJob> job = row.flatMap(found -> MailJob.fromJson(found.getPayload()));
        job.ifPresent(found -> {
            row.get().setPayload(found.askedForNow().toJson());
            row.get().setStatus(OutboxEntryStatus.PENDING);
            row.get().setAttempts(0);
            row.get().setNextAttemptAt(Outbox.now());
        });
        return job.isPresent();
    }

    private TypedQuery<OutboxEntryEntity> rows(String further) {
        return Outbox.entityManager(session)
                .createQuery(
                        "select e from OutboxEntryEntity e where e.entryKind in :kinds and e.status = :status"
                                + " and e.realmId = :realm " + further,
                        OutboxEntryEntity.class)
                .setParameter("kinds", Outbox.kinds().toList())
                .setParameter("status", OutboxEntryStatus.DEAD_LETTER)
                .setParameter("realm", realm);
    }

    private static GivenUpMail mail(OutboxEntryEntity row) {
        return new GivenUpMail(
                row.getId(),
                row.getEntryType(),
                row.getLastError(),
                row.getCreatedAt().toEpochMilli(),
                !Outbox.EMPTY_PAYLOAD.equals(row.getPayload()));
    }
}
