package com.operatoros.payments.admin;

import com.operatoros.payments.notification.Notification;
import com.operatoros.payments.notification.Notifications;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the admin was told, newest first. */
@Named
@RequestScoped
public class NotificationsPage {

    private static final int LIMIT = 100;
    private static final String AGAIN = "/admin/notifications?faces-redirect=true";

    @EJB
    private Notifications notifications;

    @Inject
    private Shell shell;

    private List<Notification> list = List.of();

    @PostConstruct
    void load() {
        list = notifications.list(null, LIMIT);
    }

    public String acknowledge(long id) {
        notifications.acknowledge(id, String.valueOf(shell.userName()));
        return AGAIN;
    }

    public String clear() {
        notifications.clear(String.valueOf(shell.userName()));
        return AGAIN;
    }

    public List<Notification> getList() {
        return list;
    }
}
