package com.operatoros.payments.stripe;

import com.operatoros.payments.payment.StripeObjectKind;
import com.operatoros.payments.stripe.StripeEvent.News;
import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentLink;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import com.stripe.net.ApiResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the text of a delivery whose signature has been checked (rule S4). */
@ApplicationScoped
public class StripeEventReader {

    /** The last second of the year 9999, which is the last that JSON and people can write. */
    static final long LATEST = 253_402_300_799L;

    /**
     * Reads an event.
     *
     * @throws UnreadableEvent when it is no JSON, or no event
     */
    public StripeEvent read(String payload) throws UnreadableEvent {
        try {
            return translate(parse(payload));
        } catch (RuntimeException | StackOverflowError e) {
            // The SDK answers broken, empty and deeply nested texts with unchecked exceptions of several kinds.
            throw new UnreadableEvent(e.getClass().getSimpleName());
        }
    }

    private static Event parse(String payload) throws UnreadableEvent {
        Event event = ApiResource.GSON.fromJson(payload, Event.class);
        boolean isEvent = event != null
                && "event".equals(event.getObject())
                && event.getId() != null
                && !event.getId().isBlank()
                && event.getType() != null
                && event.getCreated() != null
                && event.getCreated() >= 0
                && event.getCreated() <= LATEST
                && event.getId().indexOf('\0') < 0
                && event.getType().indexOf('\0') < 0
                && event.getData() != null;
        if (!isEvent) {
            throw new UnreadableEvent("no event");
        }
        return event;
    }

    private static StripeEvent translate(Event event) throws UnreadableEvent {
        Instant created = Instant.ofEpochSecond(event.getCreated());
        StripeObject object = object(event);
        Map<StripeObjectKind, String> ids = new EnumMap<>(StripeObjectKind.class);
        Optional<UUID> named = Optional.empty();
        Optional<News> news = Optional.empty();
        if (object instanceof Session session) {
            named = Metadata.findPaymentId(session.getMetadata());
            SessionNews.addIds(session, ids);
            news = SessionNews.find(event.getType(), session, created);
        } else if (object instanceof PaymentIntent intent) {
            named = Metadata.findPaymentId(intent.getMetadata());
            IntentNews.addIds(intent, ids);
            news = IntentNews.find(event.getType(), intent, created);
        } else if (object instanceof Invoice invoice) {
            named = Metadata.findPaymentId(invoice.getMetadata());
            InvoiceNews.addIds(invoice, ids);
            news = InvoiceNews.find(event.getType(), invoice, created);
        } else if (object instanceof PaymentLink link) {
            named = Metadata.findPaymentId(link.getMetadata());
            addId(ids, StripeObjectKind.PAYMENT_LINK, link.getId());
            news = LinkNews.find(event.getType(), link);
        }
        boolean livemode = Boolean.TRUE.equals(event.getLivemode());
        return new StripeEvent(event.getId(), event.getType(), created, livemode, named, ids, news);
    }

    private static StripeObject object(Event event) throws UnreadableEvent {
        try {
            return event.getDataObjectDeserializer().deserializeUnsafe();
        } catch (EventDataObjectDeserializationException e) {
            throw new UnreadableEvent("the object of " + event.getType() + " cannot be read");
        }
    }

    static void addId(Map<StripeObjectKind, String> ids, StripeObjectKind kind, @Nullable String id) {
        if (id != null && !id.isBlank() && id.indexOf('\0') < 0) {
            ids.put(kind, id);
        }
    }
}
