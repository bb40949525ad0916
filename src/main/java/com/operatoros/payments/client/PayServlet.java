package com.operatoros.payments.client;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.payment.operation.FreshAddresses;
import com.operatoros.payments.security.LocalRedirect;
import com.operatoros.payments.text.EmailAddress;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The client's stable address of a payment: leads to the page that takes the money, or says how the payment stands. With
 * {@code /pdf} behind it, it leads to the invoice as a PDF.
 */
@WebServlet("/pay/*")
public class PayServlet extends HttpServlet {

    /** Where the page finds the payment. */
    static final String PAYMENT = "client.payment";

    private static final String PAGE = "/client/payment.xhtml";
    private static final String PDF = "/pdf";
    private static final Set<PaymentStatus> PAYABLE = Set.of(PaymentStatus.PENDING, PaymentStatus.FAILED);
    private static final Set<PaymentStatus> WITHDRAWN = Set.of(PaymentStatus.CANCELED, PaymentStatus.REJECTED);

    /** No chain of corrections is as long as this; a circle would be. */
    private static final int MOST_CORRECTIONS = 50;

    @EJB
    private ClientAccess access;

    @Inject
    private FreshAddresses addresses;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        // The address is a secret between the client and us: nobody keeps it, no other site learns it.
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        boolean isPdf = path.endsWith(PDF) && path.length() > PDF.length();
        Payment asked = access.find(path.substring(1, path.length() - (isPdf ? PDF.length() : 0)))
                .orElse(null);
        Payment payment = asked == null ? null : latest(asked);
        if (payment != null && payment != asked) {
            LocalRedirect.to("/pay/" + payment.origin().payToken() + (isPdf ? PDF : ""), request, response);
            return;
        }
        String target = payment == null ? null : isPdf ? pdf(payment) : page(payment);
        if (target == null) {
            request.setAttribute(PAYMENT, isPdf ? null : payment);
            request.getRequestDispatcher(PAGE).forward(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", target);
        }
    }

    /** What has taken the place of a payment that was withdrawn; the payment itself where nothing has. */
    private Payment latest(Payment asked) {
        Payment latest = asked;
        for (int corrections = 0;
                corrections < MOST_CORRECTIONS && WITHDRAWN.contains(latest.status());
                corrections++) {
            Optional<Payment> next = latest.progress().replacedBy().flatMap(access::find);
            if (next.isEmpty()) {
                return latest;
            }
            latest = next.get();
        }
        return latest;
    }

    private @Nullable String page(Payment payment) {
        if (!PAYABLE.contains(payment.status()) || ClientPage.isThrough(payment)) {
            return null;
        }
        String url = addresses.of(payment).gateway().url();
        return url == null || payment.bill().type() == PaymentType.INVOICE
                ? url
                : prefilled(url, payment.bill().clientEmail());
    }

    private @Nullable String pdf(Payment payment) {
        return WITHDRAWN.contains(payment.status()) || payment.gateway().pdfUrl() == null
                ? null
                : addresses.of(payment).gateway().pdfUrl();
    }

    private static String prefilled(String url, String email) {
        return url + (url.contains("?") ? '&' : '?') + "prefilled_email="
                + URLEncoder.encode(EmailAddress.wire(email), StandardCharsets.UTF_8);
    }
}
