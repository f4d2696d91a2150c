-- Runs of probes and filings of equipment belong to the operator, not to a client. Both are added to and never changed.
create table probe_run (
    position      bigint      primary key check (position > 0),
    id            text        not null unique,
    probe         text        not null,
    started_at    timestamptz not null,
    outcome       text        not null check (outcome in ('holds', 'disproved', 'failed')),
    content       text        not null,
    previous_hash bytea       not null,
    hash          bytea       not null
);
create index probe_run_of_probe on probe_run (probe, position desc);
create index probe_run_by_day on probe_run (probe, started_at);
comment on column probe_run.content is 'JSON of the whole run; what the hash is over';
comment on column probe_run.hash is 'SHA-256 of the hash before (32 zero bytes before the first) and the content';

create table equipment_filing (
    id       bigint generated always as identity primary key,
    filed_at timestamptz not null,
    filed_by text        not null,
    content  text        not null,
    hash     bytea       not null
);
comment on column equipment_filing.content is 'JSON of the list';
comment on column equipment_filing.hash is 'SHA-256 of the content';

grant select, insert on probe_run, equipment_filing to kezheng_app;
-- The list of equipment names the version of the tables.
grant select on flyway_schema_history to kezheng_app;
