-- The outbox: written in the transaction of what causes the mail.
create table mail_outbox (
    id              uuid primary key,
    payment_id      uuid references payment,
    kind            text not null check (kind in ('payment', 'resend', 'receipt', 'notice')),
    recipient       text not null,
    message_id      text not null unique,
    state           text not null check (state in ('queued', 'sent', 'failed', 'not_configured')),
    -- Grows with each claim, so that whoever woke up late can be told apart.
    tries           integer not null default 0,
    -- When it may be tried next; while somebody sends it, the end of that right.
    next_at         timestamptz not null,
    reason          text,
    created_at      timestamptz not null,
    ended_at        timestamptz,
    -- The words of a notice; what a client reads is written when it is sent.
    notification_id bigint references notification,
    title           text,
    words           text,
    check (case kind when 'notice' then notification_id is not null and title is not null and words is not null
                     else payment_id is not null end)
);
create index mail_outbox_due on mail_outbox (next_at) where state = 'queued';
create index mail_outbox_payment on mail_outbox (payment_id, created_at);
create index mail_outbox_notification on mail_outbox (notification_id);
create unique index mail_outbox_once on mail_outbox (payment_id, kind) where kind in ('payment', 'receipt');
