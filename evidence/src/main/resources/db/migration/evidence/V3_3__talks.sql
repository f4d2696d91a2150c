-- An answered offer is a talk with one agent. A call that is transferred has several.
alter table call_offer add column talk_ended_at timestamptz;
alter table call_offer add column hold_micros bigint not null default 0;
comment on column call_offer.talk_ended_at is 'of an answered offer: the agent''s talk was over; null while it lasts';
comment on column call_offer.hold_micros is 'on hold during this talk, known at its end';
create index call_offer_by_end on call_offer (client_id, ended_at);
