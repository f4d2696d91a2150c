-- How well each line of a call carried its audio. Best effort, beside the journal, and never rebuilt: a report that the
-- PBX's connection lost is missing here.
create table line_quality (
    contact_id            bigint  not null,
    offer_id              bigint  not null,
    client_id             integer not null references client (id),
    agent_id              integer not null,
    received              bigint  not null check (received >= 0),
    received_lost         bigint  not null check (received_lost >= 0),
    received_jitter_mean  bigint,
    received_jitter_max   bigint,
    sent                  bigint  not null check (sent >= 0),
    sent_lost             bigint  not null check (sent_lost >= 0),
    sent_jitter_mean      bigint,
    sent_jitter_max       bigint,
    round_trip_mean       bigint,
    round_trip_max        bigint,
    mos_min               double precision check (mos_min between 1 and 4.5),
    mos_mean              double precision check (mos_mean between 1 and 4.5),
    reports               integer not null check (reports >= 0),
    primary key (contact_id, offer_id)
);
comment on table line_quality is 'The audio of one line: packets, jitter and round trip in microseconds, and what they make of a talk';
comment on column line_quality.offer_id is 'Whose leg the line is; 0: the customer''s line';
comment on column line_quality.agent_id is 'The agent of the leg; 0: the customer''s line';
comment on column line_quality.received is 'Packets that came to the PBX';
comment on column line_quality.sent is 'Packets that left the PBX; what was lost of them is the other side''s word';
comment on column line_quality.mos_min is 'By the reduced E-model of ITU-T G.107; null: nothing was reported, as in a talk of a few seconds';

alter table line_quality enable row level security;
alter table line_quality force row level security;
create policy line_quality_of_client on line_quality
    using (client_id = nullif(current_setting('kezheng.client', true), '')::int)
    with check (client_id = nullif(current_setting('kezheng.client', true), '')::int);
grant select, insert, update on line_quality to kezheng_app;
