package com.operatoros.payments.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Payments of some years, of projects and clients of which each has many, as rows. */
public final class ManyPayments {

    private static final int AT_ONCE = 90_000;

    private ManyPayments() {}

    /** Adds those of these numbers. */
    public static void fill(DataSource database, int first, int last) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (int start = first; start <= last; start += AT_ONCE) {
                statement.execute(PAYMENTS.formatted(start, Math.min(last, start + AT_ONCE - 1)));
                statement.execute("select operatoros_payments.tally_up()");
            }
            // As the server does by itself in a quiet minute.
            statement.execute("vacuum (analyze) operatoros_payments.payment, operatoros_payments.payment_term");
            statement.execute("analyze");
        }
    }

    private static final String PAYMENTS = """
            with added as (insert into operatoros_payments.payment (id, reference, type, project_name, client_name, client_email,
                description, amount_minor, ordered_minor, currency, livemode, due_date, pay_token, created_at, created_by, status, paid_at,
                amount_paid_minor, outstanding_minor, withdrawable, version, customer_id, payment_intent_id)
            select gen_random_uuid(), 'M-' || i, case when i %% 3 = 0 then 'invoice' else 'link' end, 'Project ' || (i / 5000),
                'Client ' || (i %% 20000), 'client' || (i %% 20000) || '@example.com', 'Work',
                100 + (i * 7919::bigint) %% 1000000, 100 + (i * 7919::bigint) %% 1000000, (array['usd', 'eur'])[1 + i %% 2], false,
                case when i %% 3 = 0 then date '2024-01-01' + (i %% 1200) end, 'tok' || i,
                timestamptz '2023-01-01Z' + i * interval '2 minutes', 'admin', s.status,
                case when s.status = 'paid' then timestamptz '2023-01-04Z' + i * interval '2 minutes' end,
                case when s.status = 'paid' then 100 + (i * 7919::bigint) %% 1000000 else 0 end,
                case when s.status in ('pending', 'failed') then 100 + (i * 7919::bigint) %% 1000000 else 0 end, s.status <> 'paid', 0,
                'cus_' || md5('c' || (i %% 20000)), 'pi_' || md5(i::text)
            from generate_series(%d, %d) i
            cross join lateral (select (array['paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'pending', 'failed',
                'canceled'])[1 + i %% 11] as status) s
            returning id, project_name, client_name, client_email, reference)
            insert into operatoros_payments.payment_term (payment_id, term)
            select id, lower(concat_ws(' ', project_name, client_name, client_email, reference)) from added""";
}
