-- What callers went through in flows, step by step, out of the confidential log. No row holds a digit that was entered
-- but scores, which are asked for as such.
create table caller_step (
    client_id  integer     not null references client (id),
    position   bigint      not null,
    ordinal    integer     not null,
    contact_id bigint      not null,
    at         timestamptz not null,
    flow       text        not null,
    version    integer     not null,
    kind       text        not null check (kind in ('entered', 'notice', 'recording-refused', 'scored', 'compared',
        'holidays-unknown', 'too-many-steps', 'queued', 'ended', 'hung-up')),
    name       text        not null,
    score      integer     check (score between 0 and 9),
    primary key (position, ordinal)
);
create index caller_step_by_contact on caller_step (client_id, contact_id, position, ordinal);
create index caller_step_scores on caller_step (client_id, at) where kind = 'scored';
comment on column caller_step.position is 'of the entry in the confidential log';
comment on column caller_step.name is 'node, version of a wording, question or calendar, by kind';

alter table caller_step enable row level security;
alter table caller_step force row level security;
create policy caller_step_of_client on caller_step
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);

grant select, insert on caller_step to kezheng_app;
