create table notification (
    id              bigint generated always as identity primary key,
    payment_id      uuid references payment,
    fact            text not null unique,
    level           text not null check (level in ('info', 'warning', 'error', 'critical')),
    -- The key of its texts and what they speak of, so that each reader gets it in his own language.
    message         jsonb not null,
    -- Whether no event told it.
    recovered       boolean not null,
    at              timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text
);
create index notification_unread on notification (id) where acknowledged_at is null;
create index notification_level on notification (level, id);
