package com.operatoros.payments.support;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a client of PostgreSQL asks on one connection, message by message, as its protocol 3 frames them. */
final class DatabaseRequests {

    private static final int START = 3 << 16;
    private static final int LENGTH = Integer.BYTES;

    private final DataInputStream in;
    /** The client names a statement once and then only calls it by its name. */
    private final Map<String, String> statements = new HashMap<>();

    private boolean hasStarted;
    private boolean isOfEvent;

    DatabaseRequests(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * One message.
     *
     * @param commitsEvent whether it commits a transaction that has stored an event
     */
    record Request(byte[] bytes, boolean commitsEvent) {}

    /** Waits for the next; there is none when the client has gone. */
    Optional<Request> read() throws IOException {
        try {
            return Optional.of(hasStarted ? typed() : beginning());
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    /** Before the real start the client may ask whether the connection can be encrypted. */
    private Request beginning() throws IOException {
        int length = in.readInt();
        byte[] body = in.readNBytes(length - LENGTH);
        hasStarted = ByteBuffer.wrap(body).getInt() == START;
        return new Request(ByteBuffer.allocate(length).putInt(length).put(body).array(), false);
    }

    private Request typed() throws IOException {
        byte type = in.readByte();
        int length = in.readInt();
        byte[] body = in.readNBytes(length - LENGTH);
        byte[] bytes = ByteBuffer.allocate(1 + length)
                .put(type)
                .putInt(length)
                .put(body)
                .array();
        return new Request(bytes, isCommitOfEvent(type, body));
    }

    private boolean isCommitOfEvent(byte type, byte[] body) {
        if (type == 'P') {
            statements.put(word(body, 0), word(body, 1));
        }
        if (type != 'B') {
            return false;
        }
        String statement = statements.getOrDefault(word(body, 1), "");
        boolean isEnd = statement.equals("COMMIT") || statement.equals("ROLLBACK");
        boolean commitsEvent = isOfEvent && statement.equals("COMMIT");
        isOfEvent = !isEnd && (isOfEvent || statement.startsWith("insert into stripe_event "));
        return commitsEvent;
    }

    /** The words at the beginning of a message end with a zero each. */
    private static String word(byte[] body, int number) {
        return new String(body, StandardCharsets.UTF_8).split("\0", number + 2)[number];
    }
}
