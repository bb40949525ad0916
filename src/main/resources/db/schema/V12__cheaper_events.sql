-- The tallies once more. Their statements were built as text and planned anew at each change; now each trigger has its own, planned once
-- for each session. What moves nothing that is counted costs one look at the rows that have changed.

-- A query for what payments come to by themselves, without what goes back of their money.
create function payment_facts(source text) returns text language sql immutable as $$
    select format($facts$
        select p.sign, p.livemode, p.currency, p.project_name, p.client_email, m.measure,
               cast(m.at at time zone z.zone as date) as day, m.due, m.minor, m.seconds
        from (%s) p cross join operatoros_payments.tally_zone z
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
        where m.counts$facts$, source)
$$;

-- The same as before, in two parts.
create or replace function tally_facts(changed_table text, source text) returns text language sql immutable as $$
    select case changed_table
    when 'payment' then format($facts$
        %s
        union all
        select p.sign, p.livemode, b.currency, p.project_name, p.client_email, b.measure, b.day, null, b.minor, 0
        from (%s) p cross join lateral (%s union all %s union all %s) b$facts$,
        operatoros_payments.payment_facts(source),
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

do $make$
declare
    counted constant text := '(%1$s.livemode, %1$s.currency, %1$s.project_name, %1$s.client_email, %1$s.status, %1$s.created_at,'
        ' %1$s.due_date, %1$s.paid_at, %1$s.amount_minor, %1$s.amount_paid_minor, %1$s.outstanding_minor)';
    named constant text := '(%1$s.livemode, %1$s.currency, %1$s.project_name, %1$s.client_email)';
    differing constant text := 'exists (select from added a join gone g on g.id = a.id where %s is distinct from %s)';
    moved constant text := 'select 1 as sign, * from added union all select -1, * from gone';
    changed_table text;
begin
    execute format('create function tally_payments_changed() returns trigger language plpgsql as %L',
        format('begin if not %s then return null; end if; if %s then %s; else %s; end if; return null; end',
            format(differing, format(counted, 'a'), format(counted, 'g')),
            -- What goes back counts under the names of its payment.
            format(differing, format(named, 'a'), format(named, 'g')),
            tally_statement(tally_facts('payment', moved)),
            tally_statement(payment_facts(moved))));
    drop trigger payment_changed on payment;
    create trigger payment_changed after update on payment referencing old table as gone new table as added
        for each statement execute function tally_payments_changed();

    foreach changed_table in array array['payment', 'payment_refund', 'payment_dispute', 'payment_payer'] loop
        execute format('create function tally_%s_added() returns trigger language plpgsql as %L', changed_table,
            format('begin %s; return null; end', tally_statement(tally_facts(changed_table, 'select 1 as sign, * from added'))));
        execute format('create function tally_%s_gone() returns trigger language plpgsql as %L', changed_table,
            format('begin %s; return null; end', tally_statement(tally_facts(changed_table, 'select -1 as sign, * from gone'))));
        execute format('drop trigger %1$s_added on %1$s', changed_table);
        execute format('drop trigger %1$s_gone on %1$s', changed_table);
        execute format('create trigger %1$s_added after insert on %1$s referencing new table as added'
            ' for each statement execute function tally_%1$s_added()', changed_table);
        execute format('create trigger %1$s_gone after delete on %1$s referencing old table as gone'
            ' for each statement execute function tally_%1$s_gone()', changed_table);
        if changed_table <> 'payment' then
            execute format('create function tally_%s_changed() returns trigger language plpgsql as %L', changed_table,
                format('begin %s; return null; end', tally_statement(tally_facts(changed_table, moved))));
            execute format('drop trigger %1$s_changed on %1$s', changed_table);
            execute format('create trigger %1$s_changed after update on %1$s referencing old table as gone new table as added'
                ' for each statement execute function tally_%1$s_changed()', changed_table);
        end if;
    end loop;
end
$make$;
drop function tally_change();

-- Ids of the history are taken twenty at a time, so that none is read back after each row. Within a payment its rows are ordered by
-- their times.
alter table payment_history alter column id set generated by default;
alter sequence payment_history_id_seq increment by 20;
select setval('payment_history_id_seq', (select coalesce(max(id), 0) + 20 from payment_history));

-- What puts rows together has nothing to do as long as none has come since it last did.
alter table tally_zone add column together_until bigint not null default 0, add column parties_until bigint not null default 0;

create or replace function tally_up() returns void language plpgsql as $$
declare
    last_tally bigint;
    last_party bigint;
begin
    if not pg_try_advisory_xact_lock(hashtext('operatoros_payments.tally_up')) then
        return;
    end if;
    select coalesce(max(id), 0) into last_tally from operatoros_payments.tally;
    select coalesce(max(id), 0) into last_party from operatoros_payments.party_tally;
    if exists (select 1 from operatoros_payments.tally_zone where together_until = last_tally and parties_until = last_party) then
        return;
    end if;
    with crowd as (
        select unnest(array_agg(id)) as id from operatoros_payments.tally
        group by livemode, currency, measure, day, due having count(*) > 1
    ), gone as (
        delete from operatoros_payments.tally t using crowd where t.id = crowd.id returning t.*
    )
    insert into operatoros_payments.tally (livemode, currency, measure, day, due, count, minor, seconds)
    select livemode, currency, measure, day, due, sum(count), sum(minor), sum(seconds)
    from gone group by livemode, currency, measure, day, due
    having sum(count) <> 0 or sum(minor) <> 0 or sum(seconds) <> 0;
    with crowd as (
        select unnest(array_agg(id)) as id from operatoros_payments.party_tally
        group by livemode, party, name, currency, measure, due having count(*) > 1
    ), gone as (
        delete from operatoros_payments.party_tally t using crowd where t.id = crowd.id returning t.*
    )
    insert into operatoros_payments.party_tally (livemode, party, name, currency, measure, due, count, minor, seconds)
    select livemode, party, name, currency, measure, due, sum(count), sum(minor), sum(seconds)
    from gone group by livemode, party, name, currency, measure, due
    having sum(count) <> 0 or sum(minor) <> 0 or sum(seconds) <> 0;
    update operatoros_payments.tally_zone set
        together_until = (select coalesce(max(id), 0) from operatoros_payments.tally),
        parties_until = (select coalesce(max(id), 0) from operatoros_payments.party_tally);
end
$$;

-- Whether nothing that has come stands in the way of withdrawing a payment, so that a list need not read the facts of its rows; of
-- older rows only the facts know.
alter table payment add column withdrawable boolean;

-- The sweep asks about what ended of late, and must not look at all that ended before.
drop index payment_settled;
create index payment_ended on payment (coalesce(paid_at, created_at)) where status in ('paid', 'canceled', 'rejected');
