package com.operatoros.payments.admin;

import com.operatoros.payments.payment.ClientAccess;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;
import jakarta.ejb.EJB;
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

/** The client's stable address of a payment: leads to the page that takes the money, or says how the payment stands. */
@WebServlet("/pay/*")
public class PayServlet extends HttpServlet {

    /** Where the page finds the payment. */
    static final String PAYMENT = "client.payment";

    private static final String PAGE = "/client/payment.xhtml";
    private static final Set<PaymentStatus> PAYABLE = Set.of(PaymentStatus.PENDING, PaymentStatus.FAILED);

    @EJB
    private ClientAccess access;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        // The address is a secret between the client and us: nobody keeps it, no other site learns it.
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        Payment payment = find(request.getPathInfo()).orElse(null);
        String url = payment == null || !PAYABLE.contains(payment.status()) ? null : payment.url();
        if (payment == null || url == null) {
            request.setAttribute(PAYMENT, payment);
            request.getRequestDispatcher(PAGE).forward(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", prefilled(url, payment.clientEmail()));
        }
    }

    private Optional<Payment> find(@Nullable String pathInfo) {
        return pathInfo == null ? Optional.empty() : access.find(pathInfo.substring(1));
    }

    private static String prefilled(String url, String email) {
        return url + (url.contains("?") ? '&' : '?') + "prefilled_email="
                + URLEncoder.encode(email, StandardCharsets.UTF_8);
    }
}
