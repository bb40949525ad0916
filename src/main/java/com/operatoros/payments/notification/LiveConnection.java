package com.operatoros.payments.notification;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;

/** One open page. Messages go out one after the other, and a page that does not read them is cut off. */
final class LiveConnection {

    private static final Logger LOG = System.getLogger(LiveConnection.class.getName());
    private static final int BACKLOG = 200;

    private final Session session;
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean sending;

    LiveConnection(Session session) {
        this.session = session;
    }

    boolean belongsTo(Session other) {
        return session.getId().equals(other.getId());
    }

    void send(String text) {
        synchronized (waiting) {
            if (waiting.size() >= BACKLOG) {
                close();
                return;
            }
            waiting.add(text);
            if (sending) {
                return;
            }
            sending = true;
        }
        sendNext();
    }

    private void sendNext() {
        String next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                sending = false;
                return;
            }
        }
        try {
            session.getAsyncRemote().sendText(next, result -> {
                if (result.isOK()) {
                    sendNext();
                } else {
                    close();
                }
            });
        } catch (RuntimeException e) {
            // The page has gone: it reads again when it comes back.
            close();
        }
    }

    private void close() {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, ""));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A live connection was gone already", e);
        }
    }
}
