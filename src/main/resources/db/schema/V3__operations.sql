-- What we ask of Stripe: committed with its frozen request before the call, so that a crash loses nothing. An operation is a
-- series of calls; the row says how far it has come.
create table stripe_operation (
    id            uuid primary key,
    payment_id    uuid not null references payment,
    kind          text not null,
    -- Which one of its kind for the payment.
    serial        integer not null,
    after_id      uuid references stripe_operation,
    actor         text not null,
    request       jsonb not null,
    state         text not null check (state in ('waiting', 'open', 'done', 'refused')),
    step          text not null,
    known         jsonb not null,
    attempt       integer not null,
    -- The first use of the key of the present attempt, which Stripe forgets after a day.
    keyed_at      timestamptz not null,
    failures      integer not null default 0,
    server_errors integer not null default 0,
    next_at       timestamptz not null,
    fence         bigint not null,
    -- For whoever looks at a row that does not move: the fence decides.
    lease_owner   text not null,
    lease_until   timestamptz not null,
    created_at    timestamptz not null,
    finished_at   timestamptz,
    alarmed_at    timestamptz,
    last_error    text,
    unique (payment_id, kind, serial)
);
create index stripe_operation_due on stripe_operation (next_at) where state = 'open';
-- What we ask for one payment is asked one after the other.
create unique index stripe_operation_single on stripe_operation (payment_id) where state in ('waiting', 'open');
-- Who waits for one that has ended is asked while the payment is locked.
create index stripe_operation_after on stripe_operation (after_id) where after_id is not null;

-- The same call or form sent twice makes one effect.
create table request_key (
    admin        text not null,
    key          text not null,
    request_hash text not null,
    created_at   timestamptz not null,
    -- Whoever carries it out now; after a crash another may.
    held_until   timestamptz not null,
    payment_id   uuid references payment,
    status       integer,
    answer       text,
    primary key (admin, key)
);
create index request_key_age on request_key (created_at);
