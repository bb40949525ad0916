package com.operatoros.payments.bench;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects figures, and writes them as tables for people and as JSON for programs. */
final class BenchReport {

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    BenchReport() {
        add("date", LocalDate.now(Clock.systemUTC()).toString());
        add("processors", Runtime.getRuntime().availableProcessors());
        add("java", Runtime.version().toString());
    }

    /** A figure by itself. */
    void add(String name, Object value) {
        figures.put(name, value);
        lines.add("- " + name + ": " + value);
    }

    /** Rows of the same figures. */
    void table(String name, Map<String, Map<String, Object>> rows) {
        figures.put(name, rows);
        List<String> columns = List.copyOf(rows.values().iterator().next().keySet());
        lines.add("");
        lines.add("| " + name + " | " + String.join(" | ", columns) + " |");
        lines.add("|---" + "|---:".repeat(columns.size()) + "|");
        rows.forEach((row, values) -> lines.add("| " + row + " | "
                + columns.stream()
                        .map(column -> text(values.getOrDefault(column, "-")))
                        .collect(Collectors.joining(" | "))
                + " |"));
        lines.add("");
    }

    private static String text(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : String.valueOf(value);
    }

    /** Prints the tables, and leaves the JSON where Maven leaves what it makes. */
    void write(Path json) throws IOException {
        lines.forEach(System.out::println);
        Files.writeString(json, new GsonBuilder().setPrettyPrinting().create().toJson(figures));
    }
}
