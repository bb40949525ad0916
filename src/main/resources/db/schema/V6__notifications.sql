create table notification (
    id              bigint generated always as identity primary key,
    payment_id      uuid references payment,
    fact            text not null unique,
    level           text not null check (level in ('info', 'warning', 'error', 'critical')),
    -- What JSON, mails and OperatorOS get.
    title           text not null,
    message         text not null,
    -- The same as the key of its texts and their values, so that each reader gets it in the own language.
    wording         text,
    at              timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text
);
create index notification_unread on notification (id) where acknowledged_at is null;
create index notification_level on notification (level, id);
