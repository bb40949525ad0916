package com.operatoros.payments.admin;

import com.operatoros.payments.notification.Level;
import com.operatoros.payments.notification.Notification;
import com.operatoros.payments.notification.NotificationFilter;
import com.operatoros.payments.notification.Notifications;
import com.operatoros.payments.notification.feed.FeedQueries;
import com.operatoros.payments.notification.feed.FeedReport;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists what the admin was told, newest first; what is shown follows from the address alone. */
@Named
@RequestScoped
public class NotificationsPage {

    private static final int PAGE_SIZE = 50;
    private static final String ALL = "/admin/notifications?faces-redirect=true";
    private static final String YES = "1";

    @EJB
    private Notifications notifications;

    @EJB
    private FeedQueries feedQueries;

    @Inject
    private Shell shell;

    private @Nullable String level;
    private @Nullable String unread;
    private @Nullable String before;
    private @Nullable String older;
    private FeedReport feed = FeedReport.NOTHING;
    private List<Notification> list = List.of();

    /** Reads the part that the address names. */
    public void load() {
        NotificationFilter filter = new NotificationFilter(
                level == null ? null : Level.find(level).orElse(null),
                unread == null ? null : Boolean.FALSE,
                before == null ? null : Long.valueOf(before));
        List<Notification> found = notifications.listOnly(filter, PAGE_SIZE + 1);
        list = found.subList(0, Math.min(found.size(), PAGE_SIZE));
        older = found.size() > PAGE_SIZE ? Long.toString(list.get(PAGE_SIZE - 1).id()) : null;
        feed = feedQueries.report();
    }

    public String acknowledge(long id) {
        notifications.acknowledge(id, String.valueOf(shell.userName()));
        return address();
    }

    /** Where the same part is shown. */
    private String address() {
        return ALL
                + (level == null ? "" : "&level=" + level)
                + (unread == null ? "" : "&unread=" + unread)
                + (before == null ? "" : "&before=" + before);
    }

    public String clear() {
        notifications.clear(String.valueOf(shell.userName()));
        return ALL;
    }

    public List<Notification> getList() {
        return list;
    }

    public boolean isFiltered() {
        return level != null || unread != null;
    }

    /** Before which number the older ones begin; null when there are none. */
    public @Nullable String getOlder() {
        return older;
    }

    /** What stands between the notifications and OperatorOS. */
    public FeedReport getFeed() {
        return feed;
    }

    public @Nullable String getLevel() {
        return level;
    }

    public void setLevel(@Nullable String level) {
        this.level = keep(level, text -> Level.find(text).isPresent());
    }

    public @Nullable String getUnread() {
        return unread;
    }

    public void setUnread(@Nullable String unread) {
        this.unread = keep(unread, YES::equals);
    }

    public @Nullable String getBefore() {
        return before;
    }

    public void setBefore(@Nullable String before) {
        this.before = keep(before, text -> text.matches("[0-9]{1,18}"));
    }

    /** What an address says that makes no sense is left out. */
    private static @Nullable String keep(@Nullable String text, Predicate<String> makesSense) {
        return text != null && makesSense.test(text) ? text : null;
    }
}
