-- What payments are searched for, apart from the payments: these change often, and each change would touch the index of
-- what is searched. Rows are only ever added: a payment gains invoice numbers and ids of Stripe, and loses none.

create extension if not exists pg_trgm;

create table payment_term (
    payment_id uuid not null references payment on delete cascade,
    -- In lower case.
    term       text not null
);
create index payment_term_payment on payment_term (payment_id);

-- The extension may have been there before, in a schema of somebody else's choice.
do $$
begin
    execute format('create index payment_term_part on payment_term using gin (term %I.gin_trgm_ops)',
        (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
end
$$;

create function add_term(owner uuid, word text) returns void language sql as $$
    insert into operatoros_payments.payment_term (payment_id, term) select owner, word where word is not null;
$$;

-- Numbers and ids are plain letters, folded alike in every locale. What people have written is added by the application,
-- which folds it without regard to the database's locale.
create function terms_of_payment() returns trigger language plpgsql as $$
begin
    if new.invoice_number is distinct from old.invoice_number then
        perform operatoros_payments.add_term(new.id, lower(new.invoice_number collate "C"));
    end if;
    if new.customer_id is distinct from old.customer_id then
        perform operatoros_payments.add_term(new.id, lower(new.customer_id collate "C"));
    end if;
    return null;
end
$$;

create function term_of_object() returns trigger language plpgsql as $$
begin
    perform operatoros_payments.add_term(new.payment_id, lower(new.id collate "C"));
    return null;
end
$$;

create trigger payment_added_term after insert on payment for each row
    when (new.invoice_number is not null or new.customer_id is not null)
    execute function terms_of_payment();
create trigger payment_changed_term after update on payment for each row
    when (new.invoice_number is distinct from old.invoice_number or new.customer_id is distinct from old.customer_id)
    execute function terms_of_payment();
create trigger stripe_object_term after insert on stripe_object for each row execute function term_of_object();
