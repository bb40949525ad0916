package com.operatoros.payments.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** What the database knows and no page tells. */
final class PaymentRows {

    private static final String OPEN = """
            select count(*), count(*) filter (where exists (select 1
                from operatoros_payments.stripe_operation o
                where o.payment_id = p.id and o.state in ('waiting', 'open')))
            from operatoros_payments.payment p where p.client_email = ?""";

    private static final String LOCK = "select 1 from operatoros_payments.payment where client_email = ? for update";

    private static final String WAITING = "select 1 from pg_locks where not granted";

    private static final String END_LEASES =
            "update operatoros_payments.mail_outbox set next_at = now() where state = 'queued' and claims > 0";

    private static final String END_LEASES_OF_OPERATIONS =
            "update operatoros_payments.stripe_operation set lease_until = now() where state = 'open'";

    private static final String CLAIMED =
            "select 1 from operatoros_payments.mail_outbox where payment_id = ? and state = 'queued' and claims > 0";

    private final DataSource database;

    PaymentRows(DataSource database) {
        this.database = database;
    }

    /** Whether the client is billed, and nothing is left to be asked of Stripe about it. */
    boolean areAtRest(Client client) {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(OPEN)) {
            count.setString(1, client.email());
            ResultSet row = count.executeQuery();
            return row.next() && row.getInt(1) > 0 && row.getInt(2) == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Locks the payment of a client, as whoever records something about it does, until the connection is closed. */
    Connection lock(Client client) {
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                lock.setString(1, client.email());
                lock.executeQuery();
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether somebody waits for a lock. */
    boolean areWaitedFor() {
        try (Connection connection = database.getConnection();
                PreparedStatement waiting = connection.prepareStatement(WAITING)) {
            return waiting.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether some node is just sending the mail. */
    boolean isBeingMailed(String paymentId) {
        try (Connection connection = database.getConnection();
                PreparedStatement claimed = connection.prepareStatement(CLAIMED)) {
            claimed.setObject(1, UUID.fromString(paymentId));
            return claimed.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The minutes are over for which a node that died keeps a mail to itself. */
    void endLeasesOfMails() {
        update(END_LEASES);
    }

    /** The seconds are over for which it keeps an operation to itself; none may be alive that has one. */
    void endLeasesOfOperations() {
        update(END_LEASES_OF_OPERATIONS);
    }

    private void update(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
