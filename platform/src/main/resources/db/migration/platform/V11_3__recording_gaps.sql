-- Where a recording is silent because the agent paused it.
create table recording_gap (
    offer_id    bigint  not null references recording (offer_id),
    client_id   integer not null references client (id),
    from_millis bigint  not null check (from_millis >= 0),
    to_millis   bigint  not null check (to_millis > from_millis),
    ended_by    text    not null check (ended_by in ('agent', 'limit', 'talk')),
    primary key (offer_id, from_millis)
);
comment on table recording_gap is 'Milliseconds from the begin of the recording';
comment on column recording_gap.ended_by is 'The agent, the longest time of a pause, or the end of the talk';

alter table recording_gap enable row level security;
alter table recording_gap force row level security;
create policy recording_gap_of_client on recording_gap
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);
grant select, insert on recording_gap to kezheng_app;
