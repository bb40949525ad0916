package com.operatoros.payments.sandbox.stripe.store;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be stored: Stripe's objects, and below them the sandbox's own notes, which the API never shows. */
public enum Kind {
    ACCOUNT("account", "acct_"),
    BALANCE_TRANSACTION("balance_transaction", "txn_"),
    CHARGE("charge", "ch_ py_"),
    CHECKOUT_SESSION("checkout.session", "cs_test_"),
    CREDIT_NOTE("credit_note", "cn_"),
    CUSTOMER("customer", "cus_"),
    CUSTOMER_BALANCE_TRANSACTION("customer_balance_transaction", "cbtxn_"),
    DISPUTE("dispute", "du_ dp_"),
    EARLY_FRAUD_WARNING("radar.early_fraud_warning", "issfr_"),
    EVENT("event", "evt_"),
    INVOICE("invoice", "in_"),
    INVOICE_ITEM("invoiceitem", "ii_"),
    INVOICE_PAYMENT("invoice_payment", "inpay_"),
    PAYMENT_INTENT("payment_intent", "pi_"),
    PAYMENT_LINK("payment_link", "plink_"),
    PAYMENT_METHOD("payment_method", "pm_"),
    PAYMENT_RECORD("payment_record", "pr_"),
    PRICE("price", "price_"),
    PRODUCT("product", "prod_"),
    REFUND("refund", "re_ pyr_"),
    REVIEW("review", "prv_"),
    WEBHOOK_ENDPOINT("webhook_endpoint", "we_"),

    /** The line items of a link or a session, under the id of their owner. */
    LINE_ITEMS("sandbox.line_items"),
    /** All lines of an invoice, under the id of the invoice, which shows the first ten itself. */
    INVOICE_LINES("sandbox.invoice_lines"),
    /** The last part of a hosted page's address, and whose page it is. */
    ADDRESS("sandbox.address"),
    /** The session that the control's own payer has open on a link, under the id of the link. */
    PAYER("sandbox.payer"),
    /** How a refund that is decided later will end, under the id of the refund. */
    REFUND_COURSE("sandbox.refund_course"),
    /** The delivery of one event to one webhook endpoint. */
    DELIVERY("sandbox.delivery"),
    /** A used idempotency key with the answer it was given. */
    IDEMPOTENCY_KEY("sandbox.idempotency_key");

    private final String object;
    private final String prefixes;

    Kind(String object, String prefixes) {
        this.object = object;
        this.prefixes = prefixes;
    }

    Kind(String object) {
        this(object, object + ":");
    }

    private List<String> prefixes() {
        return List.of(prefixes.split(" ", -1));
    }

    /** Stripe's name of the object, as in the field {@code object}. */
    public String object() {
        return object;
    }

    /** A new random id of this kind. */
    public String newId() {
        return Ids.next(prefixes().get(0));
    }

    /** The kind whose ids begin like this one. */
    public static Optional<Kind> ofId(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.prefixes().stream().anyMatch(id::startsWith))
                .findFirst();
    }

    static Optional<Kind> named(String object) {
        return Arrays.stream(values())
                .filter(kind -> kind.object.equals(object))
                .findFirst();
    }

    /** How long one is kept at least; null means for ever. Stripe keeps events 30 days and idempotency keys 24 hours. */
    @Nullable
    Duration keptFor() {
        return switch (this) {
            case EVENT, DELIVERY -> Duration.ofDays(30);
            case IDEMPOTENCY_KEY -> Duration.ofHours(24);
            default -> null;
        };
    }
}
