-- What the payments come to, so that no total has to read the payments themselves. A change of a payment, a refund or a
-- dispute adds here what it changes, in the same transaction and whoever makes it; nobody updates a row, so that nobody
-- waits. A worker puts the rows of one kind together now and then, which changes no sum.

-- Where a day begins and ends: the business's zone. Set it with tally_in_zone only.
create table tally_zone (
    zone     text not null,
    only_row boolean primary key default true check (only_row)
);
insert into tally_zone (zone) values ('UTC');

create table tally (
    id       bigint generated always as identity primary key,
    livemode boolean not null,
    currency text not null,
    -- billed, paid, open (not paid yet), pending, failed and canceled payments; unsettled (what arrived for those that are not
    -- paid), refunded and disputed money, and what of it is lost.
    measure  text not null,
    -- Of its creation; of the money for what is paid, refunded or disputed.
    day      date not null,
    -- Of what is open and that the client should have paid by then.
    due      date,
    count    bigint not null,
    minor    bigint not null,
    -- How long the clients took to pay.
    seconds  bigint not null
);
create index tally_by_day on tally (livemode, day);

-- The same for each project and each client, without days.
create table party_tally (
    id       bigint generated always as identity primary key,
    livemode boolean not null,
    party    text not null check (party in ('project', 'client')),
    name     text not null,
    currency text not null,
    measure  text not null,
    due      date,
    count    bigint not null,
    minor    bigint not null,
    seconds  bigint not null
);
create index party_tally_by_name on party_tally (livemode, party, name);

-- A query for what refunds or disputes come to.
create function money_back(changed_table text, source text) returns text language sql immutable as $$
    select case changed_table
    when 'payment_refund' then format($facts$
        select c.sign, c.payment_id, c.currency, 'refunded' as measure, cast(c.created_at at time zone z.zone as date) as day,
               c.amount_minor as minor
        from (%s) c cross join operatoros_payments.tally_zone z
        where c.state not in ('canceled', 'failed')$facts$, source)
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

-- A query for what rows come to. The source is a query for rows of the table with a column sign in front: 1 for what is
-- there now, -1 for what was there before. Refunds and disputes count under the names of their payment, with which they move.
-- What arrived for a payment that is not paid by it is summed up, too: since it is no longer outstanding, it must be told
-- elsewhere. The gateway tells times in whole seconds, so nobody has paid before the creation.
create function tally_facts(changed_table text, source text) returns text language sql immutable as $$
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

-- A statement that adds facts to the tallies; what comes to nothing leaves no row.
create function tally_statement(facts text) returns text language sql immutable as $$
    select format($statement$
        with facts as (%s),
        days as (
            insert into operatoros_payments.tally (livemode, currency, measure, day, due, count, minor, seconds)
            select livemode, currency, measure, day, due, sum(sign), sum(sign * minor), sum(sign * seconds)
            from facts group by livemode, currency, measure, day, due
            having sum(sign) <> 0 or sum(sign * minor) <> 0 or sum(sign * seconds) <> 0
        )
        insert into operatoros_payments.party_tally (livemode, party, name, currency, measure, due, count, minor, seconds)
        select livemode, party.kind, party.name, currency, measure, due, sum(sign), sum(sign * minor), sum(sign * seconds)
        from facts cross join lateral (values ('project', project_name), ('client', client_email)) as party (kind, name)
        group by livemode, party.kind, party.name, currency, measure, due
        having sum(sign) <> 0 or sum(sign * minor) <> 0 or sum(sign * seconds) <> 0$statement$, facts);
$$;

create function tally_change() returns trigger language plpgsql as $$
begin
    execute operatoros_payments.tally_statement(operatoros_payments.tally_facts(tg_table_name, case tg_op
        when 'INSERT' then 'select 1 as sign, * from added'
        when 'DELETE' then 'select -1 as sign, * from gone'
        else 'select 1 as sign, * from added union all select -1, * from gone'
    end));
    return null;
end
$$;

create trigger payment_added after insert on payment
    referencing new table as added for each statement execute function tally_change();
create trigger payment_changed after update on payment
    referencing old table as gone new table as added for each statement execute function tally_change();
create trigger payment_gone after delete on payment
    referencing old table as gone for each statement execute function tally_change();

create trigger payment_refund_added after insert on payment_refund
    referencing new table as added for each statement execute function tally_change();
create trigger payment_refund_changed after update on payment_refund
    referencing old table as gone new table as added for each statement execute function tally_change();
create trigger payment_refund_gone after delete on payment_refund
    referencing old table as gone for each statement execute function tally_change();

create trigger payment_dispute_added after insert on payment_dispute
    referencing new table as added for each statement execute function tally_change();
create trigger payment_dispute_changed after update on payment_dispute
    referencing old table as gone new table as added for each statement execute function tally_change();
create trigger payment_dispute_gone after delete on payment_dispute
    referencing old table as gone for each statement execute function tally_change();

-- Counts everything anew with days of this zone, unless they are of this zone already.
create function tally_in_zone(wanted text) returns void language plpgsql as $$
begin
    -- Rows that somebody is just putting together would be counted twice.
    perform pg_advisory_xact_lock(hashtext('operatoros_payments.tally_up'));
    if exists (select 1 from operatoros_payments.tally_zone where zone = wanted) then
        return;
    end if;
    lock table operatoros_payments.payment, operatoros_payments.payment_refund, operatoros_payments.payment_dispute
        in share row exclusive mode;
    update operatoros_payments.tally_zone set zone = wanted;
    delete from operatoros_payments.tally;
    delete from operatoros_payments.party_tally;
    execute operatoros_payments.tally_statement(operatoros_payments.tally_facts(
        'payment', 'select 1 as sign, p.* from operatoros_payments.payment p'));
end
$$;

-- Puts the rows of one kind together; another session that is at it is not waited for.
create function tally_up() returns void language plpgsql as $$
begin
    if not pg_try_advisory_xact_lock(hashtext('operatoros_payments.tally_up')) then
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
end
$$;
