package com.operatoros.payments.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads the bytes of a delivery within bounds: anybody may post here, and a slow or endless body must not hold us up. */
final class DeliveryBody {

    private static final int LIMIT = 1024 * 1024;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int CHUNK = 8 * 1024;

    private DeliveryBody() {}

    /** Why a body was not read. */
    static final class Refused extends Exception {
        private final int status;
        private final String detail;

        private Refused(int status, String detail) {
            super(detail);
            this.status = status;
            this.detail = detail;
        }

        String detail() {
            return detail;
        }

        int status() {
            return status;
        }
    }

    static byte[] read(InputStream stream) throws Refused {
        long start = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        try {
            for (int length = stream.read(chunk); length >= 0; length = stream.read(chunk)) {
                body.write(chunk, 0, length);
                check(body.size(), start);
            }
        } catch (IOException e) {
            throw new Refused(408, "The body did not arrive in time.");
        }
        return body.toByteArray();
    }

    private static void check(int size, long start) throws Refused {
        if (size > LIMIT) {
            throw new Refused(413, "The body is larger than an event can be.");
        }
        if (System.nanoTime() - start > DEADLINE.toNanos()) {
            throw new Refused(408, "The body did not arrive in time.");
        }
    }
}
