package com.operatoros.payments.report;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums by what they are of.
 *
 * @param sums count, minor units and seconds; nothing where all are zero
 * @param areCrowded whether several rows tell of the same
 */
record Tallies(Map<String, List<Long>> sums, boolean areCrowded) {

    private static final List<String> ENDED = List.of("canceled", "rejected");
    private static final List<String> OPEN = List.of("creating", "pending", "processing", "failed");
    private static final List<String> NOT_TAKEN = List.of("won", "warning_closed", "prevented");

    /** What the database has counted. */
    static Tallies read(Connection connection) throws SQLException {
        Book book = new Book();
        int rows = book.read(
                connection,
                "select livemode || ' ' || currency || ' ' || measure || ' ' || day || ' ' || coalesce(due::text, '-'),"
                        + " count, minor, seconds from operatoros_payments.tally");
        rows += book.read(
                connection,
                "select party || ' ' || name || ' ' || livemode || ' ' || currency || ' ' || measure || ' '"
                        + " || coalesce(due::text, '-'), count, minor, seconds from operatoros_payments.party_tally");
        return new Tallies(book.sums(), rows > book.entries.size());
    }

    /** What somebody counts who reads all payments. */
    static Tallies ofRows(Connection connection) throws SQLException {
        Book book = new Book();
        ZoneId zone;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select zone from operatoros_payments.tally_zone")) {
            row.next();
            zone = ZoneId.of(row.getString(1));
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from operatoros_payments.payment")) {
            while (row.next()) {
                book.payment(row, zone);
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select f.currency, f.amount_minor, f.state,"
                                + " coalesce(f.created_at, f.opened_at) as at, f.kind = 'refund' as refund,"
                                + " p.livemode, p.project_name, p.client_email from operatoros_payments.payment_fact f"
                                + " join operatoros_payments.payment p on p.id = f.payment_id where f.kind in ('refund', 'dispute')")) {
            while (row.next()) {
                book.moneyBack(row, zone);
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select y.fee_currency as currency, y.fee_minor, y.net_minor,"
                        + " y.booked_at, p.livemode, p.project_name, p.client_email from operatoros_payments.payment_fact y"
                        + " join operatoros_payments.payment p on p.id = y.payment_id where y.fee_minor is not null")) {
            while (row.next()) {
                LocalDate day = LocalDate.ofInstant(Book.moment(row, "booked_at"), zone);
                book.add(row, "fees", day, null, row.getLong("fee_minor"), 0);
                book.add(row, "net", day, null, row.getLong("net_minor"), 0);
            }
        }
        return new Tallies(book.sums(), false);
    }

    private static final class Book {
        private final Map<String, List<Long>> entries = new TreeMap<>();

        int read(Connection connection, String sql) throws SQLException {
            int rows = 0;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    add(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4));
                    rows++;
                }
            }
            return rows;
        }

        void payment(ResultSet row, ZoneId zone) throws SQLException {
            String status = row.getString("status");
            long amount = row.getLong("amount_minor");
            long paid = row.getLong("amount_paid_minor");
            Instant created = moment(row, "created_at");
            LocalDate day = LocalDate.ofInstant(created, zone);
            if (!ENDED.contains(status)) {
                add(row, "billed", day, null, amount, 0);
            }
            if (status.equals("canceled")) {
                add(row, "canceled", day, null, amount, 0);
            }
            if (!status.equals("paid") && paid > 0) {
                add(row, "unsettled", day, null, paid, 0);
            }
            if (status.equals("paid")) {
                Instant at = moment(row, "paid_at");
                // To the nearest second, as the database rounds.
                long seconds =
                        Math.max(0, Math.round(Duration.between(created, at).toNanos() / 1e9));
                add(row, "paid", LocalDate.ofInstant(at, zone), null, paid, seconds);
            }
            if (OPEN.contains(status)) {
                boolean isWaitedFor = status.equals("pending") || status.equals("failed");
                String due = isWaitedFor ? row.getString("due_date") : null;
                add(row, "open", day, due, row.getLong("outstanding_minor"), 0);
                add(row, status.equals("failed") ? "failed" : "pending", day, null, amount, 0);
            }
        }

        void moneyBack(ResultSet row, ZoneId zone) throws SQLException {
            String state = row.getString("state");
            LocalDate day = LocalDate.ofInstant(moment(row, "at"), zone);
            long amount = row.getLong("amount_minor");
            if (row.getBoolean("refund")) {
                if (state.equals("succeeded")) {
                    add(row, "refunded", day, null, amount, 0);
                }
                return;
            }
            if (!NOT_TAKEN.contains(state)) {
                add(row, "disputed", day, null, amount, 0);
            }
            if (state.equals("lost")) {
                add(row, "lost", day, null, amount, 0);
            }
        }

        private void add(ResultSet row, String measure, LocalDate day, @Nullable String due, long minor, long seconds)
                throws SQLException {
            String of = row.getBoolean("livemode") + " " + row.getString("currency") + " " + measure;
            String until = due == null ? "-" : due;
            add(of + " " + day + " " + until, 1, minor, seconds);
            add("project " + row.getString("project_name") + " " + of + " " + until, 1, minor, seconds);
            add("client " + row.getString("client_email") + " " + of + " " + until, 1, minor, seconds);
        }

        private void add(String key, long count, long minor, long seconds) {
            entries.merge(
                    key,
                    List.of(count, minor, seconds),
                    (one, other) -> List.of(one.get(0) + count, one.get(1) + minor, one.get(2) + seconds));
        }

        Map<String, List<Long>> sums() {
            Map<String, List<Long>> sums = new TreeMap<>(entries);
            sums.values().removeIf(List.of(0L, 0L, 0L)::equals);
            return sums;
        }

        private static Instant moment(ResultSet row, String column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }
    }
}
