-- Messages that callers have left for the agents of a queue. What was said is a recording of its own, with the contact in
-- the place of the offer and no agent.
create table voice_message (
    contact_id    bigint primary key references recording (offer_id),
    client_id     integer     not null references client (id),
    queue_id      integer     not null,
    left_at       timestamptz not null,
    length_millis bigint      not null check (length_millis > 0),
    done_at       timestamptz,
    done_by       text,
    check ((done_at is null) = (done_by is null))
);
create index voice_message_open on voice_message (client_id, left_at) where done_at is null;

alter table voice_message enable row level security;
alter table voice_message force row level security;
create policy voice_message_of_client on voice_message
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);
grant select, insert on voice_message to kezheng_app;
grant update (done_at, done_by) on voice_message to kezheng_app;

-- A call back that was promised, a message that was left, and a language that was chosen are steps, too.
alter table caller_step drop constraint caller_step_kind_check;
alter table caller_step add constraint caller_step_kind_check check (kind in ('entered', 'notice', 'recording-refused',
    'scored', 'compared', 'holidays-unknown', 'too-many-steps', 'turned-away', 'place-kept', 'message-left', 'language', 'queued', 'ended',
    'hung-up'));
