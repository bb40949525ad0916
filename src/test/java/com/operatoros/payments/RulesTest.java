package com.operatoros.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written about the packages: each stands on the README's map, and each numbered rule has a name of its own and a test. */
class RulesTest {

    private static final Path SOURCES = Path.of("src");
    private static final String NAME = "[A-Z]{1,2}[1-9][0-9]?";
    private static final Pattern DEFINITION = Pattern.compile("(?<=<p>|<li>| )(" + NAME + ")\\. (?=[A-Z{\"])");
    private static final Pattern CITATION =
            Pattern.compile("\\b[Rr]ules? (" + NAME + "(?:(?:, | and |, and | to )" + NAME + ")*)");
    private static final Pattern RANGE = Pattern.compile("(" + NAME + ") to (" + NAME + ")");
    private static final Pattern ROW_OF_MAP = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| \\S");
    private static final Path PACKAGES = SOURCES.resolve("main/java/com/operatoros/payments");
    private static final Pattern REASON_OF_LENGTH = Pattern.compile("(?i)\\blong (since|for) [a-z]");
    private static final int LONG = 150;
    private static final int LONGEST = 250;
    private static final Pattern TEST = Pattern.compile(".*(Test|IT|Chaos)\\.java");

    @Test
    void the_map_of_the_code_in_the_README_is_the_list_of_packages() {
        String code = read(Path.of("README.md")).split("\n## The code\n")[1];

        List<String> map = ROW_OF_MAP
                .matcher(code)
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();

        assertEquals(packages(), map);
    }

    @Test
    void no_class_is_long_and_whoever_is_longer_than_most_says_why() {
        Map<Path, String> tooLong = sources()
                .filter(file -> file.startsWith(PACKAGES))
                .filter(file -> lines(file) > LONGEST
                        || lines(file) > LONG
                                && !REASON_OF_LENGTH.matcher(joined(read(file))).find())
                .collect(Collectors.toMap(file -> file, file -> lines(file) + " lines"));

        assertEquals(Map.of(), tooLong);
    }

    private static long lines(Path file) {
        return read(file).lines().count();
    }

    @Test
    void each_rule_has_a_name_of_its_own() {
        List<String> defined = defined();

        assertEquals(List.of(), defined.stream().filter(repeated(defined)).toList());
    }

    @Test
    void the_rules_of_a_package_are_counted_without_a_gap() {
        Map<String, Set<Integer>> numbers = new TreeMap<>();
        defined()
                .forEach(rule -> numbers.computeIfAbsent(letters(rule), key -> new TreeSet<>())
                        .add(number(rule)));

        numbers.forEach((letters, counted) -> assertEquals(
                Stream.iterate(1, number -> number + 1).limit(counted.size()).collect(Collectors.toSet()),
                counted,
                letters));
    }

    @Test
    void every_rule_that_is_cited_is_defined() {
        Set<String> unknown = new TreeSet<>(cited(sources()));

        unknown.removeAll(defined());

        assertEquals(Set.of(), unknown);
    }

    @Test
    void every_rule_is_cited_by_a_test() {
        Set<String> untested = new TreeSet<>(defined());

        untested.removeAll(cited(sources().filter(RulesTest::isTest)));

        assertEquals(Set.of(), untested);
    }

    @Test
    void citations_are_read_as_people_write_them() {
        assertEquals(Set.of("A1", "A2", "A3"), citedIn("/** As it is (rules A1\n * to A3). */"));
        assertEquals(Set.of("A1", "SB12", "C3"), citedIn("// Rules A1, SB12 and C3."));
        assertEquals(Set.of(), citedIn("Only \"N7\" and an A4 page."));
        assertTrue(definedIn("/**\n * <p>A1. All. A2. {@code x}\n * A3. Rest; see rules B1, B2.\n */")
                .equals(List.of("A1", "A2", "A3")));
    }

    private static java.util.function.Predicate<String> repeated(List<String> all) {
        return rule -> all.indexOf(rule) != all.lastIndexOf(rule);
    }

    private static List<String> packages() {
        return sources()
                .filter(file -> file.startsWith(PACKAGES))
                .map(Path::getParent)
                .filter(folder -> !folder.equals(PACKAGES))
                .map(folder -> PACKAGES.relativize(folder).toString().replace('/', '.'))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> defined() {
        return sources()
                .filter(file -> file.endsWith("package-info.java") && !file.startsWith(SOURCES.resolve("test")))
                .flatMap(file -> definedIn(read(file)).stream())
                .toList();
    }

    private static List<String> definedIn(String source) {
        return DEFINITION
                .matcher(joined(source))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Set<String> cited(Stream<Path> files) {
        return files.flatMap(file -> citedIn(read(file)).stream()).collect(Collectors.toSet());
    }

    private static Set<String> citedIn(String source) {
        Set<String> rules = new HashSet<>();
        CITATION.matcher(joined(source)).results().map(match -> match.group(1)).forEach(list -> {
            rules.addAll(List.of(list.split(", and |, | and | to ")));
            RANGE.matcher(list).results().forEach(range -> rules.addAll(between(range.group(1), range.group(2))));
        });
        return rules;
    }

    private static List<String> between(String first, String last) {
        List<String> rules = new ArrayList<>();
        for (int number = number(first); number <= number(last); number++) {
            rules.add(letters(first) + number);
        }
        return rules;
    }

    private static String letters(String rule) {
        return rule.replaceAll("[0-9]", "");
    }

    private static int number(String rule) {
        return Integer.parseInt(rule.replaceAll("[A-Z]", ""));
    }

    /** Without the line breaks of comments. */
    private static String joined(String source) {
        return source.replaceAll("\\s*\\n\\s*(?:\\*(?!/) ?|// )?\\s*", " ");
    }

    private static boolean isTest(Path file) {
        return TEST.matcher(file.toString()).matches() && !file.endsWith("RulesTest.java");
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("RulesTest.java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
