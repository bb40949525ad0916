-- The schema's owner runs the migrations; the application's own user may only work with the rows.
grant usage on schema operatoros_payments to "${runtime_user}";
alter default privileges in schema operatoros_payments grant select, insert, update, delete on tables to "${runtime_user}";
alter default privileges in schema operatoros_payments grant usage, select on sequences to "${runtime_user}";

create sequence payment_reference start with 1001;

create table payment (
    id                  uuid primary key,
    reference           text not null unique,
    type                text not null check (type in ('link', 'invoice')),
    project_name        text not null,
    client_name         text,
    client_email        text not null,
    description         text not null,
    -- What the search looks at, folded to lower case by the application, so that it does not depend on a locale.
    search_text         text not null,
    amount_minor        bigint not null check (amount_minor > 0),
    currency            text not null check (currency ~ '^[a-z]{3}$'),
    livemode            boolean not null,
    due_date            date,
    due_key             date not null generated always as (coalesce(due_date, date '9999-12-31')) stored,
    pay_token           text not null unique,
    created_at          timestamptz not null,
    created_by          text not null,

    status              text not null check (status in
                            ('creating', 'pending', 'processing', 'paid', 'failed', 'canceled', 'rejected')),
    url                 text,
    paid_at             timestamptz,
    amount_paid_minor   bigint not null default 0 check (amount_paid_minor >= 0),
    failure_code        text,
    failure_message     text,
    attention           text not null default '',
    needs_attention     boolean not null default false,
    customer_id         text,
    payment_link_id     text,
    checkout_session_id text,
    payment_intent_id   text,
    charge_id           text,
    invoice_id          text,
    invoice_number      text,
    version             bigint not null,

    check (status <> 'paid' or paid_at is not null)
);
create index payment_newest on payment (created_at, id);
create index payment_by_amount on payment (amount_minor, id);
create index payment_by_due on payment (due_key, id);
create index payment_status on payment (status, created_at, id);

-- One row for each charge, or for the intent where no charge is known; its state only moves forward.
create table payment_attempt (
    id              text primary key,
    payment_id      uuid not null references payment,
    intent_id       text,
    state           text not null check (state in ('processing', 'failed', 'paid')),
    amount_minor    bigint not null,
    currency        text not null,
    reported_at     timestamptz not null,
    failure_code    text,
    failure_message text
);
create index payment_attempt_payment on payment_attempt (payment_id);

create table payment_history (
    id          bigint generated always as identity primary key,
    payment_id  uuid not null references payment,
    at          timestamptz not null,
    kind        text not null,
    from_status text,
    to_status   text,
    actor       text not null,
    evidence    text,
    -- A key of the message bundle and what the message speaks of.
    text_key    text not null,
    text_value  text
);
create index payment_history_payment on payment_history (payment_id, id);

-- Every id of Stripe that is known to belong to a payment: an event that carries one of them is ours.
create table stripe_object (
    id          text primary key,
    payment_id  uuid not null references payment,
    kind        text not null,
    recorded_at timestamptz not null
);
create index stripe_object_payment on stripe_object (payment_id);

-- What we ask of Stripe: committed with its frozen request before the call, so that a crash loses nothing.
create table stripe_operation (
    id          uuid primary key,
    payment_id  uuid not null references payment,
    step        text not null,
    attempt     integer not null,
    request     jsonb not null,
    state       text not null check (state in ('open', 'done', 'refused')),
    fence       bigint not null,
    lease_owner text not null,
    lease_until timestamptz not null,
    created_at  timestamptz not null,
    finished_at timestamptz,
    last_error  text,
    unique (payment_id, step, attempt)
);
create index stripe_operation_open on stripe_operation (lease_until) where state = 'open';

-- The inbox. The event's id is the only key of duplication.
create table stripe_event (
    id          text primary key,
    type        text not null,
    payment_id  uuid references payment,
    created_at  timestamptz not null,
    received_at timestamptz not null
);
create index stripe_event_received on stripe_event (received_at);
create index stripe_event_payment on stripe_event (payment_id);

create table notification (
    id              bigint generated always as identity primary key,
    payment_id      uuid references payment,
    fact            text not null unique,
    level           text not null check (level in ('info', 'warning', 'error', 'critical')),
    title           text not null,
    message         text not null,
    at              timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text
);
create index notification_unread on notification (id) where acknowledged_at is null;
