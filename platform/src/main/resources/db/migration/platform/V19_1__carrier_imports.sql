-- The files by which carriers' figures came. No row is ever changed. Lines belong to the site, not to a client.
create table carrier_import (
    id          bigint generated always as identity primary key,
    sha256      text        not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes       integer     not null,
    lines       integer     not null,
    imported_by text        not null,
    imported_at timestamptz not null
);
grant select, insert on carrier_import to kezheng_app;

alter table carrier_figure add column import_id bigint references carrier_import (id);
