package com.operatoros.payments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Finds every {@code double} and {@code float} of a class: in what it declares, in what it calls, and in what it calculates
 * between two lines. ArchUnit knows no instructions, so the class is read as the JDK's own disassembler prints it.
 */
final class FloatingPoint extends ArchCondition<JavaClass> {

    private static final ToolProvider JAVAP = ToolProvider.findFirst("javap").orElseThrow();

    /** A declaration, which has the names of its types as in the source. */
    private static final String DECLARED = "^[^/\"]*(\\b(double|float)\\b|java\\.lang\\.(Double|Float)\\b).*";

    /** An instruction; {@code dup} is none of them. */
    private static final String CALCULATED = "^\\s*\\d+:"
            + " ([df](add|sub|mul|div|rem|neg|cmp[lg]|a?load|a?store|const|return)(_\\d)?|[ildf]2[df]|[df]2[ilf])\\b.*";

    private static final String LOADED = ".*// (double|float) .*";
    private static final String CALLED =
            ".*// (InterfaceMethod|Method|InvokeDynamic) .*:\\(([BCIJSZ\\[]|L[^;]+;)*[DF].*";
    private static final String ANSWERED = ".*// (Interface)?(Method|Field) .*:(\\(.*\\))?\\[*[DF]$";
    private static final String BOXED = ".*// .*java/lang/(Double|Float)\\b.*";
    private static final Pattern FOUND =
            Pattern.compile(String.join("|", DECLARED, CALCULATED, LOADED, CALLED, ANSWERED, BOXED));

    private final Map<String, String> printed = new HashMap<>();

    FloatingPoint() {
        super("use floating point");
    }

    /** All at once: starting the disassembler takes longer than printing a class. */
    @Override
    public void init(Collection<JavaClass> all) {
        List<JavaClass> classes = List.copyOf(all);
        List<String> texts = print(classes.stream().map(FloatingPoint::file).toList());
        for (int i = 0; i < classes.size(); i++) {
            printed.put(classes.get(i).getName(), texts.get(i));
        }
    }

    @Override
    public void check(JavaClass known, ConditionEvents events) {
        boolean uses = Objects.requireNonNull(printed.get(known.getName()))
                .lines()
                .filter(line -> !line.contains("// String "))
                .anyMatch(line -> FOUND.matcher(line).matches());
        events.add(new SimpleConditionEvent(
                known, uses, known.getName() + (uses ? " uses" : " uses no") + " floating point"));
    }

    private static String file(JavaClass known) {
        return Path.of(known.getSource().orElseThrow().getUri()).toString();
    }

    private static List<String> print(List<String> files) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        int failures = JAVAP.run(
                writer,
                writer,
                Stream.concat(Stream.of("-p", "-c"), files.stream()).toArray(String[]::new));
        List<String> classes = Pattern.compile("(?m)^Compiled from ")
                .splitAsStream(text.toString())
                .skip(1)
                .toList();
        if (failures != 0 || classes.size() != files.size()) {
            throw new AssertionError("not every class could be read");
        }
        return classes;
    }
}
