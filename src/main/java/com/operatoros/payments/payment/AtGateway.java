package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.InvoiceReport;
import com.operatoros.payments.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A view of what the gateway has of a payment: its pages, whose addresses do not last, and when it was last asked for something. */
@Embeddable
public class AtGateway {

    private @Nullable String url;

    @Column(name = "pdf_url")
    private @Nullable String pdfUrl;

    @Column(name = "link_minor")
    private @Nullable Long linkMinor;

    @Column(name = "url_read_at")
    private @Nullable Instant urlReadAt;

    @Column(name = "stripe_mailed_at")
    private @Nullable Instant mailedAt;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    /** The gateway was asked to mail it. */
    void mailed(Instant at) {
        mailedAt = at;
    }

    /** The gateway was asked how it stands. */
    void checked(Instant at) {
        checkedAt = at;
    }

    /** What an answer does not tell stays as it is. */
    void learn(GatewayAnswer answer, Instant at) {
        if (answer.url() != null) {
            url = answer.url();
            urlReadAt = at;
        }
        if (answer.pdfUrl() != null) {
            pdfUrl = answer.pdfUrl();
        }
    }

    /** Another link has taken the place of the first one. */
    void relinked(GatewayAnswer answer, Money amount, Instant at) {
        learn(answer, at);
        linkMinor = amount.minor();
    }

    /** The pages of the invoice that has taken the place of another. */
    void learn(PaymentInvoice invoice) {
        InvoiceReport.Pages pages = invoice.pages();
        boolean isElsewhere = pages.url() != null && !pages.url().equals(url);
        url = isElsewhere ? pages.url() : url;
        urlReadAt = isElsewhere ? invoice.toldAt() : urlReadAt;
        pdfUrl = pages.pdfUrl() == null ? pdfUrl : pages.pdfUrl();
    }

    /** What the link asks for, in minor units; null where that is all of it. */
    public @Nullable Long linkMinor() {
        return linkMinor;
    }

    /** The page on which the client pays. */
    public @Nullable String url() {
        return url;
    }

    /** The page of the invoice as a PDF; a link has none. */
    public @Nullable String pdfUrl() {
        return pdfUrl;
    }

    /** When the gateway gave the addresses. */
    public @Nullable Instant urlReadAt() {
        return urlReadAt;
    }

    /** When it was asked to mail it; null when it was not. */
    public @Nullable Instant mailedAt() {
        return mailedAt;
    }
}
