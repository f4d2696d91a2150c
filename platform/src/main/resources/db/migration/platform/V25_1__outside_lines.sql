-- What became of each leg that the gate let out, and until when a customer was on the line who was handed to one. Beside the
-- journal, and never rebuilt: an end that nobody saw is said to be unseen.
create table outside_line (
    decision_id   bigint  not null references gate_decision (id) on delete cascade,
    is_customers  boolean not null,
    client_id     integer not null references client (id),
    contact_id    bigint  not null,
    line          text    not null check (line ~ '^[a-z0-9-]{1,80}$'),
    answered_at   timestamptz,
    ended_at      timestamptz,
    result        text check (result ~ '^[a-z-]{1,20}$'),
    is_end_unseen boolean not null default false,
    primary key (decision_id, is_customers)
);
create index outside_line_of_contact on outside_line (client_id, contact_id);
create index outside_line_by_name on outside_line (client_id, line);
create index outside_line_open on outside_line (client_id) where ended_at is null and not is_end_unseen;
comment on table outside_line is 'Legs to the outside from dialling to their end, and the lines of customers handed to one';
comment on column outside_line.is_customers is 'The line of the customer who was handed over, and not the leg itself';
comment on column outside_line.line is 'The name of the channel on the PBX: of numbers of ours, and none of a telephone';
comment on column outside_line.answered_at is 'Null: not answered, or answered while the platform was away';
comment on column outside_line.result is 'What came of it; null while nobody has answered yet';
comment on column outside_line.is_end_unseen is 'The line ended while the platform or its link to the PBX was away';

alter table outside_line enable row level security;
alter table outside_line force row level security;
create policy client_in_scope on outside_line
    using (client_id = nullif(current_setting('kezheng.client', true), '')::integer)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::integer);
grant select, insert, update on outside_line to kezheng_app;
