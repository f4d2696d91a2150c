-- A schema of its own, so that it is backed up apart and for a short time: a destroyed key must not come back from a
-- backup that is kept as long as the data.

create schema keystore;

create table keystore.customer_key (
    customer_id bigint not null,
    client_id   integer not null references client (id),
    wrapped_key bytea not null,
    created_at  timestamptz not null default now(),
    primary key (client_id, customer_id)
);
comment on column keystore.customer_key.wrapped_key is 'encrypted';

alter table keystore.customer_key enable row level security;
alter table keystore.customer_key force row level security;
create policy client_in_scope on keystore.customer_key
    using (client_id = nullif(current_setting('kezheng.client', true), '')::integer)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::integer);

grant usage on schema keystore to kezheng_app;
grant select, insert, delete on keystore.customer_key to kezheng_app;
