-- A call back that reached nobody is tried again; such a row is nobody's own, and goes to its queue.
alter table scheduled_callback alter column agent_id drop not null;
comment on column scheduled_callback.agent_id is 'Whose appointment it is; null: tried again for whoever asked for it';

-- Whether it is known what came of a call back that a caller asked for.
alter table outside_call add column followed_at timestamptz;
-- The owner is bound by the policy, too, and no client is in scope here.
alter table outside_call no force row level security;
update outside_call set followed_at = asked_at;
alter table outside_call force row level security;
create index outside_call_to_follow on outside_call (client_id, contact_id)
    where followed_at is null and way = 'queue-callback';
create index outside_call_by_voucher on outside_call (client_id, voucher) where way = 'queue-callback';
grant update (followed_at) on outside_call to kezheng_app;
