package com.operatoros.payments.stripe;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.ObjectKind;
import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.model.Charge;
import com.stripe.model.CreditNote;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.model.MetadataStore;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentLink;
import com.stripe.model.Refund;
import com.stripe.model.Review;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import com.stripe.model.radar.EarlyFraudWarning;
import com.stripe.net.ApiResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a delivery whose signature has been checked (rule S4). Long since it names each kind of object that
 * an event can be about once.
 */
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
            return translate(parse(payload), payload);
        } catch (RuntimeException | StackOverflowError e) {
            // The SDK answers broken, empty and deeply nested texts with unchecked exceptions of several kinds.
            throw new UnreadableEvent(e.getClass().getSimpleName());
        }
    }

    /**
     * Whether it is a thin event, which tells that something has changed and not what: a destination of Stripe's second version,
     * not an event as we take them.
     */
    public Optional<String> findThin(String payload) {
        try {
            JsonObject thin = JsonParser.parseString(payload).getAsJsonObject();
            boolean isThin = "v2.core.event".equals(UnknownObject.text(thin, "object"));
            String type = UnknownObject.text(thin, "type");
            return isThin && type != null && type.indexOf('\0') < 0 ? Optional.of(type) : Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /**
     * Reads an event that Stripe has listed.
     *
     * @throws UnreadableEvent when it is not built as an event is
     */
    StripeEvent read(Event event) throws UnreadableEvent {
        try {
            return translate(checked(event), ApiResource.GSON.toJson(event));
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnreadableEvent(e.getClass().getSimpleName());
        }
    }

    private static Event parse(String payload) throws UnreadableEvent {
        return checked(ApiResource.GSON.fromJson(payload, Event.class));
    }

    private static Event checked(@Nullable Event event) throws UnreadableEvent {
        if (event == null || !isEvent(event)) {
            throw new UnreadableEvent("no event");
        }
        return event;
    }

    private static boolean isEvent(Event event) {
        return "event".equals(event.getObject())
                && event.getId() != null
                && !event.getId().isBlank()
                && event.getType() != null
                && event.getCreated() != null
                && event.getCreated() >= 0
                && event.getCreated() <= LATEST
                && event.getId().indexOf('\0') < 0
                && event.getType().indexOf('\0') < 0
                && event.getData() != null;
    }

    private static StripeEvent translate(Event event, String payload) throws UnreadableEvent {
        Map<ObjectKind, String> ids = new EnumMap<>(ObjectKind.class);
        Instant created = Instant.ofEpochSecond(event.getCreated());
        Read read = read(event, created, ids);
        boolean livemode = Boolean.TRUE.equals(event.getLivemode());
        return new StripeEvent(
                event.getId(),
                event.getType(),
                created,
                livemode,
                event.getAccount() != null,
                read.named(),
                ids,
                read.revises(),
                read.report(),
                payload);
    }

    private record Read(Optional<UUID> named, Optional<String> revises, Optional<GatewayReport> report) {
        Read(Optional<UUID> named, Optional<GatewayReport> report) {
            this(named, Optional.empty(), report);
        }
    }

    /** An object that is not built as the SDK expects still tells whose it is; Stripe has to be asked for the rest. */
    private static Read read(Event event, Instant created, Map<ObjectKind, String> ids) throws UnreadableEvent {
        String type = event.getType();
        try {
            return read(type, created, event.getDataObjectDeserializer().deserializeUnsafe(), ids);
        } catch (EventDataObjectDeserializationException | RuntimeException e) {
            String raw = event.getDataObjectDeserializer().getRawJson();
            if (raw == null) {
                throw new UnreadableEvent("no object");
            }
            ids.clear();
            Optional<UUID> named = UnknownObject.read(raw, ids);
            boolean isOfInterest = StripeEventTypes.ALL.contains(type);
            return new Read(named, isOfInterest ? Optional.of(new GatewayReport.Unclear()) : Optional.empty());
        }
    }

    private static Read read(String type, Instant at, StripeObject object, Map<ObjectKind, String> ids) {
        if (object instanceof Session session) {
            SessionReports.addIds(session, ids);
            return new Read(named(session), SessionReports.find(type, session, at));
        }
        if (object instanceof PaymentIntent intent) {
            IntentReports.addIds(intent, ids);
            return new Read(named(intent), IntentReports.find(type, intent, at));
        }
        if (object instanceof PaymentLink link) {
            addId(ids, ObjectKind.PAYMENT_LINK, link.getId());
            return new Read(named(link), LinkReports.find(type, link));
        }
        return readInvoice(type, at, object, ids);
    }

    private static Read readInvoice(String type, Instant at, StripeObject object, Map<ObjectKind, String> ids) {
        if (object instanceof Invoice invoice) {
            InvoiceReports.addIds(invoice, ids);
            return new Read(named(invoice), InvoiceReports.revises(invoice), InvoiceReports.find(type, invoice, at));
        }
        if (object instanceof InvoicePayment payment) {
            InvoiceReports.addIds(payment, ids);
            return new Read(Optional.empty(), InvoiceReports.find(type, payment, at));
        }
        if (object instanceof CreditNote note) {
            InvoiceReports.addIds(note, ids);
            return new Read(named(note), InvoiceReports.find(type, note));
        }
        return readRefundOrDispute(type, at, object, ids);
    }

    private static Read readRefundOrDispute(String type, Instant at, StripeObject object, Map<ObjectKind, String> ids) {
        if (object instanceof Refund refund) {
            RefundAndDisputeReports.addIds(refund, ids);
            return new Read(named(refund), RefundAndDisputeReports.find(type, refund, at));
        }
        if (object instanceof Dispute dispute) {
            RefundAndDisputeReports.addIds(dispute, ids);
            return new Read(named(dispute), RefundAndDisputeReports.find(type, dispute, at));
        }
        if (object instanceof Charge charge) {
            RefundAndDisputeReports.addIds(charge, ids);
            return new Read(named(charge), RefundAndDisputeReports.find(type, charge));
        }
        if (object instanceof EarlyFraudWarning warning) {
            RadarReports.addIds(warning, ids);
            return new Read(Optional.empty(), RadarReports.find(type, warning));
        }
        if (object instanceof Review review) {
            RadarReports.addIds(review, ids);
            return new Read(Optional.empty(), RadarReports.find(type, review));
        }
        if (StripeEventTypes.ALL.contains(type)) {
            throw new IllegalStateException("an object that the SDK does not know");
        }
        return new Read(Optional.empty(), Optional.empty());
    }

    private static Optional<UUID> named(MetadataStore<?> object) {
        return Metadata.findPaymentId(object.getMetadata());
    }

    static void addId(Map<ObjectKind, String> ids, ObjectKind kind, @Nullable String id) {
        if (id != null && !id.isBlank() && id.indexOf('\0') < 0) {
            ids.put(kind, id);
        }
    }
}
