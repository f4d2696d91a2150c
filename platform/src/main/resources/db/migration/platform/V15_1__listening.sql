-- Who listened in to which talk, from when to when; the modes stand in the audit ledger.
create table listening (
    id         bigint generated always as identity primary key,
    client_id  integer     not null references client (id),
    contact_id bigint      not null,
    offer_id   bigint      not null,
    agent_id   integer     not null,
    listener   text        not null,
    begun_at   timestamptz not null,
    ended_at   timestamptz,
    ended_by   text        check (ended_by in ('listener', 'talk', 'session', 'line', 'refused', 'restart')),
    check ((ended_at is null) = (ended_by is null))
);
create index listening_of_contact on listening (client_id, contact_id);
create index listening_open on listening (client_id) where ended_at is null;
comment on column listening.id is 'Also in the name of the leg on the PBX';

-- Which agent has acknowledged which version of the notice that supervisors may listen in.
create table notice_acknowledgement (
    client_id       integer     not null references client (id),
    agent_id        integer     not null,
    version         integer     not null check (version >= 1),
    acknowledged_at timestamptz not null,
    primary key (client_id, agent_id, version)
);

alter table listening enable row level security;
alter table listening force row level security;
create policy listening_of_client on listening
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);
alter table notice_acknowledgement enable row level security;
alter table notice_acknowledgement force row level security;
create policy notice_acknowledgement_of_client on notice_acknowledgement
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);

grant select, insert, update on listening to kezheng_app;
grant select, insert on notice_acknowledgement to kezheng_app;
