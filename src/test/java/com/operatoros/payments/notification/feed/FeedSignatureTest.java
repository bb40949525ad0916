package com.operatoros.payments.notification.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How a post is signed (rule F5). */
class FeedSignatureTest {

    private static final Instant AT = Instant.ofEpochSecond(1_795_348_800);

    @Test
    void the_time_and_the_body_are_signed_with_the_secret() {
        // printf '1795348800.{"title":"Grüße"}' | openssl dgst -sha256 -hmac geheim
        assertEquals(
                "t=1795348800,v1=88d8b00c12d9efdf94fff75e416c88882b416fe067ed8291467d0dad88152bac",
                FeedSignature.of("{\"title\":\"Grüße\"}", "geheim", AT));
    }

    @Test
    void another_second_makes_another_signature() {
        String one = FeedSignature.of("{}", "geheim", AT);
        String next = FeedSignature.of("{}", "geheim", AT.plusSeconds(1));

        assertNotEquals(one.substring(one.indexOf("v1=")), next.substring(next.indexOf("v1=")));
    }
}
