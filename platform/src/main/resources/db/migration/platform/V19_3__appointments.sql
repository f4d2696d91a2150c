-- What an agent's appointment to call back needs besides: whose it is, a note, and when it was offered.
alter table scheduled_callback
    add column customer_id bigint,
    add column note_cipher bytea,
    add column begun_at    timestamptz;
comment on column scheduled_callback.note_cipher is 'encrypted';
comment on column scheduled_callback.queue is 'Where it goes when its owner is not there';
grant update (begun_at) on scheduled_callback to kezheng_app;
