-- What is mailed: written in the transaction of what causes the mail.
create table mail_outbox (
    id              uuid primary key,
    payment_id      uuid references payment,
    kind            text not null check (kind in ('payment', 'resend', 'receipt', 'notice')),
    recipient       text not null,
    message_id      text not null unique,
    state           text not null check (state in ('queued', 'sent', 'failed', 'not_configured')),
    -- Grows with each claim, so that whoever woke up late can be told apart.
    claims          integer not null default 0,
    failures        integer not null default 0,
    -- From when on it has been waiting.
    queued_at       timestamptz not null,
    -- When it may be tried next; while somebody sends it, the end of that right.
    next_at         timestamptz not null,
    ended_at        timestamptz,
    -- A message, as the history keeps them.
    reason          jsonb,
    -- The words of a notice; what a client reads is written when it is sent.
    notification_id bigint references notification,
    title           text,
    words           text,
    check (case kind when 'notice' then notification_id is not null and title is not null and words is not null
                     else payment_id is not null end)
);
create index mail_outbox_due on mail_outbox (next_at) where state = 'queued';
create index mail_outbox_payment on mail_outbox (payment_id, queued_at);
create index mail_outbox_notification on mail_outbox (notification_id);
create unique index mail_outbox_once on mail_outbox (payment_id, kind) where kind in ('payment', 'receipt');
-- Mails that have not reached their client.
create index mail_outbox_lost on mail_outbox (queued_at) where state in ('failed', 'not_configured');

-- What is posted to OperatorOS: written in the transaction of the notification; what is said is read when it is posted.
create table notification_post (
    notification_id bigint primary key references notification,
    -- Grows when the notification is completed, so that it is posted once more.
    revision        integer not null default 1,
    -- The rest says the same as that of a mail.
    state           text not null check (state in ('queued', 'sent', 'failed')),
    claims          integer not null default 0,
    failures        integer not null default 0,
    queued_at       timestamptz not null,
    next_at         timestamptz not null,
    ended_at        timestamptz,
    reason          jsonb
);
create index notification_post_due on notification_post (next_at) where state = 'queued';
create index notification_post_not_sent on notification_post (state, queued_at) where state <> 'sent';
