package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.CallTerms;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.RefundGateway;
import com.operatoros.payments.gateway.RefundRequest;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.CreditNote;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.CreditNoteCreateParams;
import com.stripe.param.CreditNoteListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refunds and credit notes at Stripe. */
@ApplicationScoped
class StripeRefunds implements RefundGateway {

    private static final String MARK = "operatoros_refund";
    private static final String REASON = "operatoros_reason";
    private static final int LONGEST_VALUE = 500;
    private static final long PAGE = 100;

    @Inject
    private StripeCalls calls;

    @Override
    public CallOutcome refund(RefundRequest request, int part, CallTerms terms) {
        RefundRequest.Part given = request.parts().get(part);
        RefundCreateParams.Builder params = RefundCreateParams.builder()
                .setPaymentIntent(given.intentId().value())
                .setAmount(given.amount().minor())
                .putAllMetadata(metadata(request, part));
        request.reasonCode()
                .map(code -> RefundCreateParams.Reason.valueOf(code.toUpperCase(Locale.ROOT)))
                .ifPresent(params::setReason);
        return calls.write(
                terms, (client, options) -> done(client.v1().refunds().create(params.build(), options)));
    }

    @Override
    public CallOutcome findRefund(RefundRequest request, int part, CallTerms terms) {
        RefundListParams ofIntent = RefundListParams.builder()
                .setPaymentIntent(request.parts().get(part).intentId().value())
                .setLimit(PAGE)
                .build();
        return calls.read(terms, (client, options) -> {
            for (Refund refund : client.v1().refunds().list(ofIntent, options).autoPagingIterable(null, options)) {
                if (isMarked(refund.getMetadata(), request.markOf(part))) {
                    return done(refund);
                }
            }
            return new CallOutcome.NotDone();
        });
    }

    @Override
    public CallOutcome credit(RefundRequest request, InvoiceId invoiceId, CallTerms terms) {
        CreditNoteCreateParams.Builder params = CreditNoteCreateParams.builder()
                .setInvoice(invoiceId.value())
                .setAmount(request.amount().minor())
                .setRefundAmount(request.amount().minor())
                .setEmailType(CreditNoteCreateParams.EmailType.NONE)
                .putAllMetadata(metadata(request, 0));
        // Of the two lists of reasons these stand on both.
        request.reasonCode()
                .filter(code -> !code.equals("requested_by_customer"))
                .map(code -> CreditNoteCreateParams.Reason.valueOf(code.toUpperCase(Locale.ROOT)))
                .ifPresent(params::setReason);
        if (request.reason() != null && request.reasonCode().isEmpty()) {
            params.setMemo(request.reason());
        }
        return calls.write(
                terms,
                (client, options) ->
                        credited(client, client.v1().creditNotes().create(params.build(), options), terms));
    }

    @Override
    public CallOutcome findCredit(RefundRequest request, InvoiceId invoiceId, CallTerms terms) {
        CreditNoteListParams ofInvoice = CreditNoteListParams.builder()
                .setInvoice(invoiceId.value())
                .setLimit(PAGE)
                .build();
        return calls.read(terms, (client, options) -> {
            for (CreditNote note :
                    client.v1().creditNotes().list(ofInvoice, options).autoPagingIterable(null, options)) {
                if (isMarked(note.getMetadata(), request.markOf(0))) {
                    return credited(client, note, terms);
                }
            }
            return new CallOutcome.NotDone();
        });
    }

    /** The refund that the credit note has caused is what a person waits for. */
    private static CallOutcome credited(StripeClient client, CreditNote note, CallTerms terms) {
        String refund = note.getRefunds() == null || note.getRefunds().isEmpty()
                ? null
                : note.getRefunds().get(0).getRefund();
        if (note.getId() == null || refund == null) {
            return CallOutcome.unknown("Stripe answered without the refund of the credit note");
        }
        RequestOptions options = StripeCalls.options(terms).build();
        try {
            return done(client.v1().refunds().retrieve(refund, options)).and(ObjectKind.CREDIT_NOTE, note.getId());
        } catch (StripeException e) {
            // Whatever is said about reading it, the money goes back.
            return CallOutcome.unknown(StripeFailures.describe(e));
        }
    }

    private static CallOutcome done(Refund refund) {
        return RefundAndDisputeReports.read(refund, IntentAudit.time(refund.getCreated()))
                .map(GatewayAnswer::refund)
                .<CallOutcome>map(CallOutcome.Done::new)
                .orElseGet(() -> CallOutcome.unknown("Stripe answered without a refund"));
    }

    private static Map<String, String> metadata(RefundRequest request, int part) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(Metadata.PAYMENT_ID, request.paymentId().toString());
        metadata.put(Metadata.REFERENCE, request.reference());
        metadata.put(MARK, request.markOf(part));
        if (request.reason() != null) {
            metadata.put(REASON, StripeText.cut(request.reason(), LONGEST_VALUE));
        }
        return metadata;
    }

    private static boolean isMarked(@Nullable Map<String, String> metadata, String mark) {
        return metadata != null && mark.equals(metadata.get(MARK));
    }
}
