-- The schema's owner runs the migrations; the application's own user may only work with the rows.
grant usage on schema operatoros_payments to "${runtime_user}";
alter default privileges in schema operatoros_payments grant select, insert, update, delete on tables to "${runtime_user}";
alter default privileges in schema operatoros_payments grant usage, select on sequences to "${runtime_user}";

create sequence payment_reference start with 1001;

create table payment (
    id                    uuid primary key,
    reference             text not null unique,
    type                  text not null check (type in ('link', 'invoice')),
    project_name          text not null,
    client_name           text,
    client_email          text not null,
    description           text not null,
    amount_minor          bigint not null check (amount_minor > 0),
    currency              text not null check (currency ~ '^[a-z]{3}$'),
    livemode              boolean not null,
    due_date              date,
    due_key               date not null generated always as (coalesce(due_date, date '9999-12-31')) stored,
    send_email            boolean not null default false,
    pay_token             text not null unique,
    created_at            timestamptz not null,
    created_by            text not null,
    replaces_id           uuid references payment,
    replaced_by_id        uuid references payment,

    -- What a payment comes to is computed from facts; these are the ones that are not rows of their own.
    opened_at             timestamptz,
    -- How it ended without money: withdrawn by us or at Stripe, or refused when it was made.
    ended_as              text check (ended_as in ('canceled', 'rejected')),
    -- What an event tells by itself, and what somebody has resolved.
    attention_told        text not null default '',
    attention_resolved    text not null default '',

    -- What it comes to.
    status                text not null check (status in
                              ('creating', 'pending', 'processing', 'paid', 'failed', 'canceled', 'rejected')),
    paid_at               timestamptz,
    amount_paid_minor     bigint not null default 0 check (amount_paid_minor >= 0),
    amount_refunded_minor bigint not null default 0 check (amount_refunded_minor >= 0),
    failure_code          text,
    failure_message       text,
    dispute_status        text,
    dispute_reason        text,
    dispute_amount_minor  bigint,
    dispute_currency      text,
    dispute_evidence_due  timestamptz,
    attention             text not null default '',
    needs_attention       boolean not null default false,

    url                   text,
    pdf_url               text,
    -- When Stripe gave the two addresses, which do not last.
    url_read_at           timestamptz,
    -- When Stripe was asked to mail the invoice.
    stripe_mailed_at      timestamptz,
    -- When Stripe was last asked how it stands.
    checked_at            timestamptz,
    customer_id           text,
    payment_link_id       text,
    checkout_session_id   text,
    payment_intent_id     text,
    charge_id             text,
    invoice_id            text,
    invoice_number        text,
    version               bigint not null,

    check (status <> 'paid' or paid_at is not null)
);
-- The orders of lists, and lists that are narrowed.
create index payment_newest on payment (created_at, id);
create index payment_by_amount on payment (amount_minor, id);
create index payment_by_due on payment (due_key, id);
create index payment_status on payment (status, created_at, id);
create index payment_project on payment (project_name, created_at, id);
create index payment_client on payment (client_email, created_at, id);
create index payment_attention on payment (created_at, id) where needs_attention;
create index payment_refunded on payment (created_at, id) where amount_refunded_minor > 0;
create index payment_disputed on payment (created_at, id) where dispute_status is not null;
create index payment_deadline on payment (dispute_evidence_due)
    where dispute_status in ('needs_response', 'warning_needs_response');
-- What the sweep asks about, the longest ago first.
create index payment_unsettled on payment (checked_at nulls first) where status in ('creating', 'pending', 'processing', 'failed');
create index payment_settled on payment (checked_at nulls first) where status in ('paid', 'canceled', 'rejected');

-- One row for each charge, or for the intent where no charge is known; its state only moves forward.
create table payment_attempt (
    id              text primary key,
    payment_id      uuid not null references payment,
    intent_id       text,
    -- What an invoice tells of itself as a whole, beside what its intents tell.
    whole           boolean not null default false,
    state           text not null check (state in ('processing', 'failed', 'paid')),
    amount_minor    bigint not null,
    currency        text not null,
    reported_at     timestamptz not null,
    failure_code    text,
    failure_message text
);
create index payment_attempt_payment on payment_attempt (payment_id);

create table payment_refund (
    id             text primary key,
    payment_id     uuid not null references payment,
    intent_id      text,
    charge_id      text,
    amount_minor   bigint not null,
    currency       text not null,
    state          text not null check (state in ('pending', 'requires_action', 'succeeded', 'canceled', 'failed')),
    reason         text,
    failure_reason text,
    created_at     timestamptz not null
);
create index payment_refund_payment on payment_refund (payment_id);

create table payment_dispute (
    id           text primary key,
    payment_id   uuid not null references payment,
    intent_id    text,
    charge_id    text,
    amount_minor bigint not null,
    currency     text not null,
    state        text not null,
    reason       text not null,
    evidence_due timestamptz,
    opened_at    timestamptz not null
);
create index payment_dispute_payment on payment_dispute (payment_id);

create table payment_history (
    id           bigint generated always as identity primary key,
    payment_id   uuid not null references payment,
    at           timestamptz not null,
    kind         text not null,
    from_status  text,
    to_status    text,
    actor        text not null,
    -- What a line of the history rests on.
    evidence     text,
    object_id    text,
    amount_minor bigint,
    currency     text,
    happened_at  timestamptz,
    -- The key of its text and what it speaks of, so that each reader gets it in his own language.
    message      jsonb not null
);
create index payment_history_payment on payment_history (payment_id, id);
