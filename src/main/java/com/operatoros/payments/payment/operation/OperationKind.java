package com.operatoros.payments.payment.operation;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.payment.PaymentType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of request to the gateway, as the steps in which it is carried out. */
public enum OperationKind implements Coded {
    CREATE_LINK(Step.CREATE_LINK),
    CREATE_INVOICE(
            Step.CREATE_CUSTOMER,
            Step.CREATE_DRAFT,
            Step.ADD_ITEM,
            Step.NAME_CUSTOMER,
            Step.FINALIZE_INVOICE,
            Step.SEND_INVOICE),
    SEND_INVOICE(Step.SEND_INVOICE),
    CANCEL_LINK(Step.DEACTIVATE_LINK, Step.EXPIRE_SESSIONS),
    CANCEL_INVOICE(Step.VOID_INVOICE),
    /** The whole rest of an invoice came elsewhere. */
    MARK_PAID(Step.PAY_OUT_OF_BAND),
    /** A part of an invoice came elsewhere. */
    MARK_PART_PAID(Step.REPORT_PAYMENT, Step.ATTACH_PAYMENT),
    /** The whole rest of a link came elsewhere: nobody is to pay it as well. */
    MARK_LINK_PAID(Step.DEACTIVATE_LINK, Step.EXPIRE_SESSIONS),
    /** A part of a link came elsewhere: another link asks for the rest. */
    MARK_LINK_PART_PAID(Step.DEACTIVATE_LINK, Step.EXPIRE_SESSIONS, Step.CREATE_REST_LINK),
    /** What has arrived is settled as it is: nobody is to pay the rest. */
    ACCEPT_LINK(Step.DEACTIVATE_LINK),
    ACCEPT_INVOICE(Step.WAIVE_REST),
    REOPEN_LINK(Step.ALLOW_ANOTHER),
    RESTORE_LINK(Step.ACTIVATE_LINK),
    DISCARD_INVOICE(Step.DISCARD_INVOICE),
    /** Each intent gives its part back by a call of its own. */
    REFUND(Step.REFUND),
    CREDIT(Step.CREDIT);

    private final List<Step> steps;

    OperationKind(Step... steps) {
        this.steps = List.of(steps);
    }

    /** The one that makes what can be paid. */
    public static OperationKind creation(PaymentType type) {
        return switch (type) {
            case LINK -> CREATE_LINK;
            case INVOICE -> CREATE_INVOICE;
        };
    }

    /** The one that withdraws it. */
    public static OperationKind cancellation(PaymentType type) {
        return switch (type) {
            case LINK -> CANCEL_LINK;
            case INVOICE -> CANCEL_INVOICE;
        };
    }

    /** The one that takes note of money that came elsewhere. */
    public static OperationKind markingPaid(PaymentType type, boolean isWhole) {
        return switch (type) {
            case LINK -> isWhole ? MARK_LINK_PAID : MARK_LINK_PART_PAID;
            case INVOICE -> isWhole ? MARK_PAID : MARK_PART_PAID;
        };
    }

    /** The one that does without the rest. */
    public static OperationKind acceptance(PaymentType type) {
        return switch (type) {
            case LINK -> ACCEPT_LINK;
            case INVOICE -> ACCEPT_INVOICE;
        };
    }

    static OperationKind of(String code) {
        return Coded.get(OperationKind.class, code);
    }

    Step first() {
        return steps.get(0);
    }

    Optional<Step> after(Step step) {
        int next = steps.indexOf(step) + 1;
        return next < steps.size() ? Optional.of(steps.get(next)) : Optional.empty();
    }

    /** Whether no kind before this one takes the step: to the others their own names belong as well. */
    boolean isNamedAfter(Step step) {
        return Stream.of(values())
                .filter(kind -> kind.steps.contains(step))
                .findFirst()
                .equals(Optional.of(this));
    }

    /** Whether it makes a link or an invoice. */
    boolean makesPayable() {
        return isCreation() || this == MARK_LINK_PART_PAID;
    }

    boolean isCreation() {
        return this == CREATE_LINK || this == CREATE_INVOICE;
    }
}
