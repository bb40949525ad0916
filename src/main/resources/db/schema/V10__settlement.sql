-- What is owed is what Stripe still asks for: invoices that may be edited, credit notes, money that is accepted as it came.

-- One row for each invoice of a payment; one that is edited is followed by the one that takes its place.
create table payment_invoice (
    id               text primary key,
    payment_id       uuid not null references payment,
    revises          text,
    revised_by       text,
    state            text not null check (state in ('draft', 'open', 'uncollectible', 'void', 'paid')),
    currency         text not null,
    total_minor      bigint not null,
    discounted_minor bigint not null,
    credited_minor   bigint not null,
    -- What the client's balance settled; below zero what the client owed from before.
    balance_minor    bigint not null,
    paid_minor       bigint not null,
    overpaid_minor   bigint not null,
    written_off      boolean not null,
    paid_at          timestamptz,
    number           text,
    url              text,
    pdf_url          text,
    -- As of when Stripe says so; its latest word counts.
    told_at          timestamptz not null,
    first_told_at    timestamptz not null
);
create index payment_invoice_payment on payment_invoice (payment_id);

-- Credit notes as far as they lower what is asked for; what they give back is told by refunds.
create table payment_credit (
    id           text primary key,
    payment_id   uuid not null references payment,
    invoice_id   text not null,
    amount_minor bigint not null,
    currency     text not null,
    created_at   timestamptz not null,
    voided_at    timestamptz
);
create index payment_credit_payment on payment_credit (payment_id);

-- What invoices told of themselves as a whole was kept among the attempts.
insert into payment_invoice (id, payment_id, state, currency, total_minor, discounted_minor, credited_minor, balance_minor,
                             paid_minor, overpaid_minor, written_off, paid_at, told_at, first_told_at)
select id, payment_id, 'paid', currency, amount_minor, 0, 0, 0, amount_minor, 0, false, reported_at, reported_at, reported_at
from payment_attempt where whole;
delete from payment_attempt where whole;
alter table payment_attempt drop column whole;
alter table payment_attempt drop constraint payment_attempt_state_check;
alter table payment_attempt add constraint payment_attempt_state_check
    check (state in ('submitted', 'waiting', 'processing', 'canceled', 'failed', 'paid'));

alter table payment_refund add column told_at timestamptz;
update payment_refund set told_at = created_at;
alter table payment_refund alter column told_at set not null;
alter table payment_dispute add column told_at timestamptz;
update payment_dispute set told_at = opened_at;
alter table payment_dispute alter column told_at set not null;

-- Who paid each intent, how, and what it cost, in the currency in which Stripe pays out.
create table payment_payer (
    id                 text primary key,
    payment_id         uuid not null references payment,
    typed              boolean not null,
    booked_at          timestamptz,
    payer_name         text,
    payer_email        text,
    method_type        text,
    method_brand       text,
    method_last4       text,
    fee_minor          bigint,
    net_minor          bigint,
    fee_currency       text,
    available_on       timestamptz,
    presented_minor    bigint,
    presented_currency text
);
create index payment_payer_payment on payment_payer (payment_id);

-- The same of the intent that matters, with the costs of all of them.
alter table payment
    add column payer_name text,
    add column payer_email text,
    add column method_type text,
    add column method_brand text,
    add column method_last4 text,
    add column fee_minor bigint,
    add column net_minor bigint,
    add column fee_currency text,
    add column available_on timestamptz,
    add column presented_minor bigint,
    add column presented_currency text;

alter table payment
    -- What the admin ordered; the amount is what is asked for now.
    add column ordered_minor bigint,
    -- When a person took what had arrived as settling it.
    add column accepted_at timestamptz,
    -- How much had arrived then; what comes later is looked at anew.
    add column accepted_minor bigint,
    -- What is still to come, as long as it is waited for.
    add column outstanding_minor bigint not null default 0 check (outstanding_minor >= 0),
    -- What credit notes took off before it was paid.
    add column credited_minor bigint not null default 0 check (credited_minor >= 0),
    -- A person has looked at it at Stripe.
    add column review_closed boolean,
    add column partly_paid boolean not null default false,
    -- The client has chosen to transfer it, and nobody knows whether that will be done.
    add column transfer_awaited boolean not null default false;
update payment set
    ordered_minor = amount_minor,
    outstanding_minor = case when status in ('creating', 'pending', 'processing', 'failed')
        then greatest(amount_minor - amount_paid_minor, 0) else 0 end,
    partly_paid = status in ('creating', 'pending', 'processing', 'failed')
        and amount_paid_minor > 0 and amount_paid_minor < amount_minor;
alter table payment alter column ordered_minor set not null;

-- The key that Stripe did not accept for the operation: with the same one it is not tried again.
alter table stripe_operation add column denied_key text;

-- How many things of a kind a notification tells.
alter table notification add column times integer not null default 1;

-- Links and invoices that bear a payment's name without being its own, and what hangs on them.
create table stripe_copy (
    id         text primary key,
    payment_id uuid not null references payment,
    found_at   timestamptz not null
);
create index stripe_copy_payment on stripe_copy (payment_id);

alter table stripe_event_count drop constraint stripe_event_count_why_check;
alter table stripe_event_count add constraint stripe_event_count_why_check
    check (why in ('neighbour', 'other_mode', 'connected', 'thin'));

-- Money is back with the client when the refund has succeeded, not before.
create or replace function money_back(changed_table text, source text) returns text language sql immutable as $$
    select case changed_table
    when 'payment_refund' then format($facts$
        select c.sign, c.payment_id, c.currency, 'refunded' as measure, cast(c.created_at at time zone z.zone as date) as day,
               c.amount_minor as minor
        from (%s) c cross join operatoros_payments.tally_zone z
        where c.state = 'succeeded'$facts$, source)
    when 'payment_payer' then format($facts$
        select c.sign, c.payment_id, c.fee_currency as currency, m.measure, cast(c.booked_at at time zone z.zone as date) as day,
               m.minor
        from (%s) c cross join operatoros_payments.tally_zone z
        cross join lateral (values ('fees', c.fee_minor), ('net', c.net_minor)) as m (measure, minor)
        where m.minor is not null$facts$, source)
    else format($facts$
        select c.sign, c.payment_id, c.currency, m.measure, cast(c.opened_at at time zone z.zone as date) as day,
               c.amount_minor as minor
        from (%s) c cross join operatoros_payments.tally_zone z
        cross join lateral (values
            ('disputed', c.state not in ('won', 'warning_closed', 'prevented')),
            ('lost', c.state = 'lost')
        ) as m (measure, counts)
        where m.counts$facts$, source)
    end;
$$;

-- The same as before, but for what is open: what is still to come.
create or replace function tally_facts(changed_table text, source text) returns text language sql immutable as $$
    select case changed_table
    when 'payment' then format($facts$
        with changed as (%1$s)
        select p.sign, p.livemode, p.currency, p.project_name, p.client_email, m.measure,
               cast(m.at at time zone z.zone as date) as day, m.due, m.minor, m.seconds
        from changed p cross join operatoros_payments.tally_zone z
        cross join lateral (values
            ('billed', p.status not in ('canceled', 'rejected'), p.created_at, cast(null as date), p.amount_minor, 0),
            ('paid', p.status = 'paid', p.paid_at, cast(null as date), p.amount_paid_minor,
                greatest(0, cast(extract(epoch from p.paid_at - p.created_at) as bigint))),
            ('unsettled', p.status <> 'paid' and p.amount_paid_minor > 0, p.created_at, null, p.amount_paid_minor, 0),
            ('open', p.status in ('creating', 'pending', 'processing', 'failed'), p.created_at,
                case when p.status in ('pending', 'failed') then p.due_date end, p.outstanding_minor, 0),
            ('pending', p.status in ('creating', 'pending', 'processing'), p.created_at, null, p.amount_minor, 0),
            ('failed', p.status = 'failed', p.created_at, null, p.amount_minor, 0),
            ('canceled', p.status = 'canceled', p.created_at, null, p.amount_minor, 0)
        ) as m (measure, counts, at, due, minor, seconds)
        where m.counts
        union all
        select p.sign, p.livemode, b.currency, p.project_name, p.client_email, b.measure, b.day, null, b.minor, 0
        from changed p cross join lateral (%2$s union all %3$s union all %4$s) b$facts$,
        source,
        operatoros_payments.money_back('payment_refund', 'select 1 as sign, r.* from operatoros_payments.payment_refund r where r.payment_id = p.id'),
        operatoros_payments.money_back('payment_dispute', 'select 1 as sign, d.* from operatoros_payments.payment_dispute d where d.payment_id = p.id'),
        operatoros_payments.money_back('payment_payer', 'select 1 as sign, y.* from operatoros_payments.payment_payer y where y.payment_id = p.id'))
    else format($facts$
        select b.sign, p.livemode, b.currency, p.project_name, p.client_email, b.measure, b.day, cast(null as date) as due,
               b.minor, 0 as seconds
        from (%s) b join operatoros_payments.payment p on p.id = b.payment_id$facts$,
        operatoros_payments.money_back(changed_table, source))
    end;
$$;

create trigger payment_payer_added after insert on payment_payer
    referencing new table as added for each statement execute function tally_change();
create trigger payment_payer_changed after update on payment_payer
    referencing old table as gone new table as added for each statement execute function tally_change();
create trigger payment_payer_gone after delete on payment_payer
    referencing old table as gone for each statement execute function tally_change();

delete from tally;
delete from party_tally;
do $$
begin
    execute operatoros_payments.tally_statement(operatoros_payments.tally_facts(
        'payment', 'select 1 as sign, p.* from operatoros_payments.payment p'));
end
$$;
