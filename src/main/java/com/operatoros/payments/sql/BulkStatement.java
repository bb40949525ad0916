package com.operatoros.payments.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A statement that does for all rows of a document what EclipseLink's own does for one.
 *
 * @param sql the statement, with a question mark for the document
 */
record BulkStatement(String sql) {

    private static final Pattern INSERT = Pattern.compile("INSERT INTO (\\w+) \\(([\\w, ]+)\\) VALUES \\([?, ]+\\)");
    private static final Pattern UPDATE =
            Pattern.compile("UPDATE (\\w+) SET ([\\w =?,]+) WHERE \\(?((?:\\(?\\w+ = \\?\\)?(?: AND )?)+)\\)?");
    private static final String JSON = "jsonb";

    /** What EclipseLink writes is always the same few dozens. */
    private static final Map<String, BulkStatement> KNOWN = new ConcurrentHashMap<>();

    static boolean isPossible(String sql) {
        return KNOWN.containsKey(sql)
                || INSERT.matcher(sql).matches()
                || UPDATE.matcher(sql).matches();
    }

    /** The types of the columns are those of the table, since a document tells none. */
    static BulkStatement of(String sql, Connection connection) throws SQLException {
        BulkStatement known = KNOWN.get(sql);
        if (known != null) {
            return known;
        }
        Matcher insert = INSERT.matcher(sql);
        Matcher update = UPDATE.matcher(sql);
        BulkStatement made;
        if (insert.matches()) {
            made = insert(insert.group(1), names(insert.group(2), ","), connection);
        } else if (update.matches()) {
            made = update(update.group(1), names(update.group(2), ","), names(update.group(3), " AND "), connection);
        } else {
            throw new IllegalArgumentException(sql);
        }
        KNOWN.put(sql, made);
        return made;
    }

    /** All of them as one statement, which answers how many rows each has written. */
    static String together(List<BulkStatement> parts) {
        String writing = IntStream.range(0, parts.size())
                .mapToObj(i -> "w" + i + " as (" + parts.get(i).sql() + " returning 1)")
                .collect(Collectors.joining(", "));
        String counts = IntStream.range(0, parts.size())
                .mapToObj(i -> "(select count(*) from w" + i + ")")
                .collect(Collectors.joining(", "));
        return "with " + writing + " select " + counts;
    }

    /** How the value of a parameter is called in a document. */
    static String name(int parameter) {
        return "v" + parameter;
    }

    private static BulkStatement insert(String table, List<String> columns, Connection connection) throws SQLException {
        Map<String, String> types = types(table, connection);
        String values = IntStream.range(0, columns.size())
                .mapToObj(i -> value(i, type(types, columns.get(i))))
                .collect(Collectors.joining(", "));
        return new BulkStatement("insert into " + table + " (" + String.join(", ", columns) + ") select " + values
                + " from " + rows(columns, types));
    }

    private static BulkStatement update(String table, List<String> changed, List<String> keys, Connection connection)
            throws SQLException {
        Map<String, String> types = types(table, connection);
        List<String> all = new ArrayList<>(changed);
        all.addAll(keys);
        String values = IntStream.range(0, changed.size())
                .mapToObj(i -> changed.get(i) + " = " + value(i, type(types, changed.get(i))))
                .collect(Collectors.joining(", "));
        String conditions = IntStream.range(0, keys.size())
                .mapToObj(i -> "t." + keys.get(i) + " = r." + name(changed.size() + i))
                .collect(Collectors.joining(" and "));
        return new BulkStatement(
                "update " + table + " t set " + values + " from " + rows(all, types) + " where " + conditions);
    }

    /** A text of JSON in a document would become a text in the column. */
    private static String value(int parameter, String type) {
        String value = "r." + name(parameter);
        return type.equals(JSON) ? "cast(" + value + " as jsonb)" : value;
    }

    private static String rows(List<String> columns, Map<String, String> types) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> name(i) + " " + type(types, columns.get(i)).replace(JSON, "text"))
                .collect(Collectors.joining(", ", "jsonb_to_recordset(cast(? as jsonb)) as r (", ")"));
    }

    private static String type(Map<String, String> types, String column) {
        return Objects.requireNonNull(types.get(column), column);
    }

    /** {@code a, b} or {@code a = ?, b = ?}. */
    private static List<String> names(String list, String separator) {
        return Arrays.stream(list.split(separator))
                .map(each -> each.replaceAll("[^\\w]", ""))
                .map(each -> each.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Map<String, String> types(String table, Connection connection) throws SQLException {
        Map<String, String> types = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select attname, format_type(atttypid, atttypmod) from pg_attribute"
                        + " where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped")) {
            statement.setString(1, table);
            try (ResultSet columns = statement.executeQuery()) {
                while (columns.next()) {
                    types.put(columns.getString(1), columns.getString(2));
                }
            }
        }
        return types;
    }
}
