-- The audit ledger belongs to the operator, not to a client, and holds no personal data. The application's role may add
-- and read; triggers refuse a change to the owner as well, and whoever takes the triggers away is found out by the
-- checkpoints, which stand outside of the database too.

create schema ledger;

create table ledger.entry (
    id           bigint generated always as identity primary key,
    transaction  xid8 not null default pg_current_xact_id(),
    at           timestamptz not null,
    action       text not null,
    actor        text not null,
    role         text not null,
    address      text not null,
    client       integer not null,
    subject_kind text not null,
    subject_id   text not null,
    facts        text not null
);
create index entry_of_subject on ledger.entry (subject_kind, subject_id);
create index entry_of_transaction on ledger.entry (transaction);
comment on table ledger.entry is 'Who did what to what, when and from where; added to, never changed';
comment on column ledger.entry.transaction is 'What wrote it; not part of the entry, finds entries without a leaf';
comment on column ledger.entry.client is 'Whose data the subject is; 0: the operator''s';
comment on column ledger.entry.facts is 'Codes and figures, a line name=value each';

create table ledger.leaf (
    index     bigint primary key check (index >= 0),
    entry_id  bigint not null unique references ledger.entry (id),
    leaf_hash bytea not null check (length(leaf_hash) = 32)
);
comment on table ledger.leaf is 'The place of each committed entry in the tree, from 0 without gaps';

create table ledger.checkpoint (
    size bigint primary key check (size >= 0),
    note text not null
);
comment on table ledger.checkpoint is 'Signed heads of the tree';

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is only added to' using errcode = 'insufficient_privilege';
end
$$;
create trigger entry_is_only_added_to before update or delete or truncate on ledger.entry
    for each statement execute function ledger.refuse_change();
create trigger leaf_is_only_added_to before update or delete or truncate on ledger.leaf
    for each statement execute function ledger.refuse_change();
create trigger checkpoint_is_only_added_to before update or delete or truncate on ledger.checkpoint
    for each statement execute function ledger.refuse_change();

grant usage on schema ledger to kezheng_app;
grant select, insert on ledger.entry, ledger.leaf, ledger.checkpoint to kezheng_app;
