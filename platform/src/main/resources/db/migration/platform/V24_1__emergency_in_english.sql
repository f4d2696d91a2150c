-- Whoever is spoken to in English hears this in place of the wording that ships.
alter table emergency_turn add column own_text_en text check (length(own_text_en) <= 200);
comment on column emergency_turn.own_text is 'What callers are told in Chinese; null: the wording that ships';
comment on column emergency_turn.own_text_en is 'What callers are told in English; null: the wording that ships';
