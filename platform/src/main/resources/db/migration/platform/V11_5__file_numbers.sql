-- A court's own file number has Chinese characters. The interface sees to it that the ledger has room for them.
alter table legal_hold
    drop constraint legal_hold_reference_check,
    drop constraint legal_hold_lifted_reference_check,
    add constraint legal_hold_reference_check check (char_length(reference) between 1 and 80),
    add constraint legal_hold_lifted_reference_check check (char_length(lifted_reference) between 1 and 80);
