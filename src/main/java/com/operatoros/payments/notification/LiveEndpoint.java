package com.operatoros.payments.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Lets open pages of the admin listen. The container lets nobody in without the role, and other origins are refused
 * before this is reached.
 */
@ServerEndpoint("/admin/live")
@Dependent
public class LiveEndpoint {

    private static final Logger LOG = System.getLogger(LiveEndpoint.class.getName());
    private static final int MESSAGE_LIMIT = 256;

    @Inject
    private LiveHub hub;

    @OnOpen
    public void open(Session session) {
        session.setMaxTextMessageBufferSize(MESSAGE_LIMIT);
        session.setMaxIdleTimeout(0);
        hub.add(session);
    }

    /** Pages only send a sign of life. */
    @OnMessage
    public void message(String text, Session session) {
        LOG.log(Level.TRACE, "Sign of life on {0}", session.getId());
    }

    @OnClose
    public void close(Session session) {
        hub.remove(session);
    }

    @OnError
    public void error(Session session, Throwable cause) {
        hub.remove(session);
    }
}
