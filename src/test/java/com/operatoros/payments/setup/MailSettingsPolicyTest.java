package com.operatoros.payments.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With which settings of mail the start is refused (rule U2). */
class MailSettingsPolicyTest {

    @Test
    void without_any_setting_nothing_is_wrong() {
        assertEquals(List.of(), findProblems(Map.of()));
    }

    @Test
    void right_settings_are_accepted() {
        Map<String, String> settings = Map.of(
                "SMTP_SERVER", "smtp.example.com",
                "SMTP_PORT", "587",
                "SMTP_TLS", "starttls",
                "FROM_EMAIL", "billing@example.com",
                "ADMIN_EMAILS", "one@example.com, two@example.com",
                "INVOICE_EMAIL", "own");

        assertEquals(List.of(), findProblems(settings));
    }

    @ParameterizedTest
    @CsvSource({
        "SMTP_PORT, 0",
        "SMTP_PORT, 65536",
        "SMTP_PORT, smtp",
        "SMTP_TLS, perhaps",
        "FROM_EMAIL, Studio <billing@example.com>",
        "FROM_EMAIL, billing",
        "ADMIN_EMAILS, 'one@example.com; two@example.com'",
        "ADMIN_EMAILS, 'one@example.com, two'",
        "INVOICE_EMAIL, nobody"
    })
    void a_wrong_setting_is_named(String name, String value) {
        List<String> problems = findProblems(Map.of(name, value));

        assertEquals(1, problems.size());
        assertEquals(name, problems.get(0).split(" ", -1)[0]);
    }

    private static List<String> findProblems(Map<String, String> settings) {
        return MailSettingsPolicy.findProblems(name -> Optional.ofNullable(settings.get(name)));
    }
}
