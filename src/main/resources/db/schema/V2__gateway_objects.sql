-- Every id of Stripe that is known to belong to a payment: an event that carries one of them is ours.
create table stripe_object (
    id          text primary key,
    payment_id  uuid not null references payment,
    kind        text not null,
    -- To which intent an object belongs, so that the ids that are shown belong together.
    intent_id   text,
    recorded_at timestamptz not null
);
create index stripe_object_payment on stripe_object (payment_id);
create index stripe_object_recorded on stripe_object (recorded_at);

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
