package com.operatoros.payments.payment.operation;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.payment.PaymentType;
import java.util.List;
import java.util.Optional;

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
    MARK_PAID(Step.PAY_OUT_OF_BAND),
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

    boolean isCreation() {
        return this == CREATE_LINK || this == CREATE_INVOICE;
    }
}
