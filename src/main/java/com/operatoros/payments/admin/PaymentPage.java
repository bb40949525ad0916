package com.operatoros.payments.admin;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.mail.MailLine;
import com.operatoros.payments.mail.MailState;
import com.operatoros.payments.mail.MailStates;
import com.operatoros.payments.payment.HistoryEntry;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentQueries;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.payment.action.PaymentAction;
import com.operatoros.payments.payment.action.PaymentActions;
import com.operatoros.payments.payment.operation.FreshAddresses;
import com.operatoros.payments.payment.operation.OperationQueries;
import com.operatoros.payments.payment.operation.OperationView;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one payment; what its buttons do is in {@link PaymentButtons}. Long since the page has a getter for
 * each thing that it shows.
 */
@Named
@RequestScoped
public class PaymentPage {

    /** The lines of the history that tell why the gateway did not do what a button asked for. */
    private static final Pattern REFUSAL = Pattern.compile("history\\.(not_|invoice_not_sent).*");

    @EJB
    private PaymentQueries queries;

    @EJB
    private PaymentActions actions;

    @EJB
    private OperationQueries operations;

    @EJB
    private MailStates mailStates;

    @Inject
    private BillingProfile profile;

    @Inject
    private FreshAddresses addresses;

    @Inject
    private HttpServletRequest request;

    private @Nullable String confirm;
    private @Nullable Payment payment;
    private @Nullable Payment replaces;
    private @Nullable Payment replacedBy;
    private @Nullable OperationView openOperation;
    private Set<PaymentAction> allowed = Set.of();
    private List<HistoryEntry> history = List.of();
    private List<MailLine> mails = List.of();
    private @Nullable MailState clientMail;

    /** Reads the payment that the address names, or the form: that must be known before the form is understood. */
    @PostConstruct
    void load() {
        payment = PaymentAddress.readId(request.getParameter("id"))
                .flatMap(queries::find)
                .map(this::withGoodAddresses)
                .orElse(null);
        if (payment != null) {
            history = queries.history(payment.id());
            MailStates.OfPayment known = mailStates.about(payment);
            mails = known.all();
            clientMail = known.ofClient();
            allowed = actions.allowed(payment);
            openOperation = operations.findOpen(payment.id()).orElse(null);
            Optional<UUID> old = payment.progress().replaces();
            Optional<UUID> correction = payment.progress().replacedBy();
            for (Payment other : queries.find(
                    Stream.of(old, correction).flatMap(Optional::stream).toList())) {
                replaces = old.equals(Optional.of(other.id())) ? other : replaces;
                replacedBy = correction.equals(Optional.of(other.id())) ? other : replacedBy;
            }
        }
    }

    /** Without a payment, there is nothing here. */
    public void check() {
        if (payment == null) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Neither a pressed button nor an open page that reads itself again waits for the gateway. */
    private Payment withGoodAddresses(Payment found) {
        boolean isShown = request.getMethod().equals("GET") && request.getHeader("X-Requested-With") == null;
        return isShown && found.status().isOpen() ? addresses.of(found) : found;
    }

    public @Nullable Payment getPayment() {
        return payment;
    }

    public boolean isInvoice() {
        return payment != null && payment.bill().type() == PaymentType.INVOICE;
    }

    /** The payment that this one corrects. */
    public @Nullable Payment getReplaces() {
        return replaces;
    }

    /** The payment that corrects this one. */
    public @Nullable Payment getReplacedBy() {
        return replacedBy;
    }

    /** What the gateway has not done yet. */
    public @Nullable OperationView getOpenOperation() {
        return openOperation;
    }

    /** Whether the payment's state allows it. */
    public boolean allows(String action) {
        return allowed.stream().anyMatch(each -> each.code().equals(action));
    }

    /** Whether this is asked about, before it is done. */
    public boolean confirms(String action) {
        return action.equals(confirm) && allows(action);
    }

    /** Whether the address asks about something that can't be done any more. */
    public boolean isAskedInVain() {
        return Arrays.stream(PaymentAction.values())
                        .anyMatch(action -> action.code().equals(confirm))
                && !allows(String.valueOf(confirm));
    }

    /** Newest first: why the payment stands as it does is at the top. */
    public List<HistoryLine> getHistory() {
        return IntStream.range(0, history.size())
                .map(each -> history.size() - 1 - each)
                .mapToObj(number -> new HistoryLine(number, history.get(number)))
                .toList();
    }

    /** The mails that we send, oldest first. */
    public List<MailLine> getMails() {
        return mails;
    }

    /** The mail with the invoice that Stripe sends; null where we do, or nobody. */
    public @Nullable MailState getStripesMail() {
        boolean isStripes = payment != null
                && clientMail != null
                && clientMail.at() != null
                && clientMail.at().equals(payment.gateway().mailedAt());
        return isStripes ? clientMail : null;
    }

    /** The client's own address of the payment. */
    public String getPayUrl() {
        return payment == null ? "" : profile.payUrl(payment.origin().payToken());
    }

    /** What the gateway last refused. */
    public @Nullable HistoryEntry getRefusal() {
        return history.stream()
                .filter(entry -> REFUSAL.matcher(entry.message().key()).matches())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    public @Nullable String getConfirm() {
        return confirm;
    }

    public void setConfirm(@Nullable String confirm) {
        this.confirm = confirm;
    }
}
