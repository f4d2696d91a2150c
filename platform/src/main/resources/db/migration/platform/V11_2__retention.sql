-- Recordings that were due and are destroyed. The recording's own row stays: that there was one, and its hash, is no secret.
create table recording_destruction (
    offer_id     bigint primary key references recording (offer_id),
    client_id    integer     not null references client (id),
    contact_id   bigint      not null,
    direction    text        not null check (direction in ('inbound', 'outbound', 'test', 'unknown')),
    kept_days    integer     not null check (kept_days > 0),
    content_hash text        not null check (content_hash ~ '^([0-9a-f]{64}|unreadable)$'),
    destroyed_at timestamptz not null,
    completed_at timestamptz
);
comment on column recording_destruction.content_hash is 'Keyed hash (HMAC-SHA256) of what was heard, in hexadecimal';
comment on column recording_destruction.completed_at is 'Secret and file are gone; null while that is still to be done';
create index recording_destruction_open on recording_destruction (client_id) where completed_at is null;
create index recording_by_end on recording (client_id, ended_at);

-- Calls that must not be destroyed though they are due (保全). A call is held as long as one of its holds is not lifted.
create table legal_hold (
    id               bigint generated always as identity primary key,
    client_id        integer     not null references client (id),
    contact_id       bigint      not null,
    cause            text        not null check (cause ~ '^[a-z-]{1,40}$'),
    reference        text        not null check (reference ~ '^[ -~]{1,80}$'),
    set_by           text        not null,
    set_at           timestamptz not null,
    lifted_cause     text check (lifted_cause ~ '^[a-z-]{1,40}$'),
    lifted_reference text check (lifted_reference ~ '^[ -~]{1,80}$'),
    lifted_by        text,
    lifted_at        timestamptz
);
create index legal_hold_of_call on legal_hold (client_id, contact_id);

do $$
declare name text;
begin
    foreach name in array array['recording_destruction', 'legal_hold'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy client_in_scope on %I
            using (client_id = nullif(current_setting(''kezheng.client'', true), '''')::integer)
            with check (client_id = nullif(current_setting(''kezheng.client'', true), '''')::integer)', name);
    end loop;
end $$;

grant select, insert on recording_destruction, legal_hold to kezheng_app;
grant update (completed_at) on recording_destruction to kezheng_app;
grant update (lifted_cause, lifted_reference, lifted_by, lifted_at) on legal_hold to kezheng_app;
