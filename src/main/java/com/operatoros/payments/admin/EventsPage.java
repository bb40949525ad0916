package com.operatoros.payments.admin;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.webhook.EventFilter;
import com.operatoros.payments.webhook.EventNotFound;
import com.operatoros.payments.webhook.EventOutcome;
import com.operatoros.payments.webhook.EventText;
import com.operatoros.payments.webhook.Events;
import com.operatoros.payments.webhook.StoredEvent;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists what Stripe delivered, newest first, or shows one event; what is shown follows from the address alone, and long for the parts of
 * that.
 */
@Named
@RequestScoped
public class EventsPage {

    private static final int PAGE_SIZE = 50;
    private static final int NOT_FOUND = 404;
    private static final String HERE = "/admin/events";

    /** Stripe's ids and the names of its types, so that an address stays an address. */
    private static final String PLAIN = "[A-Za-z0-9_.]{1,100}";

    @EJB
    private Events events;

    private @Nullable String outcome;
    private @Nullable String type;
    private @Nullable String payment;
    private @Nullable String before;
    private @Nullable String id;
    private @Nullable String older;
    private @Nullable StoredEvent event;
    private String text = "";
    private List<StoredEvent> list = List.of();
    private List<String> types = List.of();

    /** Reads the part that the address names. */
    public void load() {
        if (id != null) {
            loadOne(id);
            return;
        }
        EventFilter filter = new EventFilter(
                outcome == null ? null : Coded.get(EventOutcome.class, outcome),
                type,
                PaymentAddress.readId(payment).orElse(null),
                before);
        List<StoredEvent> found = events.list(filter, PAGE_SIZE + 1);
        list = found.subList(0, Math.min(found.size(), PAGE_SIZE));
        older = found.size() > PAGE_SIZE ? list.get(PAGE_SIZE - 1).id() : null;
        types = events.types();
    }

    private void loadOne(String eventId) {
        event = events.find(eventId).orElse(null);
        text = events.payload(eventId).map(EventText::lines).orElse("");
        if (event == null) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(NOT_FOUND);
        }
    }

    /** Takes it once more, and shows how it stands then. */
    public String apply(String eventId) {
        try {
            events.apply(eventId);
        } catch (EventNotFound e) {
            return HERE + "?faces-redirect=true";
        }
        return HERE + "?faces-redirect=true&id=" + eventId;
    }

    /** The same list, narrowed otherwise, from its beginning. */
    public String with(String name, String value) {
        String query = Stream.of("outcome", "type", "payment")
                .map(each -> each + "=" + (each.equals(name) ? value : of(each)))
                .filter(parameter -> !parameter.endsWith("="))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? HERE : HERE + "?" + query;
    }

    /** The same list, further back. */
    public String getOlderAddress() {
        String first = with("", "");
        return first + (first.contains("?") ? "&" : "?") + "before=" + older;
    }

    private String of(String name) {
        String value = switch (name) {
            case "outcome" -> outcome;
            case "type" -> type;
            default -> payment;
        };
        return value == null ? "" : value;
    }

    public List<StoredEvent> getList() {
        return list;
    }

    public List<String> getTypes() {
        return types;
    }

    /** The one that is shown by itself; null for a list. */
    public @Nullable StoredEvent getEvent() {
        return event;
    }

    /** Whether the address names an event that is not known, or not any more. */
    public boolean isMissing() {
        return id != null && event == null;
    }

    /** Its JSON; empty when it was not kept. */
    public String getText() {
        return text;
    }

    public boolean isFiltered() {
        return outcome != null || type != null || payment != null;
    }

    public @Nullable String getOlder() {
        return older;
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome =
                keep(outcome, some -> Coded.find(EventOutcome.class, some).isPresent());
    }

    public @Nullable String getType() {
        return type;
    }

    public void setType(@Nullable String type) {
        this.type = keep(type, some -> some.matches(PLAIN));
    }

    public @Nullable String getPayment() {
        return payment;
    }

    public void setPayment(@Nullable String payment) {
        this.payment = keep(payment, some -> PaymentAddress.readId(some).isPresent());
    }

    public @Nullable String getBefore() {
        return before;
    }

    public void setBefore(@Nullable String before) {
        this.before = keep(before, some -> some.matches(PLAIN));
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = keep(id, some -> some.matches(PLAIN));
    }

    /** What an address says that makes no sense is left out. */
    private static @Nullable String keep(@Nullable String value, Predicate<String> makesSense) {
        return value != null && makesSense.test(value) ? value : null;
    }
}
