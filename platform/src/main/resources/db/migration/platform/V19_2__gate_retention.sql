-- Decisions of the gate end with their time (outbound.retention-days, at least 30 days). The ledger keeps that there were some.
grant delete on gate_decision to kezheng_app;
create index gate_decision_by_time on gate_decision (client_id, decided_at);
