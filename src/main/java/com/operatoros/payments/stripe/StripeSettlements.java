package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.CallTerms;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.SettlementGateway;
import com.operatoros.payments.gateway.SettlementRequest;
import com.stripe.model.CreditNote;
import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.model.PaymentRecord;
import com.stripe.param.CreditNoteCreateParams;
import com.stripe.param.CreditNoteListParams;
import com.stripe.param.InvoiceAttachPaymentParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.PaymentRecordReportPaymentParams;
import com.stripe.param.PaymentRecordReportPaymentParams.AmountRequested;
import com.stripe.param.PaymentRecordReportPaymentParams.Guaranteed;
import com.stripe.param.PaymentRecordReportPaymentParams.Outcome;
import com.stripe.param.PaymentRecordReportPaymentParams.PaymentMethodDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records of payments outside of Stripe, and credit notes over what is done without. Long since each call has its check here. */
@ApplicationScoped
class StripeSettlements implements SettlementGateway {

    private static final String MARK = "operatoros_settlement";
    private static final String NOTE = "operatoros_note";
    private static final String ELSEWHERE = "Outside of Stripe";
    private static final int LONGEST_VALUE = 500;
    private static final long PAGE = 100;

    @Inject
    private StripeCalls calls;

    @Override
    public CallOutcome reportPayment(SettlementRequest request, CallTerms terms) {
        PaymentRecordReportPaymentParams params = PaymentRecordReportPaymentParams.builder()
                .setAmountRequested(AmountRequested.builder()
                        .setValue(request.amount().minor())
                        .setCurrency(request.amount().currency().code())
                        .build())
                .setInitiatedAt(terms.since().getEpochSecond())
                .setOutcome(Outcome.GUARANTEED)
                .setGuaranteed(Guaranteed.builder()
                        .setGuaranteedAt(terms.since().getEpochSecond())
                        .build())
                .setPaymentMethodDetails(PaymentMethodDetails.builder()
                        .setType(PaymentMethodDetails.Type.CUSTOM)
                        .setCustom(PaymentMethodDetails.Custom.builder()
                                .setDisplayName(ELSEWHERE)
                                .build())
                        .build())
                .putAllMetadata(metadata(request))
                .build();
        return calls.write(terms, (client, options) -> {
            PaymentRecord record = client.v1().paymentRecords().reportPayment(params, options);
            return record.getId() == null
                    ? CallOutcome.unknown("Stripe answered without a payment record")
                    : new CallOutcome.Done(GatewayAnswer.id(ObjectKind.PAYMENT_RECORD, record.getId()));
        });
    }

    @Override
    public CallOutcome attachPayment(InvoiceId invoiceId, String recordId, CallTerms terms) {
        InvoiceAttachPaymentParams params =
                InvoiceAttachPaymentParams.builder().setPaymentRecord(recordId).build();
        return calls.write(terms, (client, options) -> {
            Invoice invoice = client.v1().invoices().attachPayment(invoiceId.value(), params, options);
            return invoiceId.value().equals(invoice.getId())
                    ? new CallOutcome.Done(GatewayAnswer.nothing())
                    : CallOutcome.unknown("Stripe answered without the invoice");
        });
    }

    @Override
    public CallOutcome findAttached(InvoiceId invoiceId, String recordId, CallTerms terms) {
        InvoicePaymentListParams ofInvoice = InvoicePaymentListParams.builder()
                .setInvoice(invoiceId.value())
                .setLimit(PAGE)
                .build();
        return calls.read(terms, (client, options) -> {
            for (InvoicePayment payment :
                    client.v1().invoicePayments().list(ofInvoice, options).autoPagingIterable(null, options)) {
                InvoicePayment.Payment by = payment.getPayment();
                if (by != null && recordId.equals(by.getPaymentRecord())) {
                    return new CallOutcome.Done(GatewayAnswer.nothing());
                }
            }
            return new CallOutcome.NotDone();
        });
    }

    /** On an open invoice an amount alone lowers what it asks for. */
    @Override
    public CallOutcome waive(SettlementRequest request, InvoiceId invoiceId, CallTerms terms) {
        CreditNoteCreateParams.Builder params = CreditNoteCreateParams.builder()
                .setInvoice(invoiceId.value())
                .setAmount(request.amount().minor())
                .setEmailType(CreditNoteCreateParams.EmailType.NONE)
                .putAllMetadata(metadata(request));
        if (request.note() != null) {
            params.setMemo(request.note());
        }
        return calls.write(
                terms, (client, options) -> done(client.v1().creditNotes().create(params.build(), options)));
    }

    @Override
    public CallOutcome findWaived(SettlementRequest request, InvoiceId invoiceId, CallTerms terms) {
        CreditNoteListParams ofInvoice = CreditNoteListParams.builder()
                .setInvoice(invoiceId.value())
                .setLimit(PAGE)
                .build();
        return calls.read(terms, (client, options) -> {
            for (CreditNote note :
                    client.v1().creditNotes().list(ofInvoice, options).autoPagingIterable(null, options)) {
                if (isMarked(note.getMetadata(), request.mark())) {
                    return done(note);
                }
            }
            return new CallOutcome.NotDone();
        });
    }

    private static CallOutcome done(CreditNote note) {
        return note.getId() == null
                ? CallOutcome.unknown("Stripe answered without a credit note")
                : new CallOutcome.Done(GatewayAnswer.id(ObjectKind.CREDIT_NOTE, note.getId()));
    }

    private static Map<String, String> metadata(SettlementRequest request) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(Metadata.PAYMENT_ID, request.paymentId().toString());
        metadata.put(Metadata.REFERENCE, request.reference());
        metadata.put(MARK, request.mark());
        if (request.note() != null) {
            metadata.put(NOTE, StripeText.cut(request.note(), LONGEST_VALUE));
        }
        return metadata;
    }

    private static boolean isMarked(@Nullable Map<String, String> metadata, String mark) {
        return metadata != null && mark.equals(metadata.get(MARK));
    }
}
