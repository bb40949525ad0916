-- The inbox. The event's id is the only key of duplication.
create table stripe_event (
    id          text primary key,
    type        text not null,
    payment_id  uuid references payment,
    created_at  timestamptz not null,
    received_at timestamptz not null
);
create index stripe_event_received on stripe_event (received_at);

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
