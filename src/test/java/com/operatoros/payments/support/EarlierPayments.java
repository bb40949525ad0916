package com.operatoros.payments.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What other classes of tests have left: hundreds of payments, which a sweep would ask about for minutes, and calls of
 * Stripe that are tried again and meet the faults that are meant for others.
 */
final class EarlierPayments {

    private EarlierPayments() {}

    /** Puts them into the other mode, of which Stripe can't be asked with the keys of the tests. */
    static void setAside() throws SQLException {
        try (Connection connection = TestEnvironment.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update operatoros_payments.payment set livemode = true where not livemode");
        }
    }
}
