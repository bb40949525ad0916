package com.operatoros.payments.reconcile;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentChanged;
import com.operatoros.payments.payment.PaymentReports;
import com.operatoros.payments.sql.Row;
import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.text.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
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
        Sql.of(
                        entities,
                        "delete from stripe_drift where payment_id = ?1"
                                + " and not (kind = any (string_to_array(cast(?2 as text), ',')))",
                        paymentId,
                        String.join(",", kinds))
                .execute();
    }

    /** The time of a difference that was known stays. */
    private boolean isNew(UUID paymentId, Difference difference, Instant now) {
        int known = Sql.of(
                        entities,
                        "update stripe_drift set ours = ?3, stripe = ?4 where payment_id = ?1 and kind = ?2",
                        paymentId,
                        difference.kind().code(),
                        difference.ours().toJson(),
                        difference.stripe().toJson())
                .execute();
        return known == 0 && isInserted(paymentId, difference, now);
    }

    private boolean isInserted(UUID paymentId, Difference difference, Instant now) {
        return Sql.of(
                        entities,
                        "insert into stripe_drift (payment_id, kind, ours, stripe, since)"
                                + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing",
                        paymentId,
                        difference.kind().code(),
                        difference.ours().toJson(),
                        difference.stripe().toJson(),
                        now)
                .executeOne();
    }

    /** All of one mode, the newest first. */
    List<DriftItem> list(boolean livemode) {
        return Sql.of(
                        entities,
                        "select cast(p.id as text), p.reference, p.project_name, d.kind, cast(d.ours as text),"
                                + " cast(d.stripe as text), d.since from stripe_drift d join payment p on p.id = d.payment_id"
                                + " where p.livemode = ?1 order by d.since desc, p.reference, d.kind",
                        livemode)
                .list(DriftStore::item);
    }

    private static DriftItem item(Row row) {
        return new DriftItem(
                row.uuid(1),
                row.text(2),
                row.text(3),
                row.text(4),
                Message.fromJson(row.text(5)),
                Message.fromJson(row.text(6)),
                row.time(7));
    }
}
