-- A number goes out only as a second person has read it: whoever changes it cannot approve it. Each change voids that.
alter table own_number add column approved_by text;
alter table own_number add column approved_at timestamptz;
alter table own_number add constraint own_number_approved_by_another check (approved_by <> changed_by);
comment on column own_number.approved_by is 'Who read it after the last change, and let it be sent; null: nobody yet';
grant update (approved_by, approved_at) on own_number to kezheng_app;
