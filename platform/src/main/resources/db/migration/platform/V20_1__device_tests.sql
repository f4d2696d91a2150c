-- How agents' devices were tried before the shift, by a call of the PBX. No contact belongs to such a call.
create table device_test (
    id        bigint generated always as identity primary key,
    client_id integer     not null references client (id),
    agent_id  integer     not null,
    device    text        not null check (device in ('browser', 'sip', 'none')),
    finding   text        not null,
    ended_at  timestamptz not null
);
comment on table device_test is 'Tests of agents'' devices, and what was found';

create index device_test_by_agent on device_test (client_id, agent_id, ended_at);

alter table device_test enable row level security;
alter table device_test force row level security;
create policy device_test_of_client on device_test
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);
grant select, insert on device_test to kezheng_app;
