-- Callers who were told of an emergency are counted by the turn of the switch that began it.
alter table caller_step drop constraint caller_step_kind_check;
alter table caller_step add constraint caller_step_kind_check check (kind in ('entered', 'notice', 'recording-refused',
    'scored', 'compared', 'holidays-unknown', 'too-many-steps', 'turned-away', 'place-kept', 'message-left', 'language', 'queued', 'told',
    'ended', 'hung-up', 'lent', 'returned'));
create index caller_step_by_turn on caller_step (client_id, name) where kind in ('told', 'ended') and name <> '';
comment on column caller_step.name is 'node, version of a wording, question or calendar, by kind; of told, and of an end by the emergency switch, notice or closed, a blank, and the turn';
