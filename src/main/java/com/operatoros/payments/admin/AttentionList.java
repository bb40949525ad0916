package com.operatoros.payments.admin;

import com.operatoros.payments.mail.MailStates;
import com.operatoros.payments.mail.Undelivered;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.list.Deadlines;
import com.operatoros.payments.payment.list.PaymentFilter;
import com.operatoros.payments.payment.list.PaymentList;
import com.operatoros.payments.payment.list.PaymentSlice;
import com.operatoros.payments.payment.list.PaymentSort;
import com.operatoros.payments.payment.list.StatusFilter;
import com.operatoros.payments.text.Message;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The payments that a person should look at: what has a deadline first, what is merely late last. */
@Named
@RequestScoped
public class AttentionList {

    private static final int OF_A_KIND = 5;

    @EJB
    private PaymentList list;

    @EJB
    private Deadlines deadlines;

    @EJB
    private MailStates mails;

    private Map<UUID, Message> undelivered = Map.of();
    private List<Payment> payments = List.of();

    @PostConstruct
    void load() {
        List<Undelivered> lost = mails.undelivered(OF_A_KIND);
        undelivered = lost.stream()
                .collect(Collectors.toMap(
                        one -> one.payment().id(),
                        one -> Objects.requireNonNullElse(one.reason(), Message.quote("")),
                        (one, other) -> one));
        Map<UUID, Payment> found = new LinkedHashMap<>();
        Stream.of(
                        deadlines.disputes(OF_A_KIND),
                        list(StatusFilter.ATTENTION, PaymentSort.CREATED_DESC),
                        list(StatusFilter.FAILED, PaymentSort.CREATED_DESC),
                        lost.stream().map(Undelivered::payment).toList(),
                        list(StatusFilter.OVERDUE, PaymentSort.DUE))
                .flatMap(List::stream)
                .forEach(payment -> found.putIfAbsent(payment.id(), payment));
        payments = List.copyOf(found.values());
    }

    private List<Payment> list(StatusFilter status, PaymentSort sort) {
        PaymentFilter filter = new PaymentFilter(status, null, null, null, null, null, null, sort);
        return list.slice(filter, null, OF_A_KIND).map(PaymentSlice::payments).orElse(List.of());
    }

    public List<Payment> getPayments() {
        return payments;
    }

    /** Whether no mail has reached the client. */
    public boolean isUndelivered(Payment payment) {
        return undelivered.containsKey(payment.id());
    }

    /** Why no mail has reached the client; nothing when one has. */
    public @Nullable Message undelivered(Payment payment) {
        return undelivered.get(payment.id());
    }

    /** How many mails wait for a mail server that is in trouble. */
    public long getHeldMails() {
        return mails.held();
    }
}
