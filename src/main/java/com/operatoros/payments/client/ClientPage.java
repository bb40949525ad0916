package com.operatoros.payments.client;

import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Speaks to a client who cannot be led to a page that takes the money (rule C1). */
@Named
@RequestScoped
public class ClientPage {

    @Inject
    private HttpServletRequest request;

    /** Without a payment, which {@link PayServlet} finds, there is nothing here. */
    public void load() {
        if (getPayment() == null) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public @Nullable Payment getPayment() {
        return request.getAttribute(PayServlet.PAYMENT) instanceof Payment payment ? payment : null;
    }

    /** Where the client gets the paid invoice as a PDF; empty where there is none. */
    public String getPdfAddress() {
        Payment payment = getPayment();
        if (payment == null
                || payment.status() != PaymentStatus.PAID
                || payment.gateway().pdfUrl() == null) {
            return "";
        }
        return request.getContextPath() + "/pay/" + payment.origin().payToken() + "/pdf";
    }

    /**
     * Whether the page that takes the money has done its part: the client is to transfer it, or it has come otherwise than it was asked
     * for, which is not the client's concern.
     */
    static boolean isThrough(Payment payment) {
        boolean isOdd = payment.outcome().attention().contains(Attention.AMOUNT_MISMATCH);
        return payment.status().isWaitedFor() && (payment.outcome().isTransferAwaited() || isOdd);
    }

    /** What is to be said, as a part of the keys of its texts. */
    public String getState() {
        Payment payment = getPayment();
        if (payment == null) {
            return "unknown";
        }
        if (isThrough(payment)) {
            return payment.outcome().isTransferAwaited() ? "transfer" : "received";
        }
        return switch (payment.status()) {
            case CREATING, PENDING, FAILED -> "pending";
            case PROCESSING -> "processing";
            case PAID -> "paid";
            case CANCELED, REJECTED -> "canceled";
        };
    }
}
