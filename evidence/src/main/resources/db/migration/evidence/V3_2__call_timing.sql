-- When the steps of a call were taken. A record of its own beside the journal: best effort, and never rebuilt.
create table call_timing (
    contact_id      bigint primary key,
    client_id       integer not null,
    invite_at       timestamptz,
    announced_at    timestamptz,
    durable_at      timestamptz,
    originate_at    timestamptz,
    agent_invite_at timestamptz,
    ringing_at      timestamptz,
    answered_at     timestamptz,
    shown_at        timestamptz
);
comment on table call_timing is 'steps from the INVITE to the pop on screen; a step that was not seen is null';

alter table call_timing enable row level security;
alter table call_timing force row level security;
create policy call_timing_of_client on call_timing
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);

grant select, insert, update on call_timing to kezheng_app;

-- For the figures of recent days.
create index call_record_by_arrival_time on call_record (client_id, offered_at);
create index call_record_by_answer_time on call_record (client_id, answered_at);
create index agent_state_interval_by_end on agent_state_interval (ended_at);
