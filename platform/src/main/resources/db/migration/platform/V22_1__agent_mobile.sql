-- The numbers of agents' own mobiles, on which they may answer calls where the client allows it (`device.mobile`). Personal
-- data of staff: sealed with the client's key. A number that was taken away stays with who did it and when, until the client's
-- key is destroyed.
create sequence agent_mobile_id_seq start with 1001;

create table agent_mobile (
    id            bigint primary key,
    client_id     integer     not null references client (id),
    agent_id      integer     not null,
    number_cipher bytea       not null,
    number_index  integer     not null,
    set_by        text        not null,
    set_at        timestamptz not null,
    removed_by    text,
    removed_at    timestamptz
);
create unique index agent_mobile_of_agent on agent_mobile (client_id, agent_id) where removed_at is null;
create index agent_mobile_by_number on agent_mobile (client_id, number_index) where removed_at is null;
comment on column agent_mobile.number_cipher is 'encrypted';
comment on column agent_mobile.number_index is 'Blind index: 24 bits of a keyed hash';

alter table agent_mobile enable row level security;
alter table agent_mobile force row level security;
create policy client_in_scope on agent_mobile
    using (client_id = nullif(current_setting('kezheng.client', true), '')::integer)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::integer);

grant usage on sequence agent_mobile_id_seq to kezheng_app;
grant select, insert on agent_mobile to kezheng_app;
grant update (removed_by, removed_at) on agent_mobile to kezheng_app;
