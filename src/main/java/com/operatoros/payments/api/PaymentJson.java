package com.operatoros.payments.api;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.mail.MailState;
import com.operatoros.payments.mail.MailStates;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.DisputeView;
import com.operatoros.payments.payment.HistoryEntry;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentNotFound;
import com.operatoros.payments.payment.PaymentQueries;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.StripeIds;
import com.operatoros.payments.payment.operation.OperationQueries;
import com.operatoros.payments.payment.operation.OperationView;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Messages;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payments and their history as JSON (rule A1). Long since it writes each field that the neighbour reads.
 */
@ApplicationScoped
class PaymentJson {

    @EJB
    private PaymentQueries queries;

    @EJB
    private MailStates mails;

    @EJB
    private OperationQueries operations;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /** The payment as it is now. */
    JsonObject of(UUID id) {
        return of(queries.find(id).orElseThrow(() -> new PaymentNotFound(id)));
    }

    /** One alone also tells what was asked of Stripe and is not done, in words. */
    JsonObject of(Payment payment) {
        return JSON.createObjectBuilder(of(payment, mails.of(payment)))
                .add(
                        "trouble",
                        text(operations
                                .findOpen(payment.id())
                                .map(OperationView::trouble)
                                .orElse(null)))
                .build();
    }

    /** Several at once, in their order. */
    JsonArray of(Collection<Payment> payments) {
        Map<UUID, MailState> states = mails.of(payments);
        JsonArrayBuilder array = JSON.createArrayBuilder();
        payments.forEach(payment -> array.add(of(payment, Objects.requireNonNull(states.get(payment.id())))));
        return array.build();
    }

    private JsonObject of(Payment payment, MailState mail) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", payment.id().toString())
                .add("reference", payment.reference())
                .add("project_name", payment.bill().projectName())
                .add("client_name", text(payment.bill().clientName()))
                .add("client_email", payment.bill().clientEmail());
        addAmount(json, "amount", payment.amount());
        json.add("currency", payment.amount().currency().code())
                .add("description", payment.bill().description())
                .add("type", payment.bill().type().code())
                .add("status", payment.status().code())
                .add("url", text(payment.gateway().url()))
                .add("pay_url", profile.payUrl(payment.origin().payToken()))
                .add("pdf_url", text(payment.gateway().pdfUrl()))
                .add("due_date", text(payment.bill().dueDate()))
                .add("overdue", payment.isOverdue(profile.today(clock)))
                .add("created_at", payment.createdAt().toString())
                .add("created_by", payment.origin().createdBy())
                .add(
                        "paid_at",
                        text(
                                payment.status() == PaymentStatus.PAID
                                        ? payment.outcome().paidAt()
                                        : null))
                .add(
                        "failure",
                        payment.outcome()
                                .failure()
                                .map(failure -> failure(payment, failure))
                                .orElse(JsonValue.NULL));
        addAmount(json, "amount_paid", payment.outcome().amountPaid());
        addAmount(json, "amount_refunded", payment.outcome().amountRefunded());
        addAmount(json, "outstanding", payment.outcome().outstanding());
        addAmount(json, "credited", payment.outcome().credited());
        json.add("partly_paid", payment.outcome().isPartlyPaid());
        PayerJson.add(json, payment.outcome().paidBy());
        return json.add(
                        "dispute",
                        payment.outcome().dispute().map(PaymentJson::dispute).orElse(JsonValue.NULL))
                .add("attention", attention(payment))
                .add("mode", payment.isLive() ? "live" : "test")
                .add("email", email(mail))
                .add("replaces", text(payment.progress().replaces().orElse(null)))
                .add("replaced_by", text(payment.progress().replacedBy().orElse(null)))
                .add("stripe", stripe(payment.stripe()))
                .build();
    }

    static JsonObject of(HistoryEntry entry) {
        PaymentStatus from = entry.from();
        PaymentStatus to = entry.to();
        return JSON.createObjectBuilder()
                .add("at", entry.at().toString())
                .add("kind", entry.kind().code())
                .add("from", text(from == null ? null : from.code()))
                .add("to", text(to == null ? null : to.code()))
                .add("actor", entry.actor())
                .add("evidence", text(entry.evidence()))
                .add("object", text(entry.objectId()))
                .add("happened_at", text(entry.happenedAt()))
                .add("detail", entry.message().in(Messages.english()))
                .build();
    }

    private static void addAmount(JsonObjectBuilder json, String name, Money amount) {
        addAmount(json, name, amount.amount());
    }

    static void addAmount(JsonObjectBuilder json, String name, Amount amount) {
        json.add(name, amount.major()).add(name + "_minor", amount.minor());
    }

    private static JsonValue failure(Payment payment, Failure failure) {
        Messages texts = Messages.english();
        boolean isRejected = payment.status() == PaymentStatus.REJECTED;
        return JSON.createObjectBuilder()
                .add("code", text(failure.code()))
                .add("message", texts.reason(failure.code(), failure.message()))
                .add("advice", isRejected ? texts.get("payment.rejected.text") : texts.advice(failure.code()))
                .build();
    }

    private static JsonValue dispute(DisputeView dispute) {
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add("status", dispute.state().code()).add("reason", dispute.reason());
        addAmount(json, "amount", dispute.amount());
        return json.add("currency", dispute.amount().currency())
                .add("evidence_due", text(dispute.evidenceDue()))
                .build();
    }

    private static JsonArrayBuilder attention(Payment payment) {
        JsonArrayBuilder reasons = JSON.createArrayBuilder();
        payment.outcome().attention().stream().sorted().map(Attention::code).forEach(reasons::add);
        return reasons;
    }

    private static JsonObjectBuilder email(MailState mail) {
        return JSON.createObjectBuilder()
                .add("state", mail.state())
                .add("at", text(mail.at()))
                .add("reason", text(english(mail.reason())));
    }

    private static @Nullable String english(@Nullable Message message) {
        return message == null ? null : message.in(Messages.english());
    }

    private static JsonObjectBuilder stripe(StripeIds ids) {
        return JSON.createObjectBuilder()
                .add("customer_id", text(ids.customer()))
                .add("payment_link_id", text(ids.paymentLink()))
                .add("checkout_session_id", text(ids.checkoutSession()))
                .add("payment_intent_id", text(ids.paymentIntent()))
                .add("charge_id", text(ids.charge()))
                .add("invoice_id", text(ids.invoice()))
                .add("invoice_number", text(ids.invoiceNumber()));
    }

    private static JsonValue text(@Nullable Object value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
    }
}
