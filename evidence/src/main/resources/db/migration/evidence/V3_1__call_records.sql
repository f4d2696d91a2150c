-- What each projection has already taken from its log. Not a client's data.
create table projection_position (
    projection text    primary key,
    position   bigint  not null check (position >= 0),
    events     integer not null default 0 check (events >= 0)
);

comment on column projection_position.position is 'last record taken whole; 0 before the first';
comment on column projection_position.events is 'events already taken of the record after it';

create table call_record (
    contact_id       bigint primary key,
    client_id        integer     not null,
    queue_id         integer     not null,
    agent_id         integer,
    offered_at       timestamptz not null,
    ringing_at       timestamptz,
    answered_at      timestamptz,
    ended_at         timestamptz,
    outcome          text,
    hold_micros      bigint      not null default 0,
    held_since       timestamptz,
    disposition      text,
    arrival_number   bigint      not null unique,
    journal_position bigint      not null
);
comment on column call_record.offered_at is 'the caller entered the agent queue';
comment on column call_record.arrival_number is 'counts the contacts of the whole platform from 1, in the order of their arrival';
comment on column call_record.journal_position is 'the record by which the contact arrived';
create index call_record_by_time on call_record (client_id, arrival_number desc);
create index call_record_by_agent on call_record (client_id, agent_id, arrival_number desc);

create table call_offer (
    offer_id         bigint primary key,
    client_id        integer     not null,
    contact_id       bigint      not null references call_record,
    agent_id         integer     not null,
    offered_at       timestamptz not null,
    ringing_at       timestamptz,
    ended_at         timestamptz,
    outcome          text,
    rule             text        not null,
    journal_position bigint      not null
);
create index call_offer_by_contact on call_offer (contact_id);

-- What the operator's own staff were doing; it names no customer and belongs to no client.
create table agent_state_interval (
    journal_position bigint      not null,
    ordinal          integer     not null,
    agent_id         integer     not null,
    state            text        not null,
    reason           text,
    contact_id       bigint,
    started_at       timestamptz not null,
    ended_at         timestamptz,
    primary key (journal_position, ordinal)
);
create unique index agent_state_interval_open on agent_state_interval (agent_id) where ended_at is null;
create index agent_state_interval_by_agent on agent_state_interval (agent_id, started_at);

alter table call_record enable row level security;
alter table call_record force row level security;
create policy call_record_of_client on call_record
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);

alter table call_offer enable row level security;
alter table call_offer force row level security;
create policy call_offer_of_client on call_offer
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);

grant select, insert, update on projection_position, call_record, call_offer, agent_state_interval to kezheng_app;
