-- Agents lend callers to self-service, and take them back.
alter table caller_step drop constraint caller_step_kind_check;
alter table caller_step add constraint caller_step_kind_check check (kind in ('entered', 'notice', 'recording-refused',
    'scored', 'compared', 'holidays-unknown', 'too-many-steps', 'turned-away', 'place-kept', 'message-left', 'language', 'queued', 'ended',
    'hung-up', 'lent', 'returned'));
