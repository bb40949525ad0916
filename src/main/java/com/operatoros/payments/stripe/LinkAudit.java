package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.LinkId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.stripe.PaymentAtStripe.State;
import com.stripe.model.LineItem;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentLink;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentLinkRetrieveParams;
import com.stripe.param.checkout.SessionListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks how a payment link stands: the link, its sessions, their intents. */
@ApplicationScoped
class LinkAudit {

    private static final PaymentLinkRetrieveParams WITH_ITEMS =
            PaymentLinkRetrieveParams.builder().addExpand("line_items").build();

    @Inject
    private StripeQuestions stripe;

    @Inject
    private IntentAudit intents;

    /** Nobody can pay on a link any more whose place another has taken; what was paid on it before still counts. */
    PaymentAtStripe ask(LinkId id, List<LinkId> former) throws StripeUnreachable {
        PaymentAtStripeBuilder atStripe = new PaymentAtStripeBuilder(stripe.now());
        Optional<PaymentLink> link = find(id);
        if (link.isPresent()) {
            atStripe.stands(state(link.get()), total(link.get()), link.get().getCurrency());
            sessions(link.get(), atStripe);
        }
        for (LinkId other : former) {
            Optional<PaymentLink> old = find(other);
            if (old.isPresent()) {
                atStripe.formerly(state(old.get()));
                sessions(old.get(), atStripe);
            }
        }
        return atStripe.build();
    }

    private Optional<PaymentLink> find(LinkId id) throws StripeUnreachable {
        return stripe.find(api -> api.paymentLinks().retrieve(id.value(), WITH_ITEMS));
    }

    private void sessions(PaymentLink link, PaymentAtStripeBuilder atStripe) throws StripeUnreachable {
        for (Session session : stripe.all(
                (api, after) -> api.checkout().sessions().list(sessionsOf(new LinkId(link.getId()), after)))) {
            read(session, LinkReports.isUsed(link), atStripe);
        }
    }

    private static SessionListParams sessionsOf(LinkId link, @Nullable String after) {
        return SessionListParams.builder()
                .setPaymentLink(link.value())
                .setLimit(StripeQuestions.PAGE)
                .setStartingAfter(after)
                .addExpand("data.payment_intent.latest_charge")
                .build();
    }

    private void read(Session session, boolean isUsed, PaymentAtStripeBuilder atStripe) throws StripeUnreachable {
        Map<ObjectKind, String> ids = new EnumMap<>(ObjectKind.class);
        SessionReports.addIds(session, ids);
        atStripe.learn(ids);
        PaymentIntent intent = session.getPaymentIntentObject();
        Instant at = intent == null ? IntentAudit.time(session.getCreated()) : intents.happenedAt(intent);
        if ("complete".equals(session.getStatus())) {
            complete(session, intent, isUsed, atStripe, at);
        }
        if (intent != null) {
            intents.read(intent, at, atStripe);
        }
    }

    private static void complete(
            Session session,
            @Nullable PaymentIntent intent,
            boolean isUsed,
            PaymentAtStripeBuilder atStripe,
            Instant at) {
        boolean isUnpaid = "unpaid".equals(session.getPaymentStatus());
        boolean hasFailed = isUnpaid && intent != null && "requires_payment_method".equals(intent.getStatus());
        boolean isSettled = isUnpaid && intent != null && "succeeded".equals(intent.getStatus());
        if (hasFailed) {
            // A link that takes payments again need not be opened again.
            atStripe.tell(Optional.of(SessionReports.failed(session, isUsed, at)), session.getId(), at);
        } else if (!isSettled) {
            atStripe.tell(SessionReports.find("checkout.session.completed", session, at), session.getId(), at);
        }
        if ("paid".equals(session.getPaymentStatus())) {
            atStripe.hasMoney();
        }
    }

    private static State state(PaymentLink link) {
        if (LinkReports.isUsed(link)) {
            return State.USED;
        }
        return Boolean.TRUE.equals(link.getActive()) ? State.ACTIVE : State.INACTIVE;
    }

    private static @Nullable Long total(PaymentLink link) {
        List<LineItem> items =
                link.getLineItems() == null ? List.of() : link.getLineItems().getData();
        boolean isTold = !items.isEmpty() && items.stream().allMatch(item -> item.getAmountTotal() != null);
        return isTold ? items.stream().mapToLong(LineItem::getAmountTotal).sum() : null;
    }
}
