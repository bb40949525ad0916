-- What is told a second time of one payment: another link, another suspicion, more about who paid.

alter table payment
    -- What the link asks for that has taken the place of the first one; null where it asks for all of it.
    add column link_minor bigint;

-- What the payer typed counts, field by field.
alter table payment_payer rename column typed to name_typed;
alter table payment_payer add column email_typed boolean not null default false;
update payment_payer set email_typed = name_typed and payer_email is not null, name_typed = name_typed and payer_name is not null
    where name_typed;
alter table payment_payer add column method_wallet text;
alter table payment add column method_wallet text;

-- What banks and Stripe suspect, each by its own id.
create table payment_suspicion (
    id         text primary key,
    payment_id uuid not null references payment,
    kind       text not null check (kind in ('fraud_warning', 'review')),
    intent_id  text,
    is_open    boolean not null
);
create index payment_suspicion_payment on payment_suspicion (payment_id);
insert into payment_suspicion (id, payment_id, kind, is_open)
select k.kind || ':' || p.id, p.id, k.kind, true
from payment p cross join lateral (values
    ('fraud_warning', 'fraud_warning' = any (string_to_array(p.attention_told, ','))),
    ('review', 'under_review' = any (string_to_array(p.attention_told, ',')) and p.review_closed is not true)
) as k (kind, is_told)
where k.is_told;
alter table payment drop column review_closed;

-- Counts everything anew with days of this zone, unless they are of this zone already; nobody changes a fact meanwhile.
create or replace function tally_in_zone(wanted text) returns void language plpgsql as $$
begin
    -- Rows that somebody is just putting together would be counted twice.
    perform pg_advisory_xact_lock(hashtext('operatoros_payments.tally_up'));
    if exists (select 1 from operatoros_payments.tally_zone where zone = wanted) then
        return;
    end if;
    lock table operatoros_payments.payment, operatoros_payments.payment_refund, operatoros_payments.payment_dispute,
        operatoros_payments.payment_payer in share row exclusive mode;
    update operatoros_payments.tally_zone set zone = wanted;
    delete from operatoros_payments.tally;
    delete from operatoros_payments.party_tally;
    execute operatoros_payments.tally_statement(operatoros_payments.tally_facts(
        'payment', 'select 1 as sign, p.* from operatoros_payments.payment p'));
end
$$;
