-- Numbers from which a client's people are molested. An agent marks, a supervisor confirms for a time or lifts; a mark that
-- is not confirmed, has expired, or was lifted has no effect.
create sequence nuisance_mark_id_seq start with 1001;

create table nuisance_mark (
    id            bigint primary key,
    client_id     integer     not null references client (id),
    number_cipher bytea       not null,
    number_index  integer     not null,
    reason        text        not null check (reason in ('abuse', 'threat', 'harassment', 'silent', 'prank')),
    contact_id    bigint      not null,
    marked_by     text        not null,
    marked_at     timestamptz not null,
    confirmed_by  text,
    confirmed_at  timestamptz,
    expires_at    timestamptz,
    lifted_by     text,
    lifted_at     timestamptz,
    check ((confirmed_at is null) = (confirmed_by is null)),
    check ((confirmed_at is null) = (expires_at is null)),
    check (expires_at > confirmed_at),
    check ((lifted_at is null) = (lifted_by is null)),
    unique (client_id, id)
);
create index nuisance_mark_by_number on nuisance_mark (client_id, number_index) where lifted_at is null;
comment on column nuisance_mark.number_cipher is 'encrypted';
comment on column nuisance_mark.number_index is 'Blind index: 24 bits of a keyed hash';

alter table nuisance_mark enable row level security;
alter table nuisance_mark force row level security;
create policy client_in_scope on nuisance_mark
    using (client_id = nullif(current_setting('kezheng.client', true), '')::integer)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::integer);
grant usage on sequence nuisance_mark_id_seq to kezheng_app;
grant select, insert on nuisance_mark to kezheng_app;
grant update (confirmed_by, confirmed_at, expires_at, lifted_by, lifted_at) on nuisance_mark to kezheng_app;

-- Customers whose calls go before others where a flow says so.
alter table customer add column is_vip boolean not null default false;
grant update (is_vip) on customer to kezheng_app;
