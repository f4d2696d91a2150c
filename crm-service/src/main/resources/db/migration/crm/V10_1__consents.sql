-- What people agreed to, and who is not to be called. Both belong to the client, not to a customer's record: a refusal
-- outlives the customer, so that nobody calls again by mistake.
create sequence consent_id_seq start with 1001;

create table consent (
    id            bigint primary key,
    client_id     integer     not null references client (id),
    number_cipher bytea       not null,
    number_index  integer     not null,
    purpose       text        not null check (purpose ~ '^[a-z-]{1,40}$'),
    means         text        not null check (means in ('call', 'web', 'written', 'message')),
    contact_id    bigint,
    text_version  text        not null check (text_version ~ '^[A-Za-z0-9._-]{1,40}$'),
    given_at      timestamptz not null,
    expires_at    timestamptz not null,
    recorded_by   text        not null,
    recorded_at   timestamptz not null,
    withdrawn_at  timestamptz,
    withdrawn_by  text,
    check (expires_at > given_at),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    unique (client_id, id)
);
create index consent_by_number on consent (client_id, number_index);
comment on column consent.number_cipher is 'encrypted';
comment on column consent.number_index is 'Blind index: 24 bits of a keyed hash';

create sequence do_not_call_id_seq start with 1001;

create table do_not_call (
    id            bigint primary key,
    client_id     integer     not null references client (id),
    number_cipher bytea       not null,
    number_index  integer     not null,
    reason        text        not null check (reason ~ '^[a-z-]{1,40}$'),
    contact_id    bigint,
    added_by      text        not null,
    added_at      timestamptz not null,
    reversed_by   text,
    reversed_at   timestamptz,
    check ((reversed_at is null) = (reversed_by is null)),
    unique (client_id, id)
);
create index do_not_call_by_number on do_not_call (client_id, number_index) where reversed_at is null;
comment on column do_not_call.number_cipher is 'encrypted';
comment on column do_not_call.number_index is 'Blind index: 24 bits of a keyed hash';

alter table consent enable row level security;
alter table consent force row level security;
create policy client_in_scope on consent
    using (client_id = nullif(current_setting('kezheng.client', true), '')::integer)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::integer);

alter table do_not_call enable row level security;
alter table do_not_call force row level security;
create policy client_in_scope on do_not_call
    using (client_id = nullif(current_setting('kezheng.client', true), '')::integer)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::integer);

grant usage on sequence consent_id_seq to kezheng_app;
grant select, insert on consent to kezheng_app;
grant update (withdrawn_at, withdrawn_by) on consent to kezheng_app;
grant usage on sequence do_not_call_id_seq to kezheng_app;
grant select, insert on do_not_call to kezheng_app;
grant update (reversed_at, reversed_by) on do_not_call to kezheng_app;
