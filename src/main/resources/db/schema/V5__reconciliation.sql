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
    -- What each side says, as the keys of texts and their values.
    ours       jsonb not null,
    stripe     jsonb not null,
    since      timestamptz not null,
    primary key (payment_id, kind)
);
