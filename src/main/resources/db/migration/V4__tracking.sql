-- What a payment comes to is computed from facts; these are the ones that are not rows of their own.
alter table payment
    add column opened_at             timestamptz,
    -- How it ended without money: withdrawn by us or at Stripe, or refused when it was made.
    add column ended_as              text check (ended_as in ('canceled', 'rejected')),
    add column amount_refunded_minor bigint not null default 0 check (amount_refunded_minor >= 0),
    add column dispute_status        text,
    add column dispute_reason        text,
    add column dispute_amount_minor  bigint,
    add column dispute_currency      text,
    add column dispute_evidence_due  timestamptz,
    -- Alarms that an event tells by itself, and those that somebody has seen to.
    add column attention_told        text not null default '',
    add column attention_seen        text not null default '',
    -- When Stripe was last asked how it stands.
    add column checked_at            timestamptz;
update payment set opened_at = coalesce(url_read_at, created_at) where status not in ('creating', 'rejected');
update payment set ended_as = status where status in ('canceled', 'rejected');
create index payment_refunded on payment (created_at, id) where amount_refunded_minor > 0;
create index payment_disputed on payment (created_at, id) where dispute_status is not null;
create index payment_deadline on payment (dispute_evidence_due)
    where dispute_status in ('needs_response', 'warning_needs_response');
create index payment_unsettled on payment (checked_at nulls first) where status in ('creating', 'pending', 'processing', 'failed');
create index payment_settled on payment (checked_at nulls first) where status in ('paid', 'canceled', 'rejected');
create index payment_attention on payment (created_at, id) where needs_attention;

-- What an invoice tells of itself as a whole, beside what its intents tell.
alter table payment_attempt add column whole boolean not null default false;

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

-- What a line of the history rests on.
alter table payment_history
    add column object_id    text,
    add column amount_minor bigint,
    add column currency     text,
    add column happened_at  timestamptz;

-- To which intent an object belongs, so that the ids that are shown belong together.
alter table stripe_object add column intent_id text;
create index stripe_object_recorded on stripe_object (recorded_at);

-- What an event could not tell: Stripe is asked how the payment stands.
create table stripe_question (
    id         bigint generated always as identity primary key,
    payment_id uuid not null references payment,
    event_id   text,
    reason     text not null,
    asked_at   timestamptz not null,
    tries      integer not null default 0,
    next_at    timestamptz not null,
    fence      bigint not null default 0,
    last_error text,
    alarmed_at timestamptz,
    settled_at timestamptz
);
create index stripe_question_due on stripe_question (next_at) where settled_at is null;
create index stripe_question_payment on stripe_question (payment_id) where settled_at is null;

-- Events of others in the same account, and of the other mode: nothing but how many.
create table stripe_event_count (
    type    text not null,
    why     text not null check (why in ('neighbour', 'other_mode')),
    count   bigint not null,
    last_at timestamptz not null,
    primary key (type, why)
);

-- The bare ids of refunds, disputes and intents that nothing of ours was known for: they may be ours once an id is learnt.
create table stripe_unmatched (
    event_id    text not null,
    object_id   text not null,
    type        text not null,
    received_at timestamptz not null,
    primary key (object_id, event_id)
);
create index stripe_unmatched_age on stripe_unmatched (received_at);

-- How far the sweep has come; one node at a time holds the lease.
create table stripe_sweep (
    livemode      boolean primary key,
    lease_until   timestamptz not null default '-infinity',
    fence         bigint not null default 0,
    read_until    timestamptz,
    started_at    timestamptz,
    finished_at   timestamptz,
    last_error    text,
    failing_since timestamptz,
    alarmed_at    timestamptz
);

-- Differences between our records and Stripe's that need a person.
create table stripe_drift (
    payment_id uuid not null references payment,
    kind       text not null,
    ours       text not null,
    stripe     text not null,
    since      timestamptz not null,
    primary key (payment_id, kind)
);
