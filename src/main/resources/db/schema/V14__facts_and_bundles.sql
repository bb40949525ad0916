-- All facts of payments in one table: what is known of a payment, or of many, is read by one statement.
create table payment_fact (
    -- Its kind and its id: several kinds tell of one intent.
    key                text primary key,
    payment_id         uuid not null references payment,
    kind               text not null,
    id                 text not null,
    intent_id          text,
    charge_id          text,
    state              text,
    amount_minor       bigint,
    currency           text,
    reason             text,
    -- As of when Stripe says so; its latest word counts.
    told_at            timestamptz,
    -- Attempts: one for each charge, or for the intent where no charge is known; they only move forward.
    reported_at        timestamptz,
    failure_code       text,
    failure_message    text,
    -- Invoices: one that is edited is followed by the one that takes its place.
    revises            text,
    revised_by         text,
    total_minor        bigint,
    discounted_minor   bigint,
    credited_minor     bigint,
    -- What the client's balance settled; below zero what the client owed from before.
    balance_minor      bigint,
    paid_minor         bigint,
    overpaid_minor     bigint,
    written_off        boolean,
    paid_at            timestamptz,
    number             text,
    url                text,
    pdf_url            text,
    first_told_at      timestamptz,
    -- Credit notes as far as they lower what is asked for; what they give back is told by refunds.
    invoice_id         text,
    created_at         timestamptz,
    voided_at          timestamptz,
    -- Payers: who paid an intent, how, and what it cost, in the currency in which Stripe pays out.
    name_typed         boolean,
    email_typed        boolean,
    booked_at          timestamptz,
    payer_name         text,
    payer_email        text,
    term               text,
    method_type        text,
    method_brand       text,
    method_last4       text,
    method_wallet      text,
    fee_minor          bigint,
    net_minor          bigint,
    fee_currency       text,
    available_on       timestamptz,
    presented_minor    bigint,
    presented_currency text,
    -- Refunds, beside when they were made.
    failure_reason     text,
    -- Disputes.
    evidence_due       timestamptz,
    opened_at          timestamptz,
    -- What banks and Stripe suspect.
    suspicion          text,
    is_open            boolean,
    constraint payment_fact_kind check (case kind
        when 'attempt' then (state, amount_minor, currency, reported_at) is not null
            and state in ('submitted', 'waiting', 'processing', 'canceled', 'failed', 'paid')
        when 'invoice' then (state, currency, total_minor, discounted_minor, credited_minor, balance_minor, paid_minor,
                overpaid_minor, written_off, told_at, first_told_at) is not null
            and state in ('draft', 'open', 'uncollectible', 'void', 'paid')
        when 'credit' then (invoice_id, amount_minor, currency, created_at) is not null
        when 'payer' then (name_typed, email_typed) is not null
        when 'refund' then (amount_minor, currency, state, created_at, told_at) is not null
            and state in ('pending', 'requires_action', 'succeeded', 'canceled', 'failed')
        when 'dispute' then (amount_minor, currency, state, reason, opened_at, told_at) is not null
        when 'suspicion' then (suspicion, is_open) is not null and suspicion in ('fraud_warning', 'review')
        else false end)
);
create index payment_fact_payment on payment_fact (payment_id);

insert into payment_fact (key, payment_id, kind, id, intent_id, state, amount_minor, currency, reported_at, failure_code, failure_message)
select 'attempt:' || id, payment_id, 'attempt', id, intent_id, state, amount_minor, currency, reported_at, failure_code, failure_message
from payment_attempt;
insert into payment_fact (key, payment_id, kind, id, state, currency, revises, revised_by, total_minor, discounted_minor, credited_minor,
    balance_minor, paid_minor, overpaid_minor, written_off, paid_at, number, url, pdf_url, told_at, first_told_at)
select 'invoice:' || id, payment_id, 'invoice', id, state, currency, revises, revised_by, total_minor, discounted_minor, credited_minor,
    balance_minor, paid_minor, overpaid_minor, written_off, paid_at, number, url, pdf_url, told_at, first_told_at
from payment_invoice;
insert into payment_fact (key, payment_id, kind, id, invoice_id, amount_minor, currency, created_at, voided_at)
select 'credit:' || id, payment_id, 'credit', id, invoice_id, amount_minor, currency, created_at, voided_at from payment_credit;
insert into payment_fact (key, payment_id, kind, id, name_typed, email_typed, booked_at, payer_name, payer_email, term, method_type,
    method_brand, method_last4, method_wallet, fee_minor, net_minor, fee_currency, available_on, presented_minor, presented_currency)
select 'payer:' || id, payment_id, 'payer', id, name_typed, email_typed, booked_at, payer_name, payer_email, term, method_type,
    method_brand, method_last4, method_wallet, fee_minor, net_minor, fee_currency, available_on, presented_minor, presented_currency
from payment_payer;
insert into payment_fact (key, payment_id, kind, id, intent_id, charge_id, state, amount_minor, currency, reason, failure_reason,
    created_at, told_at)
select 'refund:' || id, payment_id, 'refund', id, intent_id, charge_id, state, amount_minor, currency, reason, failure_reason,
    created_at, told_at
from payment_refund;
insert into payment_fact (key, payment_id, kind, id, intent_id, charge_id, state, amount_minor, currency, reason, evidence_due,
    opened_at, told_at)
select 'dispute:' || id, payment_id, 'dispute', id, intent_id, charge_id, state, amount_minor, currency, reason, evidence_due,
    opened_at, told_at
from payment_dispute;
insert into payment_fact (key, payment_id, kind, id, intent_id, suspicion, is_open)
select 'suspicion:' || id, payment_id, 'suspicion', id, intent_id, kind, is_open from payment_suspicion;

drop table payment_attempt, payment_invoice, payment_credit, payment_payer, payment_refund, payment_dispute, payment_suspicion;
drop function tally_payment_refund_added, tally_payment_refund_changed, tally_payment_refund_gone,
    tally_payment_dispute_added, tally_payment_dispute_changed, tally_payment_dispute_gone,
    tally_payment_payer_added, tally_payment_payer_changed, tally_payment_payer_gone;
drop function tally_facts;
drop function money_back;
alter function payment_facts(text) rename to tallied_payments;

-- A query for what facts come to that are counted by themselves: what went back, what banks have taken, what it cost. They count under
-- the names of their payments. The source joins rows p of payments and c of facts, one of them with a column sign in front.
create function tallied_facts(source text) returns text language sql immutable as $$
    select format($facts$
        select sign, p.livemode, m.currency, p.project_name, p.client_email, m.measure,
               cast(m.at at time zone z.zone as date) as day, cast(null as date) as due, m.minor, 0 as seconds
        from %s cross join operatoros_payments.tally_zone z
        cross join lateral (values
            -- Money is back with the client when the refund has succeeded, not before.
            ('refunded', c.kind = 'refund' and c.state = 'succeeded', c.created_at, c.currency, c.amount_minor),
            ('disputed', c.kind = 'dispute' and c.state not in ('won', 'warning_closed', 'prevented'), c.opened_at, c.currency,
                c.amount_minor),
            ('lost', c.kind = 'dispute' and c.state = 'lost', c.opened_at, c.currency, c.amount_minor),
            ('fees', c.fee_minor is not null, c.booked_at, c.fee_currency, c.fee_minor),
            ('net', c.net_minor is not null, c.booked_at, c.fee_currency, c.net_minor)
        ) as m (measure, counts, at, currency, minor)
        where m.counts$facts$, source)
$$;

-- The triggers once more, each with its own statement.
do $make$
declare
    counted constant text := '(%1$s.livemode, %1$s.currency, %1$s.project_name, %1$s.client_email, %1$s.status, %1$s.created_at,'
        ' %1$s.due_date, %1$s.paid_at, %1$s.amount_minor, %1$s.amount_paid_minor, %1$s.outstanding_minor)';
    named constant text := '(%1$s.livemode, %1$s.currency, %1$s.project_name, %1$s.client_email)';
    told constant text := '(%1$s.state, %1$s.currency, %1$s.amount_minor, %1$s.created_at, %1$s.opened_at, %1$s.booked_at,'
        ' %1$s.fee_currency, %1$s.fee_minor, %1$s.net_minor)';
    is_told constant text := 'kind in (''refund'', ''dispute'') or fee_minor is not null';
    differing constant text := 'exists (select from added a join gone g on g.%s = a.%1$s where %s is distinct from %s)';
    moved constant text := 'select 1 as sign, * from added union all select -1, * from gone';
    facts_of constant text := '(%s) c join operatoros_payments.payment p on p.id = c.payment_id';
    making constant text := 'create or replace function %I() returns trigger language plpgsql as %L';
begin
    execute format(making, 'tally_payment_added', format('begin %s; return null; end',
        tally_statement(tallied_payments('select 1 as sign, * from added'))));
    execute format(making, 'tally_payment_gone', format('begin %s; return null; end',
        tally_statement(tallied_payments('select -1 as sign, * from gone'))));
    execute format(making, 'tally_payments_changed',
        format('begin if not %s then return null; end if; if %s then %s; else %s; end if; return null; end',
            format(differing, 'id', format(counted, 'a'), format(counted, 'g')),
            -- What goes back counts under the names of its payment.
            format(differing, 'id', format(named, 'a'), format(named, 'g')),
            tally_statement(tallied_payments(moved) || ' union all '
                || tallied_facts(format('(%s) p join operatoros_payments.payment_fact c on c.payment_id = p.id', moved))),
            tally_statement(tallied_payments(moved))));
    execute format(making, 'tally_facts_added',
        format('begin if exists (select from added where %s) then %s; end if; return null; end', is_told,
            tally_statement(tallied_facts(format(facts_of, 'select 1 as sign, * from added')))));
    execute format(making, 'tally_facts_gone',
        format('begin if exists (select from gone where %s) then %s; end if; return null; end', is_told,
            tally_statement(tallied_facts(format(facts_of, 'select -1 as sign, * from gone')))));
    execute format(making, 'tally_facts_changed',
        format('begin if %s then %s; end if; return null; end',
            format(differing, 'key', format(told, 'a'), format(told, 'g')),
            tally_statement(tallied_facts(format(facts_of, moved)))));
end
$make$;
create trigger payment_fact_added after insert on payment_fact referencing new table as added
    for each statement execute function tally_facts_added();
create trigger payment_fact_changed after update on payment_fact referencing old table as gone new table as added
    for each statement execute function tally_facts_changed();
create trigger payment_fact_gone after delete on payment_fact referencing old table as gone
    for each statement execute function tally_facts_gone();
create trigger payment_fact_added_terms after insert on payment_fact referencing new table as added
    for each statement execute function terms_of_payers();
create trigger payment_fact_changed_terms after update on payment_fact referencing new table as added
    for each statement execute function terms_of_payers();

-- Counts everything anew with days of this zone, unless they are of this zone already; nobody changes a fact meanwhile.
create or replace function tally_in_zone(wanted text) returns void language plpgsql as $$
begin
    -- Rows that somebody is just putting together would be counted twice.
    perform pg_advisory_xact_lock(hashtext('operatoros_payments.tally_up'));
    if exists (select 1 from operatoros_payments.tally_zone where zone = wanted) then
        return;
    end if;
    lock table operatoros_payments.payment, operatoros_payments.payment_fact in share row exclusive mode;
    update operatoros_payments.tally_zone set zone = wanted;
    delete from operatoros_payments.tally;
    delete from operatoros_payments.party_tally;
    execute operatoros_payments.tally_statement(
        operatoros_payments.tallied_payments('select 1 as sign, p.* from operatoros_payments.payment p') || ' union all '
        || operatoros_payments.tallied_facts('(select 1 as sign, p.* from operatoros_payments.payment p) p'
            ' join operatoros_payments.payment_fact c on c.payment_id = p.id'));
end
$$;

-- Room on each page for what becomes known later: what is not listed by is then changed without touching an index.
alter table payment set (fillfactor = 85);
alter table payment_fact set (fillfactor = 85);

-- Many notices to one admin leave as one mail, which names itself: the others wait within it, and end as it does.
alter table mail_outbox add column bundled_in uuid references mail_outbox;
create index mail_outbox_bundled on mail_outbox (bundled_in) where bundled_in is not null;
