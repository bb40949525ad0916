package com.operatoros.payments.sql;

import static com.operatoros.payments.json.JsonSupport.JSON;

import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.exceptions.OptimisticLockException;
import org.eclipse.persistence.internal.databaseaccess.BatchWritingMechanism;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.jspecify.annotations.Nullable;

/**
 * Writes all that the entities of a transaction have changed in one statement (rule DB4): rows that are written alike travel as one
 * document of JSON, and PostgreSQL's triggers for statements run once for all of them. EclipseLink is told to use it by
 * {@code persistence.xml}, and keeps its own order and its own check of versions.
 */
public final class BulkWriting extends BatchWritingMechanism {

    private static final long serialVersionUID = 1L;

    private transient Map<String, List<DatabaseCall>> waiting = new LinkedHashMap<>();
    private transient int calls;

    @Override
    public BatchWritingMechanism clone() {
        BulkWriting clone = (BulkWriting) super.clone();
        clone.clear();
        return clone;
    }

    @Override
    public void appendCall(AbstractSession session, DatabaseCall call) {
        if (BulkStatement.isPossible(call.getSQLString())) {
            waiting.computeIfAbsent(call.getSQLString(), sql -> new ArrayList<>())
                    .add(call);
            calls++;
        } else {
            executeBatchedStatements(session);
            alone(session, call);
        }
    }

    @Override
    public void clear() {
        waiting = new LinkedHashMap<>();
        calls = 0;
    }

    @Override
    public void executeBatchedStatements(AbstractSession session) {
        Map<String, List<DatabaseCall>> now = waiting;
        int number = calls;
        clear();
        if (number == 1) {
            alone(session, now.values().iterator().next().get(0));
        } else if (number > 1) {
            together(session, now);
        }
    }

    private void alone(AbstractSession session, DatabaseCall call) {
        Object rows = databaseAccessor.basicExecuteCall(call, null, session, false);
        if (call.hasOptimisticLock() && !Integer.valueOf(1).equals(rows)) {
            throw OptimisticLockException.batchStatementExecutionFailure();
        }
    }

    private void together(AbstractSession session, Map<String, List<DatabaseCall>> changes) {
        databaseAccessor.incrementCallCount(session);
        try {
            Connection connection = databaseAccessor.getConnection();
            List<BulkStatement> parts = new ArrayList<>();
            for (String sql : changes.keySet()) {
                parts.add(BulkStatement.of(sql, connection));
            }
            try (PreparedStatement statement = connection.prepareStatement(BulkStatement.together(parts))) {
                int number = 0;
                for (List<DatabaseCall> same : changes.values()) {
                    statement.setString(number + 1, document(same));
                    number++;
                }
                try (ResultSet counts = statement.executeQuery()) {
                    check(counts, List.copyOf(changes.values()));
                }
            }
        } catch (SQLException e) {
            throw DatabaseException.sqlException(e, databaseAccessor, session, false);
        } finally {
            databaseAccessor.decrementCallCount();
        }
    }

    /** One that was not there has been changed by somebody else. */
    private static void check(ResultSet counts, List<List<DatabaseCall>> changes) throws SQLException {
        counts.next();
        for (int i = 0; i < changes.size(); i++) {
            if (counts.getLong(i + 1) != changes.get(i).size()
                    && changes.get(i).get(0).hasOptimisticLock()) {
                throw OptimisticLockException.batchStatementExecutionFailure();
            }
        }
    }

    /** An array with an array of the values of each row, in the order of the statement. */
    private static String document(List<DatabaseCall> same) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (DatabaseCall call : same) {
                json.writeStartObject();
                List<?> values = call.getParameters();
                for (int i = 0; i < values.size(); i++) {
                    write(json, BulkStatement.name(i), BulkValue.of(values.get(i)));
                }
                json.writeEnd();
            }
            json.writeEnd();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String name, @Nullable Object value) {
        if (value instanceof Boolean truth) {
            json.write(name, truth);
        } else if (value instanceof Number number) {
            json.write(name, number.longValue());
        } else if (value != null) {
            json.write(name, value.toString());
        }
    }
}
