package com.operatoros.payments.payment;

import java.util.Arrays;
import java.util.Locale;

/** One call of the gateway within an operation. */
enum Step {
    CREATE_LINK {
        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.links().create(context.link(), context.terms());
        }

        @Override
        StepOutcome look(PaymentGateway gateway, StepContext context) {
            return gateway.links().find(context.link(), context.terms());
        }
    },
    CREATE_CUSTOMER {
        @Override
        boolean isNeeded(StepContext context) {
            return !context.knows(StripeObjectKind.CUSTOMER);
        }

        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.invoices()
                    .createCustomer(context.customerEmail(), context.customerIntroducedBy(), context.terms());
        }

        @Override
        StepOutcome look(PaymentGateway gateway, StepContext context) {
            return gateway.invoices()
                    .findCustomer(context.customerEmail(), context.customerIntroducedBy(), context.terms());
        }
    },
    CREATE_DRAFT {
        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.invoices().draft(context.invoice(), context.customerId(), context.terms());
        }

        @Override
        StepOutcome look(PaymentGateway gateway, StepContext context) {
            return gateway.invoices().findDraft(context.invoice(), context.customerId(), context.terms());
        }
    },
    ADD_ITEM {
        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.invoices()
                    .addItem(context.invoice(), context.customerId(), context.invoiceId(), context.terms());
        }

        @Override
        StepOutcome look(PaymentGateway gateway, StepContext context) {
            return gateway.invoices().findItem(context.invoice(), context.invoiceId(), context.terms());
        }
    },
    NAME_CUSTOMER {
        @Override
        boolean isNeeded(StepContext context) {
            return context.invoice().clientName() != null;
        }

        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            String name = context.invoice().clientName();
            return gateway.invoices().nameCustomer(context.customerId(), name == null ? "" : name, context.terms());
        }
    },
    FINALIZE_INVOICE {
        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.invoices().finish(context.invoice(), context.invoiceId(), context.terms());
        }

        @Override
        StepOutcome look(PaymentGateway gateway, StepContext context) {
            return gateway.invoices().read(context.invoice(), context.invoiceId(), context.terms());
        }
    },
    SEND_INVOICE {
        @Override
        boolean isNeeded(StepContext context) {
            // What has been paid or withdrawn meanwhile must not be asked for.
            return context.invoice().isSentByGateway() && context.status().isOpen();
        }

        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.invoices().send(context.invoiceId(), context.terms());
        }

        @Override
        StepOutcome look(PaymentGateway gateway, StepContext context) {
            return gateway.invoices().findSent(context.invoiceId(), context.terms());
        }
    },
    DEACTIVATE_LINK {
        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.links().deactivate(context.linkId(), context.terms());
        }
    },
    EXPIRE_SESSIONS {
        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.links().expireSessions(context.linkId(), context.terms());
        }
    },
    ACTIVATE_LINK {
        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.links().activate(context.linkId(), context.terms());
        }
    },
    ALLOW_ANOTHER {
        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.links().allowAnother(context.linkId(), context.terms());
        }
    },
    VOID_INVOICE {
        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.invoices().withdraw(context.invoiceId(), context.terms());
        }

        @Override
        StepOutcome look(PaymentGateway gateway, StepContext context) {
            return gateway.invoices().findWithdrawn(context.invoiceId(), context.terms());
        }
    },
    PAY_OUT_OF_BAND {
        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.invoices().markPaid(context.invoiceId(), context.terms());
        }

        @Override
        StepOutcome look(PaymentGateway gateway, StepContext context) {
            return gateway.invoices().findPaid(context.invoiceId(), context.terms());
        }
    },
    DISCARD_INVOICE {
        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.invoices().discard(context.invoiceId(), context.terms());
        }
    },
    REFUND {
        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.refunds().refund(context.refund(), context.part(), context.terms());
        }

        @Override
        StepOutcome look(PaymentGateway gateway, StepContext context) {
            return gateway.refunds().findRefund(context.refund(), context.part(), context.terms());
        }
    },
    CREDIT {
        @Override
        StepOutcome perform(PaymentGateway gateway, StepContext context) {
            return gateway.refunds().credit(context.refund(), context.invoiceId(), context.terms());
        }

        @Override
        StepOutcome look(PaymentGateway gateway, StepContext context) {
            return gateway.refunds().findCredit(context.refund(), context.invoiceId(), context.terms());
        }
    };

    static Step of(String code) {
        return Arrays.stream(values())
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** A part of the idempotency key, and the name in the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isNeeded(StepContext context) {
        return true;
    }

    /** Whether the gateway refuses to do again what is done. */
    boolean refusalMayMeanDone() {
        return this == FINALIZE_INVOICE || this == VOID_INVOICE || this == PAY_OUT_OF_BAND;
    }

    abstract StepOutcome perform(PaymentGateway gateway, StepContext context);

    /** Whether an earlier call had its effect, for when its key can't tell; a step that may be repeated needs none. */
    StepOutcome look(PaymentGateway gateway, StepContext context) {
        return new StepOutcome.NotDone();
    }
}
