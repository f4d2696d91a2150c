create sequence disclosure_id_seq;

create table disclosure (
    id            bigint primary key,
    client_id     integer not null references client (id),
    disclosed_at  timestamptz not null,
    account_id    integer not null references account (id),
    session_id    uuid not null references sign_in_session (id),
    subject_kind  text not null,
    subject       bigint not null,
    fields        text not null,
    reason_cipher bytea not null
);
create index disclosure_of_subject on disclosure (client_id, subject_kind, subject);
comment on table disclosure is 'Every clear showing of what is otherwise masked; added to, never changed';
comment on column disclosure.reason_cipher is 'encrypted';

alter table disclosure enable row level security;
alter table disclosure force row level security;
create policy client_in_scope on disclosure
    using (client_id = nullif(current_setting('kezheng.client', true), '')::integer)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::integer);

-- No update, no delete: the record cannot be changed by whoever works through the application.
grant select, insert on disclosure to kezheng_app;
grant usage on sequence disclosure_id_seq to kezheng_app;
