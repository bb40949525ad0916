-- Canceled payments are summed up as well, and what arrived for a payment that is not paid by it: since that is no longer
-- outstanding, it must be told elsewhere. The gateway tells times in whole seconds, so nobody has paid before the creation.
-- A query for what rows come to. The source is a query for rows of the table with a column sign in front: 1 for what is
-- there now, -1 for what was there before. Refunds and disputes count under the names of their payment, with which they move.
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
                case when p.status in ('pending', 'failed') then p.due_date end,
                greatest(p.amount_minor - p.amount_paid_minor, 0), 0),
            ('pending', p.status in ('creating', 'pending', 'processing'), p.created_at, null, p.amount_minor, 0),
            ('failed', p.status = 'failed', p.created_at, null, p.amount_minor, 0),
            ('canceled', p.status = 'canceled', p.created_at, null, p.amount_minor, 0)
        ) as m (measure, counts, at, due, minor, seconds)
        where m.counts
        union all
        select p.sign, p.livemode, b.currency, p.project_name, p.client_email, b.measure, b.day, null, b.minor, 0
        from changed p cross join lateral (%2$s union all %3$s) b$facts$,
        source,
        operatoros_payments.money_back('payment_refund', 'select 1 as sign, r.* from operatoros_payments.payment_refund r where r.payment_id = p.id'),
        operatoros_payments.money_back('payment_dispute', 'select 1 as sign, d.* from operatoros_payments.payment_dispute d where d.payment_id = p.id'))
    else format($facts$
        select b.sign, p.livemode, b.currency, p.project_name, p.client_email, b.measure, b.day, cast(null as date) as due,
               b.minor, 0 as seconds
        from (%s) b join operatoros_payments.payment p on p.id = b.payment_id$facts$,
        operatoros_payments.money_back(changed_table, source))
    end;
$$;

-- All anew, by the same days as before.
do $$
declare
    known text;
begin
    select zone into known from operatoros_payments.tally_zone;
    update operatoros_payments.tally_zone set zone = '';
    perform operatoros_payments.tally_in_zone(known);
end
$$;

-- Last, since whoever changes a payment notifies of it afterwards.
-- What a notification says, as the key of its texts and their values, so that each reader gets it in the own language. Title
-- and message stay what JSON, mails and OperatorOS get. Notifications from before have only these.
alter table notification add column wording text;

-- Lists that are narrowed to a client.
create index payment_client on payment (client_email, created_at, id);
