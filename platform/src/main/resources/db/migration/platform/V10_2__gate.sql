-- What the gate decided about each leg to the outside, allowed or refused. Kept as long as `outbound.retention-days` says,
-- never less than 30 days (工信部信管〔2020〕81号). No row is ever changed.
create sequence gate_decision_id_seq start with 1001;

create table gate_decision (
    id            bigint primary key,
    client_id     integer     not null references client (id),
    decided_at    timestamptz not null,
    stage         text        not null check (stage in ('asked', 'dialled')),
    way           text        not null check (way ~ '^[a-z-]{1,40}$'),
    purpose       text        not null check (purpose ~ '^[a-z-]{1,40}$'),
    number_cipher bytea       not null,
    number_index  integer     not null,
    own_number    text,
    voucher       text        not null check (voucher ~ '^[a-z0-9-]{1,40}$'),
    contact_id    bigint,
    asked_by      text        not null,
    is_allowed    boolean     not null,
    rules         text        not null
);
create index gate_decision_by_number on gate_decision (client_id, number_index, decided_at);
create index gate_decision_by_own_number on gate_decision (client_id, own_number, decided_at);
create index gate_decision_by_contact on gate_decision (client_id, contact_id);
comment on column gate_decision.number_cipher is 'encrypted';
comment on column gate_decision.number_index is 'Blind index: 24 bits of a keyed hash';
comment on column gate_decision.own_number is 'The access number that was to be sent; ours, and public';
comment on column gate_decision.rules is 'The rules that refused, in their order, parted by spaces';

-- The gate's parameters: the last change in force counts. One that loosens waits for a second person.
create table gate_parameter_change (
    id          bigint generated always as identity primary key,
    client_id   integer     not null references client (id),
    parameter   text        not null,
    value       text        not null,
    basis       text        not null,
    proposed_by text        not null,
    proposed_at timestamptz not null,
    state       text        not null check (state in ('pending', 'in-force', 'rejected')),
    decided_by  text,
    decided_at  timestamptz
);
create index gate_parameter_change_in_force on gate_parameter_change (client_id, parameter, id desc);

-- Access numbers (码号) assigned by certificate. Only these are ever sent as calling number. They are public, so they stand
-- in the clear.
create table own_number (
    id                    bigint generated always as identity primary key,
    client_id             integer     not null references client (id),
    number                text        not null unique check (number ~ '^[0-9]{3,20}$'),
    certificate           text        not null,
    scope                 text        not null,
    holder                text        not null,
    filed_on              date,
    status                text        not null check (status in ('planned', 'in-use', 'suspended', 'returned')),
    is_outbound           boolean     not null,
    no_calls_commitment   text        not null,
    conduct_commitment    text        not null,
    changed_at            timestamptz not null,
    changed_by            text        not null,
    unique (client_id, id)
);
comment on column own_number.filed_on is 'When it was filed in the code number resource system (码号资源管理系统)';
comment on column own_number.no_calls_commitment is 'Reference of the document 骚扰电话禁呼承诺书; empty: none';
comment on column own_number.conduct_commitment is 'Reference of the document 不违规呼出承诺书; empty: none';

-- Each change has to be filed within 10 working days.
create table own_number_change (
    id            bigint generated always as identity primary key,
    client_id     integer     not null references client (id),
    own_number_id bigint      not null,
    what          text        not null,
    changed_at    timestamptz not null,
    changed_by    text        not null,
    file_by       date        not null,
    filed_on      date,
    filed_by      text,
    foreign key (client_id, own_number_id) references own_number (client_id, id)
);
create index own_number_change_open on own_number_change (client_id, file_by) where filed_on is null;

-- Outside numbers to which calls may be handed, per client.
create sequence outside_number_id_seq start with 1001;

create table outside_number (
    id            bigint primary key,
    client_id     integer     not null references client (id),
    label         text        not null,
    number_cipher bytea       not null,
    number_index  integer     not null,
    added_by      text        not null,
    added_at      timestamptz not null,
    removed_by    text,
    removed_at    timestamptz
);
create index outside_number_by_number on outside_number (client_id, number_index) where removed_at is null;
comment on column outside_number.number_cipher is 'encrypted';
comment on column outside_number.number_index is 'Blind index: 24 bits of a keyed hash';

-- What each contact that goes out is for. The number stands in the confidential log under the contact.
create table outside_call (
    contact_id bigint      not null,
    client_id  integer     not null references client (id),
    way        text        not null,
    purpose    text        not null,
    voucher    text        not null,
    agent_id   integer,
    asked_by   text        not null,
    asked_at   timestamptz not null,
    callback   bigint,
    primary key (client_id, contact_id)
);

-- Callbacks at a time, owned by an agent.
create sequence scheduled_callback_id_seq start with 1001;

create table scheduled_callback (
    id            bigint primary key,
    client_id     integer     not null references client (id),
    number_cipher bytea       not null,
    number_index  integer     not null,
    queue         text        not null,
    agent_id      integer     not null,
    due_at        timestamptz not null,
    purpose       text        not null,
    voucher       text        not null,
    reason        text        not null,
    state         text        not null check (state in ('scheduled', 'due', 'done', 'failed', 'cancelled')),
    outcome       text        not null,
    contact_id    bigint,
    attempts      integer     not null default 0,
    created_by    text        not null,
    created_at    timestamptz not null
);
create index scheduled_callback_due on scheduled_callback (client_id, due_at) where state = 'scheduled';
create index scheduled_callback_of_agent on scheduled_callback (client_id, agent_id, due_at);
comment on column scheduled_callback.number_cipher is 'encrypted';
comment on column scheduled_callback.number_index is 'Blind index: 24 bits of a keyed hash';
comment on column scheduled_callback.reason is 'A code, no free text';

do $$
declare name text;
begin
    foreach name in array array['gate_decision', 'gate_parameter_change', 'own_number', 'own_number_change',
        'outside_number', 'outside_call', 'scheduled_callback'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy client_in_scope on %I
            using (client_id = nullif(current_setting(''kezheng.client'', true), '''')::integer)
            with check (client_id = nullif(current_setting(''kezheng.client'', true), '''')::integer)', name);
    end loop;
end $$;

grant usage on sequence gate_decision_id_seq, outside_number_id_seq, scheduled_callback_id_seq to kezheng_app;
grant select, insert on gate_decision to kezheng_app;
grant select, insert on gate_parameter_change to kezheng_app;
grant update (state, decided_by, decided_at) on gate_parameter_change to kezheng_app;
grant select, insert on own_number to kezheng_app;
grant update (certificate, scope, holder, filed_on, status, is_outbound, no_calls_commitment, conduct_commitment,
    changed_at, changed_by) on own_number to kezheng_app;
grant select, insert on own_number_change to kezheng_app;
grant update (filed_on, filed_by) on own_number_change to kezheng_app;
grant select, insert on outside_number to kezheng_app;
grant update (removed_by, removed_at) on outside_number to kezheng_app;
grant select, insert on outside_call to kezheng_app;
grant select, insert on scheduled_callback to kezheng_app;
grant update (agent_id, due_at, state, outcome, contact_id, attempts) on scheduled_callback to kezheng_app;

-- The carriers' own figures, as they gave them: what is lost in their network cannot be seen from here.
create table carrier_figure (
    trunk       text        not null,
    day         date        not null,
    attempts    bigint      not null check (attempts >= 0),
    lost        bigint      not null check (lost between 0 and attempts),
    imported_by text        not null,
    imported_at timestamptz not null,
    primary key (trunk, day, imported_at)
);
grant select, insert on carrier_figure to kezheng_app;
