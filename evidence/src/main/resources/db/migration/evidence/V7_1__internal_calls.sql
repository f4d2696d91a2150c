-- A contact's kind, and the contact from which it came. Internal calls count in no figure of queues or calls.
alter table call_record add column kind text not null default 'call';
alter table call_record add column precursor_id bigint;
comment on column call_record.precursor_id is 'whose place it has; of an internal call: on whose behalf it was';
create index call_record_by_precursor on call_record (client_id, precursor_id) where precursor_id is not null;
