-- What answered offers were talked about. The audio stands in sealed files; the hash says which.
create table recording (
    offer_id        bigint primary key,
    contact_id      bigint      not null,
    client_id       integer     not null,
    agent_id        integer     not null,
    started_at      timestamptz not null,
    ended_at        timestamptz not null,
    duration_micros bigint      not null check (duration_micros >= 0),
    bytes           bigint      not null check (bytes > 0),
    sha256          text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    path            text        not null,
    stored_at       timestamptz not null default now()
);
comment on column recording.bytes is 'of the sealed file';
comment on column recording.sha256 is 'of the sealed file';
comment on column recording.path is 'of the sealed file, below the directory of recordings';
create index recording_by_contact on recording (contact_id);
-- Finds answered calls whose recording is missing.
create index call_record_answered_by_end on call_record (ended_at) where answered_at is not null;

alter table recording enable row level security;
alter table recording force row level security;
create policy recording_of_client on recording
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);

grant select, insert on recording to kezheng_app;
