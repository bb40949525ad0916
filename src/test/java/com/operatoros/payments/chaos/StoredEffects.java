package com.operatoros.payments.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What the events of a payment have left in the database; every list is sorted, and what is there twice stands there
 * twice.
 *
 * @param facts what was told to the admin
 * @param inbox the events that count as received
 * @param history the events that the lines of the history rest on
 */
record StoredEffects(
        String status,
        long paid,
        long refunded,
        List<String> refunds,
        List<String> disputes,
        List<String> facts,
        List<String> inbox,
        List<String> history) {

    private static final String ALL = """
            select status, amount_paid_minor, amount_refunded_minor,
                array(select id || ' ' || state || ' ' || amount_minor from operatoros_payments.payment_fact
                    where kind = 'refund' and payment_id = p.id order by 1),
                array(select id || ' ' || state || ' ' || amount_minor from operatoros_payments.payment_fact
                    where kind = 'dispute' and payment_id = p.id order by 1),
                array(select fact from operatoros_payments.notification where payment_id = p.id order by 1),
                array(select id from operatoros_payments.stripe_event where payment_id = p.id order by 1),
                array(select evidence from operatoros_payments.payment_history where payment_id = p.id and evidence like 'evt%' order by 1)
            from operatoros_payments.payment p where id = ?""";

    static StoredEffects of(String paymentId, DataSource database) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setObject(1, UUID.fromString(paymentId));
            ResultSet row = select.executeQuery();
            row.next();
            return new StoredEffects(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    list(row, 4),
                    list(row, 5),
                    list(row, 6),
                    list(row, 7),
                    list(row, 8));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> list(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
