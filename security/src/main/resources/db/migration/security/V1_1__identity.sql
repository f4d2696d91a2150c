-- Accounts, sessions and clients belong to the operator, not to a client; they are read before a client is in scope.

create table client (
    id      integer primary key check (id > 0),
    code    text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
    name_zh text not null,
    name_en text not null
);
comment on table client is 'Clients (委托方) on whose behalf calls are handled';

create sequence account_id_seq as integer start with 10001;

create table account (
    id            integer primary key check (id > 0),
    user_name     text not null unique check (user_name = lower(user_name)),
    display_name  text not null,
    role          text not null,
    home_client   integer not null references client (id),
    password_hash text not null,
    is_enabled    boolean not null default true,
    created_at    timestamptz not null default now()
);
comment on column account.home_client is 'The client for whom this person works';
comment on column account.password_hash is 'Argon2id, with its parameters';

create table sign_in_session (
    id             uuid primary key,
    token_hash     bytea not null unique,
    account_id     integer not null references account (id),
    signed_in_at   timestamptz not null,
    last_active_at timestamptz not null,
    ended_at       timestamptz,
    end_cause      text,
    check ((ended_at is null) = (end_cause is null))
);
create index sign_in_session_live on sign_in_session (account_id) where ended_at is null;
comment on column sign_in_session.token_hash is 'Keyed hash; the token itself is stored nowhere';
comment on column sign_in_session.last_active_at is 'Written once a minute at most';

create table sign_in_failure (
    name_key bytea primary key,
    failures integer not null,
    last_at  timestamptz not null
);
create index sign_in_failure_age on sign_in_failure (last_at);
comment on column sign_in_failure.name_key is 'Keyed hash of the name that was typed';

create table administrator_invitation (
    token_hash bytea primary key,
    issued_at  timestamptz not null
);

grant select, insert on client to kezheng_app;
grant usage on sequence account_id_seq to kezheng_app;
grant select, insert on account to kezheng_app;
grant update (password_hash, is_enabled) on account to kezheng_app;
grant select, insert on sign_in_session to kezheng_app;
grant update (last_active_at, ended_at, end_cause) on sign_in_session to kezheng_app;
grant select, insert, update, delete on sign_in_failure to kezheng_app;
grant select, insert, delete on administrator_invitation to kezheng_app;
