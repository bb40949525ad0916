package com.operatoros.payments.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each language says everything (rule T1). */
class LanguagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])");
    private static final Properties ENGLISH = texts("messages.properties");
    private static final Properties GERMAN = texts("messages_de.properties");

    @Test
    void german_has_the_keys_of_english() {
        assertEquals(new TreeSet<>(ENGLISH.stringPropertyNames()), new TreeSet<>(GERMAN.stringPropertyNames()));
    }

    @Test
    void german_says_the_same_values() {
        List<String> wrong = ENGLISH.stringPropertyNames().stream()
                .filter(key -> GERMAN.getProperty(key).isBlank()
                        || !places(ENGLISH.getProperty(key)).equals(places(GERMAN.getProperty(key))))
                .toList();

        assertEquals(List.of(), wrong);
    }

    @Test
    void german_can_be_put_together() {
        ENGLISH.stringPropertyNames()
                .forEach(key -> assertDoesNotThrow(
                        () -> new MessageFormat(GERMAN.getProperty(key), Locale.GERMAN)
                                .format(new Object[] {1, 2, 3, 4, 5}),
                        key));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String file) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Messages.class.getResourceAsStream("/com/operatoros/payments/" + file)),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
