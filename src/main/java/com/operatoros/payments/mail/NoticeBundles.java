package com.operatoros.payments.mail;

import com.operatoros.payments.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lets a burst of notices to one admin leave as one mail, in the transactions of {@link MailStore} (rule I7). */
@ApplicationScoped
class NoticeBundles {

    /** Fewer are still read one by one. */
    static final int BURST = 10;

    private static final int MOST = 200;

    /** What waits within another mail is never due by itself. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Makes a bundle of a notice that was just claimed for the first time, of all that is due to the same admin. */
    void gather(UUID notice) {
        Sql.of(
                        entities,
                        "with others as (select id from mail_outbox where state = 'queued' and kind = 'notice' and claims = 0"
                                + " and recipient = (select recipient from mail_outbox where id = ?1) and next_at <= ?2"
                                + " order by next_at, id limit ?3 for update skip locked)"
                                + " update mail_outbox set bundled_in = ?1, claims = 1,"
                                + " next_at = case when id = ?1 then next_at else ?4 end"
                                + " where (select count(*) from others) >= ?5 and (id = ?1 or id in (select id from others))",
                        notice,
                        clock.instant(),
                        MOST,
                        NEVER,
                        BURST)
                .execute();
    }

    /** What a mail tells beside itself, the oldest first. */
    List<OutboxMail> within(OutboxMail mail) {
        return mail.isBundle()
                ? entities.createQuery(
                                "select m from OutboxMail m where m.bundledIn = :bundle and m.id <> :bundle"
                                        + " order by m.notificationId",
                                OutboxMail.class)
                        .setParameter("bundle", mail.id())
                        .getResultList()
                : List.of();
    }

    /** What waited within a mail has ended as that has. */
    void end(OutboxMail mail) {
        if (mail.isBundle() && !mail.delivery().isQueued()) {
            Sql.of(
                            entities,
                            "update mail_outbox m set state = b.state, ended_at = b.ended_at, reason = b.reason"
                                    + " from mail_outbox b where b.id = ?1 and m.bundled_in = b.id and m.id <> b.id",
                            mail.id())
                    .execute();
        }
    }
}
