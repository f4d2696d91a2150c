-- Waiting calls that supervisors moved into another queue, written in the transaction of the act. The call goes on counting in
-- the queue that it entered first.
create table call_move (
    id         bigint generated always as identity primary key,
    client_id  integer     not null references client (id),
    contact_id bigint      not null,
    moved_at   timestamptz not null,
    from_queue integer     not null,
    to_queue   integer     not null,
    moved_by   text        not null,
    cause      text        not null check (cause ~ '^[a-z-]{1,20}$')
);
create index call_move_of_contact on call_move (client_id, contact_id);
comment on table call_move is 'Who moved a waiting call from which queue into which, when and why';

alter table call_move enable row level security;
alter table call_move force row level security;
create policy client_in_scope on call_move
    using (client_id = nullif(current_setting('kezheng.client', true), '')::integer)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::integer);
grant select, insert on call_move to kezheng_app;
