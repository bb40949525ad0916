alter table payment
    add column send_email       boolean not null default false,
    -- When Stripe was asked to mail the invoice.
    add column stripe_mailed_at timestamptz,
    add column pdf_url          text,
    -- When Stripe gave the two addresses, which do not last.
    add column url_read_at      timestamptz,
    add column replaces_id      uuid references payment,
    add column replaced_by_id   uuid references payment;

-- Our customers at Stripe, by the e-mail in lower case, whose own filter minds the case. The row comes before the call;
-- whoever needs the same customer meanwhile sends the same request with the same key.
create table stripe_customer (
    email       text not null,
    livemode    boolean not null,
    -- The first payment that needed it, and how often a key was needed: both stand in the key.
    payment_id  uuid not null references payment,
    attempt     integer not null default 1,
    -- The first use of the present key, which Stripe forgets after a day.
    keyed_at    timestamptz not null,
    customer_id text unique,
    primary key (email, livemode)
);

-- An operation is a series of calls; the row says how far it has come.
alter table stripe_operation drop constraint stripe_operation_payment_id_step_attempt_key;
alter table stripe_operation drop constraint stripe_operation_state_check;
alter table stripe_operation
    add column kind          text,
    add column serial        integer not null default 1,
    add column known         jsonb not null default '{}',
    add column actor         text not null default 'admin',
    add column after_id      uuid references stripe_operation,
    -- The first use of the key of the present attempt, which Stripe forgets after a day.
    add column keyed_at      timestamptz,
    add column failures      integer not null default 0,
    add column server_errors integer not null default 0,
    add column next_at       timestamptz,
    add column alarmed_at    timestamptz,
    add check (state in ('waiting', 'open', 'done', 'refused'));
update stripe_operation set kind = step, keyed_at = created_at, next_at = created_at;
alter table stripe_operation
    alter column kind set not null,
    alter column keyed_at set not null,
    alter column next_at set not null,
    add unique (payment_id, kind, serial);
drop index stripe_operation_open;
create index stripe_operation_due on stripe_operation (next_at) where state = 'open';
-- What we ask for one payment is asked one after the other.
create unique index stripe_operation_single on stripe_operation (payment_id) where state in ('waiting', 'open');

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
