package com.operatoros.payments.payment.operation;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.PaymentGateway;

/**
 * One call of the gateway within an operation. Long since each step says once how it is made, how it is looked for and
 * when it is needed.
 */
enum Step implements Coded {
    CREATE_LINK {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.links().create(input.link(), input.terms());
        }

        @Override
        CallOutcome look(PaymentGateway gateway, StepInput input) {
            return gateway.links().find(input.link(), input.terms());
        }
    },
    CREATE_CUSTOMER {
        @Override
        boolean isNeeded(StepInput input) {
            return !input.knows(ObjectKind.CUSTOMER);
        }

        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.invoices()
                    .createCustomer(input.customerEmail(), input.customerIntroducedBy(), input.terms());
        }

        @Override
        CallOutcome look(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().findCustomer(input.customerEmail(), input.customerIntroducedBy(), input.terms());
        }
    },
    CREATE_DRAFT {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().draft(input.invoice(), input.customerId(), input.terms());
        }

        @Override
        CallOutcome look(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().findDraft(input.invoice(), input.customerId(), input.terms());
        }
    },
    ADD_ITEM {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().addItem(input.invoice(), input.customerId(), input.invoiceId(), input.terms());
        }

        @Override
        CallOutcome look(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().findItem(input.invoice(), input.invoiceId(), input.terms());
        }
    },
    NAME_CUSTOMER {
        @Override
        boolean isNeeded(StepInput input) {
            return input.invoice().clientName() != null;
        }

        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            String name = input.invoice().clientName();
            return gateway.invoices().nameCustomer(input.customerId(), name == null ? "" : name, input.terms());
        }
    },
    FINALIZE_INVOICE {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().finish(input.invoice(), input.invoiceId(), input.terms());
        }

        @Override
        CallOutcome look(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().read(input.invoice(), input.invoiceId(), input.terms());
        }
    },
    SEND_INVOICE {
        @Override
        boolean isNeeded(StepInput input) {
            // What has been paid or withdrawn meanwhile must not be asked for.
            return input.invoice().isSentByGateway() && input.status().isOpen();
        }

        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().send(input.invoiceId(), input.terms());
        }

        @Override
        CallOutcome look(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().findSent(input.invoiceId(), input.terms());
        }
    },
    DEACTIVATE_LINK {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.links().deactivate(input.linkId(), input.terms());
        }
    },
    EXPIRE_SESSIONS {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.links().expireSessions(input.linkId(), input.knownIntents(), input.terms());
        }
    },
    ACTIVATE_LINK {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.links().activate(input.linkId(), input.terms());
        }
    },
    CREATE_REST_LINK {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.links().create(input.restLink(), input.terms());
        }

        @Override
        CallOutcome look(PaymentGateway gateway, StepInput input) {
            return gateway.links().find(input.restLink(), input.terms());
        }
    },
    ALLOW_ANOTHER {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.links().allowAnother(input.linkId(), input.terms());
        }
    },
    VOID_INVOICE {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().withdraw(input.invoiceId(), input.terms());
        }

        @Override
        CallOutcome look(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().findWithdrawn(input.invoiceId(), input.terms());
        }
    },
    PAY_OUT_OF_BAND {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().markPaid(input.invoiceId(), input.terms());
        }

        @Override
        CallOutcome look(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().findPaid(input.invoiceId(), input.terms());
        }
    },
    DISCARD_INVOICE {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.invoices().discard(input.invoiceId(), input.terms());
        }
    },
    REPORT_PAYMENT {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.settlements().reportPayment(input.settlement(), input.terms());
        }
    },
    ATTACH_PAYMENT {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.settlements().attachPayment(input.invoiceId(), input.recordId(), input.terms());
        }

        @Override
        CallOutcome look(PaymentGateway gateway, StepInput input) {
            return gateway.settlements().findAttached(input.invoiceId(), input.recordId(), input.terms());
        }
    },
    WAIVE_REST {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.settlements().waive(input.settlement(), input.invoiceId(), input.terms());
        }

        @Override
        CallOutcome look(PaymentGateway gateway, StepInput input) {
            return gateway.settlements().findWaived(input.settlement(), input.invoiceId(), input.terms());
        }
    },
    REFUND {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.refunds().refund(input.refund(), input.part(), input.terms());
        }

        @Override
        CallOutcome look(PaymentGateway gateway, StepInput input) {
            return gateway.refunds().findRefund(input.refund(), input.part(), input.terms());
        }
    },
    CREDIT {
        @Override
        CallOutcome perform(PaymentGateway gateway, StepInput input) {
            return gateway.refunds().credit(input.refund(), input.invoiceId(), input.terms());
        }

        @Override
        CallOutcome look(PaymentGateway gateway, StepInput input) {
            return gateway.refunds().findCredit(input.refund(), input.invoiceId(), input.terms());
        }
    };

    static Step of(String code) {
        return Coded.get(Step.class, code);
    }

    boolean isNeeded(StepInput input) {
        return true;
    }

    /** Whether the gateway refuses to do again what is done. */
    boolean refusalMayMeanDone() {
        return this == FINALIZE_INVOICE || this == VOID_INVOICE || this == PAY_OUT_OF_BAND;
    }

    abstract CallOutcome perform(PaymentGateway gateway, StepInput input);

    /** Whether an earlier call had its effect, for when its key can't tell; a step that may be repeated needs none. */
    CallOutcome look(PaymentGateway gateway, StepInput input) {
        return new CallOutcome.NotDone();
    }
}
