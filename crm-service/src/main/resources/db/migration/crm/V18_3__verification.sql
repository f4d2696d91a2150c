-- What a caller has to know to be taken for the customer (核身). Each fact is kept as a slow hash with a salt of its own, sealed
-- with the customer's key: nobody can read it, and it goes when the key goes.
create sequence customer_secret_id_seq start with 1001;

create table customer_secret (
    id          bigint primary key,
    client_id   integer     not null references client (id),
    customer_id bigint      not null,
    kind        text        not null check (kind in ('pin', 'document', 'birthday')),
    hash_cipher bytea       not null,
    set_by      text        not null,
    set_at      timestamptz not null,
    unique (client_id, customer_id, kind),
    foreign key (client_id, customer_id) references customer (client_id, id)
);
comment on column customer_secret.hash_cipher is 'encrypted';

-- Each try and what came of it; never what was said.
create table verification_attempt (
    id          bigint generated always as identity primary key,
    client_id   integer     not null references client (id),
    customer_id bigint      not null,
    contact_id  bigint      not null,
    asked_by    text        not null,
    kinds       text        not null check (kinds ~ '^[a-z,]{1,40}$'),
    is_passed   boolean     not null,
    tried_at    timestamptz not null,
    foreign key (client_id, customer_id) references customer (client_id, id)
);
create index verification_attempt_of_customer on verification_attempt (client_id, customer_id, tried_at);
create index verification_attempt_of_call on verification_attempt (client_id, contact_id);

do $$
declare name text;
begin
    foreach name in array array['customer_secret', 'verification_attempt'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy client_in_scope on %I
            using (client_id = nullif(current_setting(''kezheng.client'', true), '''')::integer)
            with check (client_id = nullif(current_setting(''kezheng.client'', true), '''')::integer)', name);
    end loop;
end $$;
grant usage on sequence customer_secret_id_seq to kezheng_app;
grant select, insert, delete on customer_secret to kezheng_app;
grant select, insert on verification_attempt to kezheng_app;
