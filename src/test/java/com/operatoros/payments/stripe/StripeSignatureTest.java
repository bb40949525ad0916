package com.operatoros.payments.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may deliver (rules S3 and W1). */
class StripeSignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String BODY = "{\"id\":\"evt_1\",\"name\":\"Zoë 🚀\"}";

    private final StripeSignature signature = accepting("whsec_old", "whsec_new");

    @Test
    void a_delivery_signed_just_now_is_accepted() throws Exception {
        assertEquals(Optional.of(BODY), verify(header(NOW, "whsec_new")));
    }

    @Test
    void each_of_several_secrets_is_accepted_while_one_is_rolled() throws Exception {
        assertEquals(Optional.of(BODY), verify(header(NOW, "whsec_old")));
    }

    @Test
    void one_of_two_signatures_is_enough() throws Exception {
        String other = header(NOW, "whsec_foreign");

        assertEquals(Optional.of(BODY), verify(other + "," + v1(NOW, "whsec_new")));
    }

    @Test
    void a_foreign_secret_is_refused() throws Exception {
        assertEquals(Optional.empty(), verify(header(NOW, "whsec_foreign")));
    }

    @Test
    void five_minutes_are_the_limit_on_both_sides() throws Exception {
        assertEquals(Optional.of(BODY), verify(header(NOW.minusSeconds(300), "whsec_new")));
        assertEquals(Optional.of(BODY), verify(header(NOW.plusSeconds(300), "whsec_new")));
        assertEquals(Optional.empty(), verify(header(NOW.minusSeconds(301), "whsec_new")));
        assertEquals(Optional.empty(), verify(header(NOW.plusSeconds(301), "whsec_new")));
    }

    @Test
    void an_old_delivery_is_not_made_young_by_a_second_timestamp() throws Exception {
        String old = header(NOW.minusSeconds(3600), "whsec_new");

        assertEquals(Optional.empty(), verify("t=" + NOW.getEpochSecond() + "," + old));
        assertEquals(Optional.empty(), verify(old + ",t=" + NOW.getEpochSecond()));
    }

    @Test
    void one_changed_byte_is_refused() throws Exception {
        byte[] changed = BODY.replace("evt_1", "evt_2").getBytes(StandardCharsets.UTF_8);

        assertEquals(Optional.empty(), signature.verify(changed, header(NOW, "whsec_new")));
    }

    @Test
    void without_a_secret_everything_is_refused() throws Exception {
        assertEquals(
                Optional.empty(), accepting().verify(BODY.getBytes(StandardCharsets.UTF_8), header(NOW, "whsec_new")));
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws Exception {
        byte[] broken = {(byte) 0xff, (byte) 0xfe};

        assertEquals(Optional.empty(), signature.verify(broken, header(NOW, "whsec_new")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "t",
                "t=",
                "t=abc",
                "t=99999999999999999999",
                "v1",
                "t,v1",
                "t=1795348800",
                "t=1795348800,v1",
                "t=1795348800,v0=00",
                "t=1795348800,v1=zz",
                "=,=,=",
                "t=-1,v1=00"
            })
    void garbage_in_the_header_is_refused(String header) {
        assertEquals(Optional.empty(), verify(header));
    }

    @Test
    void a_missing_header_is_refused() {
        assertEquals(Optional.empty(), signature.verify(BODY.getBytes(StandardCharsets.UTF_8), null));
    }

    private Optional<String> verify(String header) {
        return signature.verify(BODY.getBytes(StandardCharsets.UTF_8), header);
    }

    private static StripeSignature accepting(String... secrets) {
        StripeSettings settings = new StripeSettings("sk_test_x", null, List.of(secrets), null);
        return new StripeSignature(settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String header(Instant at, String secret) throws GeneralSecurityException {
        return "t=" + at.getEpochSecond() + "," + v1(at, secret);
    }

    private static String v1(Instant at, String secret) throws GeneralSecurityException {
        return "v1=" + Webhook.Util.computeHmacSha256(secret, at.getEpochSecond() + "." + BODY);
    }
}
