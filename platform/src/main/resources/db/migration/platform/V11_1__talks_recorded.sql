-- A recording belongs to a talk, not to a call: finds answered offers whose recording is missing.
create index call_offer_by_talk_end on call_offer (talk_ended_at) where outcome = 'answered';
drop index call_record_answered_by_end;
