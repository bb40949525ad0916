package com.operatoros.payments.payment.operation;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.business.Business;
import com.operatoros.payments.business.DueDate;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.InvoiceRequest;
import com.operatoros.payments.gateway.LinkRequest;
import com.operatoros.payments.gateway.RefundRequest;
import com.operatoros.payments.gateway.SettlementRequest;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.Payment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down what an operation asks for, with the settings of this moment. */
@ApplicationScoped
class OperationRequests {
    /** What is here and stays when an admin decides, in minor units. */
    static final String KEPT = "kept_minor";

    private static final String REST_LINK = "link";

    @Inject
    private BillingProfile profile;

    JsonObject of(Payment payment, OperationKind kind) {
        return switch (kind) {
            case CREATE_LINK -> link(payment, payment.amount(), null).toJson();
            case CREATE_INVOICE ->
                invoice(
                                payment,
                                payment.bill().sendsEmail()
                                        && profile.invoiceMailer().asksStripe(),
                                payment.bill().sendsEmail()
                                        && profile.mails(payment.bill().isLink(), payment.isLive()))
                        .toJson();
            case SEND_INVOICE -> invoice(payment, true, false).toJson();
            default ->
                JSON.createObjectBuilder()
                        .add("payment_id", payment.id().toString())
                        .add("intents", SettlementRequest.ids(intents(payment)))
                        .build();
        };
    }

    /** What came elsewhere, or what is done without. */
    JsonObject settlement(Payment payment, OperationKind kind, Money amount, @Nullable String note) {
        String mark = UUID.randomUUID().toString();
        JsonObject decision =
                new SettlementRequest(payment.id(), payment.reference(), mark, amount, note, intents(payment)).toJson();
        JsonObject request = JSON.createObjectBuilder(decision)
                .add(KEPT, payment.facts().settlement().kept())
                .build();
        if (kind != OperationKind.MARK_LINK_PART_PAID) {
            return request;
        }
        Money rest = new Money(
                payment.facts().outstanding().minor() - amount.minor(),
                payment.amount().currency());
        return JSON.createObjectBuilder(request)
                .add(REST_LINK, link(payment, rest, mark).toJson())
                .build();
    }

    /** The link over what is still to come, which takes the place of the one over all of it. */
    static LinkRequest restLink(JsonObject request) {
        return LinkRequest.fromJson(request.getJsonObject(REST_LINK));
    }

    private static List<IntentId> intents(Payment payment) {
        return payment.facts().intentsWithMoney();
    }

    /** The latest money goes back first: of a payment that came twice the surplus. */
    RefundRequest refund(Payment payment, Money amount, @Nullable String reason) {
        List<RefundRequest.Part> parts = new ArrayList<>();
        long open = amount.minor();
        for (Map.Entry<IntentId, Money> held :
                payment.facts().refundability().parts().entrySet()) {
            long part = Math.min(open, held.getValue().minor());
            if (part > 0) {
                parts.add(new RefundRequest.Part(held.getKey(), new Money(part, amount.currency())));
                open -= part;
            }
        }
        String mark = UUID.randomUUID().toString();
        return new RefundRequest(payment.id(), payment.reference(), mark, amount, reason, parts);
    }

    private LinkRequest link(Payment payment, Money amount, @Nullable String mark) {
        return new LinkRequest(
                payment.id(),
                payment.reference(),
                payment.bill().projectName(),
                payment.bill().description(),
                amount,
                withdrawnText(),
                mark);
    }

    private InvoiceRequest invoice(Payment payment, boolean isSentByGateway, boolean isMailedByUs) {
        LocalDate due = Objects.requireNonNull(payment.bill().dueDate(), "an invoice has a due date");
        String footer = footer(profile.business());
        return new InvoiceRequest(
                payment.id(),
                payment.reference(),
                payment.bill().projectName(),
                payment.bill().description(),
                payment.amount(),
                payment.bill().clientName(),
                payment.bill().clientEmail(),
                DueDate.end(due, profile.zone()),
                footer.isEmpty() ? null : footer,
                isSentByGateway,
                isMailedByUs);
    }

    /** Who bills, as a client and a tax office want to read it, and then the business's own words. */
    private static String footer(Business business) {
        String contact = joined(" · ", business.phone(), business.email(), business.website());
        String name = business.name().isEmpty() ? null : business.name();
        return joined("\n", name, business.address(), business.taxId(), contact, business.footer());
    }

    private static String joined(String separator, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(separator));
    }

    private String withdrawnText() {
        return profile.businessName().isEmpty()
                ? "This payment has been completed or withdrawn."
                : "This payment has been completed or withdrawn. Please ask " + profile.businessName() + ".";
    }
}
