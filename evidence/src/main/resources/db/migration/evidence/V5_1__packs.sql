-- Packs that were made; their files stand in the data directory's folder "packs".
create table pack (
    pack_id    bigint generated always as identity primary key,
    client_id  integer     not null,
    kind       text        not null check (kind in ('case')),
    contact_id bigint      not null,
    state      text        not null check (state in ('making', 'ready', 'failed')),
    made_at    timestamptz not null,
    made_by    text        not null,
    bytes      bigint,
    sha256     text,
    check ((state = 'ready') = (bytes is not null and sha256 is not null))
);
comment on column pack.made_by is 'the account that asked for it';
create index pack_by_client on pack (client_id, pack_id desc);

alter table pack enable row level security;
alter table pack force row level security;
create policy pack_of_client on pack
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);

grant select, insert on pack to kezheng_app;
grant update (state, bytes, sha256) on pack to kezheng_app;
