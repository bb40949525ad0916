-- What Stripe delivers is kept as it came, with what came of it: an event whose effect has failed is tried again, and the admin can look.
alter table stripe_event
    -- As it came; missing in rows from before.
    add column payload text,
    add column outcome text check (outcome in ('applied', 'ignored', 'parked')),
    -- Why its effect has failed; it has none yet then.
    add column error text,
    add column tries integer not null default 1,
    -- When it is tried again.
    add column next_at timestamptz;
create index stripe_event_due on stripe_event (next_at) where next_at is not null;
-- What the page of events is narrowed to; most of them have been applied.
create index stripe_event_payment on stripe_event (payment_id);
create index stripe_event_type on stripe_event (type, received_at);
create index stripe_event_special on stripe_event (outcome, received_at) where outcome <> 'applied';

-- What is searched for is added for all rows of a statement at once; rows are written many at a time now. Who paid is folded by the
-- application, as all that people have written.
alter table payment_payer add column term text;

drop trigger stripe_object_term on stripe_object;
drop function term_of_object();

create function terms_of_objects() returns trigger language plpgsql as $$
begin
    insert into operatoros_payments.payment_term (payment_id, term) select payment_id, lower(id collate "C") from added;
    return null;
end
$$;
create trigger stripe_object_terms after insert on stripe_object referencing new table as added
    for each statement execute function terms_of_objects();

create function terms_of_payers() returns trigger language plpgsql as $$
begin
    insert into operatoros_payments.payment_term (payment_id, term)
    select distinct a.payment_id, a.term from added a
    where a.term is not null
      and not exists (select from operatoros_payments.payment_term t where t.payment_id = a.payment_id and t.term = a.term);
    return null;
end
$$;
create trigger payment_payer_added_terms after insert on payment_payer referencing new table as added
    for each statement execute function terms_of_payers();
create trigger payment_payer_changed_terms after update on payment_payer referencing new table as added
    for each statement execute function terms_of_payers();

-- Ids of the history are taken fifty at a time.
alter sequence payment_history_id_seq increment by 50;
select setval('payment_history_id_seq', (select coalesce(max(id), 0) + 50 from payment_history));
