package com.operatoros.payments.report;

/** Statements that do something random to payments, refunds and disputes which no other test looks at. */
final class RandomBooks {

    private static final String STATUS =
            "(array['creating', 'pending', 'processing', 'paid', 'failed', 'canceled', 'rejected'])[1 + floor(random() * 7)]";
    private static final String CURRENCY = "(array['usd', 'eur', 'jpy'])[1 + floor(random() * 3)]";
    private static final String MOMENT = "timestamptz '2025-03-29 22:00:00Z' + random() * interval '400 days'";
    private static final String OURS = "created_by = 'random books'";
    private static final String PICKED =
            "(select id from operatoros_payments.payment where " + OURS + " order by random() limit 1)";

    /** Forty of them in one statement. */
    static final String PAYMENTS = """
            insert into operatoros_payments.payment (id, reference, type, project_name, client_email, description,
                amount_minor, ordered_minor, outstanding_minor, currency, livemode, due_date, pay_token, created_at, created_by, status,
                paid_at, amount_paid_minor, version)
            select gen_random_uuid(), 'R-' || gen_random_uuid(), 'invoice', 'Project ' || floor(random() * 4),
                'client' || floor(random() * 4) || '@random.example', '', 1 + floor(random() * 100000), 1, floor(random() * 90000), %s,
                random() < 0.2, case when random() < 0.6 then date '2026-01-01' + cast(random() * 300 as int) end,
                gen_random_uuid(), %s, 'random books', %s, %s, floor(random() * 3) * 50000, 0
            from generate_series(1, 40)""".formatted(CURRENCY, MOMENT, STATUS, MOMENT);

    static final String REFUNDS = """
            insert into operatoros_payments.payment_fact
                (key, kind, id, payment_id, amount_minor, currency, state, created_at, told_at)
            select 'refund:' || f, 'refund', f, id, 1 + floor(random() * 5000), %s,
                (array['pending', 'succeeded', 'canceled', 'failed'])[1 + floor(random() * 4)], %s, now()
            from (select *, 're_' || gen_random_uuid() as f from operatoros_payments.payment) p where %s""".formatted(CURRENCY, MOMENT, OURS);

    static final String DISPUTES = """
            insert into operatoros_payments.payment_fact
                (key, kind, id, payment_id, amount_minor, currency, state, reason, opened_at, told_at)
            select 'dispute:' || f, 'dispute', f, id, 1 + floor(random() * 5000), %s,
                (array['needs_response', 'won', 'lost', 'warning_closed'])[1 + floor(random() * 4)], 'general', %s, now()
            from (select *, 'du_' || gen_random_uuid() as f from operatoros_payments.payment) p where %s""".formatted(CURRENCY, MOMENT, OURS);

    static final String MOVES = "update operatoros_payments.payment set status = " + STATUS + ", paid_at = " + MOMENT
            + ", amount_paid_minor = floor(random() * 90000), outstanding_minor = floor(random() * 90000) where " + OURS
            + " and random() < 0.7";

    static final String ONE_MOVE =
            "update operatoros_payments.payment set status = " + STATUS + " where id = " + PICKED;

    static final String RENAMES = "update operatoros_payments.payment set project_name = project_name || ' II',"
            + " livemode = not livemode where " + OURS + " and random() < 0.3";

    static final String REFUND_MOVES = "update operatoros_payments.payment_fact set state = 'failed'"
            + " where kind = 'refund' and random() < 0.5 and payment_id in (select id from operatoros_payments.payment where "
            + OURS + ")";

    static final String DISPUTE_MOVES = "update operatoros_payments.payment_fact set state = 'lost'"
            + " where kind = 'dispute' and random() < 0.5 and payment_id in (select id from operatoros_payments.payment where "
            + OURS + ")";

    static final String TOGETHER = "select operatoros_payments.tally_up()";

    static final String GONE = """
            delete from operatoros_payments.payment_fact using operatoros_payments.payment p
                where p.id = payment_id and p.created_by = 'random books';
            delete from operatoros_payments.payment where created_by = 'random books'""";

    private RandomBooks() {}
}
