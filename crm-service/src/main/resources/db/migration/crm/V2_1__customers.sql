create sequence customer_id_seq start with 1001;

create table customer (
    id            bigint primary key,
    client_id     integer not null references client (id),
    name_cipher   bytea not null,
    number_cipher bytea not null,
    number_index  integer not null,
    created_at    timestamptz not null,
    unique (client_id, id)
);
create index customer_by_number on customer (client_id, number_index);
comment on column customer.name_cipher is 'encrypted';
comment on column customer.number_cipher is 'encrypted';
comment on column customer.number_index is 'Blind index: 24 bits of a keyed hash';

create table call_party (
    contact_id    bigint not null,
    client_id     integer not null references client (id),
    number_cipher bytea not null,
    number_index  integer,
    customer_id   bigint,
    recorded_at   timestamptz not null,
    primary key (client_id, contact_id),
    foreign key (client_id, customer_id) references customer (client_id, id)
);
create index call_party_by_number on call_party (client_id, number_index) where customer_id is null;
create index call_party_of_customer on call_party (client_id, customer_id) where customer_id is not null;
comment on column call_party.number_cipher is 'encrypted';
comment on column call_party.number_index is 'Blind index: 24 bits of a keyed hash';

create table call_note (
    entry_position bigint not null,
    client_id      integer not null references client (id),
    contact_id     bigint not null,
    agent          text not null,
    disposition    text not null,
    note_cipher    bytea not null,
    written_at     timestamptz not null,
    primary key (client_id, entry_position)
);
create index call_note_of_call on call_note (client_id, contact_id, written_at desc);
comment on column call_note.note_cipher is 'encrypted';
comment on column call_note.entry_position is 'Position in the confidential log of the client';

alter table customer enable row level security;
alter table customer force row level security;
create policy client_in_scope on customer
    using (client_id = nullif(current_setting('kezheng.client', true), '')::integer)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::integer);

alter table call_party enable row level security;
alter table call_party force row level security;
create policy client_in_scope on call_party
    using (client_id = nullif(current_setting('kezheng.client', true), '')::integer)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::integer);

alter table call_note enable row level security;
alter table call_note force row level security;
create policy client_in_scope on call_note
    using (client_id = nullif(current_setting('kezheng.client', true), '')::integer)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::integer);

grant usage on sequence customer_id_seq to kezheng_app;
grant select, insert on customer to kezheng_app;
grant select, insert on call_party to kezheng_app;
grant update (number_cipher, customer_id) on call_party to kezheng_app;
grant select, insert on call_note to kezheng_app;
grant update (note_cipher) on call_note to kezheng_app;
