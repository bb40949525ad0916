-- What is posted to OperatorOS: written in the transaction of the notification; what is said is read when it is posted.
create table notification_post (
    notification_id bigint primary key references notification,
    state           text not null check (state in ('queued', 'sent', 'failed')),
    -- Grows when the notification is completed, so that it is posted once more.
    revision        integer not null default 1,
    -- Grows with each claim, so that whoever woke up late can be told apart.
    claims          integer not null default 0,
    failures        integer not null default 0,
    -- When it may be tried next; while somebody posts it, the end of that right.
    next_at         timestamptz not null,
    reason          text,
    -- From when on it has been waiting.
    since           timestamptz not null,
    ended_at        timestamptz
);
create index notification_post_due on notification_post (next_at) where state = 'queued';
create index notification_post_not_sent on notification_post (state, since) where state <> 'sent';

create index notification_level on notification (level, id);
