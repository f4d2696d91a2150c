-- Random samples of recordings, each with what it was drawn from and the seed, so that it can be drawn again.
create table recording_sample (
    id          bigint generated always as identity primary key,
    client_id   integer     not null references client (id),
    from_at     timestamptz,
    to_at       timestamptz,
    queue_id    integer,
    agent_id    integer,
    disposition text,
    min_seconds integer,
    max_seconds integer,
    seed        text        not null check (seed ~ '^[0-9a-f]{32}$'),
    size        integer     not null check (size between 1 and 500),
    population  integer     not null check (population >= 0),
    offers      bigint[]    not null,
    drawn_by    text        not null,
    drawn_at    timestamptz not null
);
comment on column recording_sample.offers is 'The talks that were drawn, in the order of the draw';

alter table recording_sample enable row level security;
alter table recording_sample force row level security;
create policy recording_sample_of_client on recording_sample
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);
grant select, insert on recording_sample to kezheng_app;
