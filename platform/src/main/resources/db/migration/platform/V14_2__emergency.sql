-- Turns of each client's emergency switch; the last one counts. No row is ever changed.
create table emergency_turn (
    id        bigint generated always as identity primary key,
    client_id integer     not null references client (id),
    mode      text        not null check (mode in ('off', 'notice', 'closed')),
    cause     text        not null check (cause ~ '^[a-z-]{1,40}$'),
    own_text  text        check (length(own_text) <= 200),
    turned_by text        not null,
    turned_at timestamptz not null
);
create index emergency_turn_last on emergency_turn (client_id, id desc);
comment on column emergency_turn.own_text is 'What callers are told; null: the wording that ships';

alter table emergency_turn enable row level security;
alter table emergency_turn force row level security;
create policy emergency_turn_of_client on emergency_turn
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);

grant select, insert on emergency_turn to kezheng_app;
