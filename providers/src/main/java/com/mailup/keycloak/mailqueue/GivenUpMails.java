package com.mailup.keycloak.mailqueue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/** The mails of a realm that were given up. */
record GivenUpMails(KeycloakSession session, String realm) {

    private static final String LATEST_FIRST = " order by e.createdAt desc, e.id";

    /** The latest first. */
    List<GivenUpMail> list(int first, int most) {
        return mails(rows(LATEST_FIRST).setFirstResult(first).setMaxResults(most));
    }

    /**
     * Those that can be sent again, the latest first.
     *
     * @param kind only of this kind; all kinds where it is null
     * @param most how many, and how many rows are held at a time: each is read whole
     */
    List<GivenUpMail> sendable(String kind, int most) {
        List<GivenUpMail> sendable = new ArrayList<>();
        List<GivenUpMail> page;
        int first = 0;
        do {
            page = mails(ofKind(kind).setFirstResult(first).setMaxResults(most));
            page.stream().filter(GivenUpMail::sendable).forEach(sendable::add);
            first += most;
        } while (page.size() == most && sendable.size() < most);
        return sendable.subList(0, Math.min(most, sendable.size()));
    }

    private TypedQuery<OutboxEntryEntity> ofKind(String kind) {
        return kind == null
                ? rows(LATEST_FIRST)
                : rows(" and e.entryType = :kind" + LATEST_FIRST).setParameter("kind", kind);
    }

    private List<GivenUpMail> mails(TypedQuery<OutboxEntryEntity> rows) {
        EntityManager read = Outbox.entityManager(session);
        return rows.getResultList().stream()
                .map(row -> {
                    read.detach(row);
                    return mail(row);
                })
                .toList();
    }

    /** As if it had been asked for now; false where it is not there, is sent already, or its payload was not kept. */
    boolean sendAgain(String id) {
        return rows(" and e.id = :id")
                .setParameter("id", id)
                .getResultStream()
                .map(OutboxEntryEntity::getPayload)
                .filter(payload -> !Outbox.EMPTY_PAYLOAD.equals(payload))
                .flatMap(payload -> MailJob.fromJson(payload).stream())
                .anyMatch(job -> sendAgain(id, job.askedForNow()));
    }

    /** By an update that finds the row only as it was seen: a second click must not send it a second time. */
    private boolean sendAgain(String id, MailJob job) {
        EntityManager rows = Outbox.entityManager(session);
        Outbox.commitSynchronously(rows);
        return rows.createQuery(
                                "update OutboxEntryEntity e set e.payload = :payload, e.status = :pending, e.attempts = 0,"
                                        + " e.nextAttemptAt = :now, e.createdAt = :now, e.lastError = null"
                                        + " where e.id = :id and e.status = :dead")
                        .setParameter("payload", job.toJson())
                        .setParameter("pending", OutboxEntryStatus.PENDING)
                        .setParameter("now", Outbox.now())
                        .setParameter("id", id)
                        .setParameter("dead", OutboxEntryStatus.DEAD_LETTER)
                        .executeUpdate()
                == 1;
    }

    private TypedQuery<OutboxEntryEntity> rows(String further) {
        return Outbox.entityManager(session)
                .createQuery(
                        "select e from OutboxEntryEntity e where e.entryKind in :kinds and e.status = :status"
                                + " and e.realmId = :realm" + further,
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
