package com.operatoros.payments.reconcile;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentChanged;
import com.operatoros.payments.payment.PaymentReports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The differences that are known; it joins the caller's transaction (rule R4). */
@ApplicationScoped
class DriftStore {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentReports reports;

    /** Writes down what differs now and forgets what does not differ any more; what is new is told. */
    void note(Payment payment, List<Difference> differences, Instant now) {
        forgetOthers(payment.id(), differences);
        for (Difference difference : differences) {
            if (isNew(payment.id(), difference, now) && !difference.isAnnounced()) {
                reports.drifted(new PaymentChanged.Drifted(
                        payment, difference.kind().code(), difference.ours(), difference.stripe(), now));
            }
        }
    }

    private void forgetOthers(UUID paymentId, List<Difference> differences) {
        List<String> kinds =
                differences.stream().map(difference -> difference.kind().code()).toList();
        entities.createNativeQuery("delete from stripe_drift where payment_id = ?1"
                        + " and not (kind = any (string_to_array(cast(?2 as text), ',')))")
                .setParameter(1, paymentId)
                .setParameter(2, String.join(",", kinds))
                .executeUpdate();
    }

    /** The time of a difference that was known stays. */
    private boolean isNew(UUID paymentId, Difference difference, Instant now) {
        int known = entities.createNativeQuery(
                        "update stripe_drift set ours = ?3, stripe = ?4 where payment_id = ?1 and kind = ?2")
                .setParameter(1, paymentId)
                .setParameter(2, difference.kind().code())
                .setParameter(3, difference.ours())
                .setParameter(4, difference.stripe())
                .executeUpdate();
        return known == 0 && isInserted(paymentId, difference, now.atOffset(ZoneOffset.UTC));
    }

    private boolean isInserted(UUID paymentId, Difference difference, OffsetDateTime now) {
        return entities.createNativeQuery("insert into stripe_drift (payment_id, kind, ours, stripe, since)"
                                + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                        .setParameter(1, paymentId)
                        .setParameter(2, difference.kind().code())
                        .setParameter(3, difference.ours())
                        .setParameter(4, difference.stripe())
                        .setParameter(5, now)
                        .executeUpdate()
                == 1;
    }

    /** All of one mode, the newest first. */
    List<DriftItem> list(boolean livemode) {
        List<?> rows = entities.createNativeQuery(
                        "select cast(p.id as text), p.reference, p.project_name, d.kind, d.ours,"
                                + " d.stripe, d.since from stripe_drift d join payment p on p.id = d.payment_id"
                                + " where p.livemode = ?1 order by d.since desc, p.reference, d.kind")
                .setParameter(1, livemode)
                .getResultList();
        return rows.stream().map(row -> item((Object[]) row)).toList();
    }

    private static DriftItem item(Object[] row) {
        return new DriftItem(
                UUID.fromString((String) row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                instant(row[6]));
    }

    /** What the driver makes of a time with a zone depends on how it is asked for. */
    static Instant instant(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value instanceof Instant instant ? instant : ((Timestamp) value).toInstant();
    }
}
