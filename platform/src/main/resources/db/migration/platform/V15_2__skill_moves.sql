-- Agents who serve a queue for a while; those without an end stand.
create table skill_move (
    id        bigint generated always as identity primary key,
    client_id integer     not null references client (id),
    agent_id  integer     not null,
    queue     text        not null,
    moved_by  text        not null,
    begun_at  timestamptz not null,
    until     timestamptz not null check (until > begun_at),
    ended_at  timestamptz,
    ended_by  text,
    check ((ended_at is null) = (ended_by is null))
);
create index skill_move_standing on skill_move (client_id) where ended_at is null;
comment on column skill_move.ended_by is 'The user who ended it before its time, or time';

alter table skill_move enable row level security;
alter table skill_move force row level security;
create policy skill_move_of_client on skill_move
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);

grant select, insert, update on skill_move to kezheng_app;
