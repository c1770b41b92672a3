-- Files of others: what came, what is in it before anybody accepted it, and what an accepted one did.
create table core.intake_import (
  district_code text not null references core.district,
  plan_year     int  not null,
  import_number int  not null check (import_number >= 1),
  folder        uuid not null,
  state         text not null check (state in ('found', 'read', 'mapped', 'accepted', 'undone')),
  file_name     text not null,
  file_bytes    bigint not null,
  file_sha256   bytea not null check (length(file_sha256) = 32),
  found         jsonb not null,
  reading       jsonb,
  mapping       jsonb,
  counts        jsonb,
  created_at    timestamptz not null,
  created_by    text not null,
  accepted_at   timestamptz,
  accepted_by   text,
  undone_at     timestamptz,
  undone_by     text,
  undo_reason   text,
  primary key (district_code, plan_year, import_number)
);
comment on table core.intake_import is 'A file that was sent in. Rows that were accepted stay; others go when they are given up or a day old.';
comment on column core.intake_import.folder is 'Below the data folder while the import is open: the file as it came and what was unpacked of it.';
comment on column core.intake_import.reading is 'Chosen layer, encoding and reference system, and the fields of the layer.';

-- The features of the chosen layer, in lon, lat; nothing reads them but the import itself.
create table core.intake_feature (
  district_code text not null,
  plan_year     int  not null,
  import_number int  not null,
  feature_no    int  not null check (feature_no >= 1),
  properties    jsonb not null,
  geom          geometry(Geometry, 4490),
  repaired      geometry(Geometry, 4490),
  faults        jsonb not null default '[]',
  primary key (district_code, plan_year, import_number, feature_no),
  foreign key (district_code, plan_year, import_number) references core.intake_import on delete cascade
);
comment on column core.intake_feature.geom is 'Null where the shape is missing, unreadable or invalid; faults say why.';
comment on column core.intake_feature.repaired is 'A valid shape near an invalid one, used only where somebody asks for it.';

-- What an acceptance would do with each of them, by the mapping at hand.
create table core.intake_outcome (
  district_code  text not null,
  plan_year      int  not null,
  import_number  int  not null,
  feature_no     int  not null,
  outcome        text not null check (outcome in ('new', 'changed', 'unchanged', 'faulty')),
  code           text,
  indicator_code text,
  name           text,
  version        int  not null,
  mismatch       double precision not null,
  remarks        text[] not null default '{}',
  faults         jsonb not null default '[]',
  primary key (district_code, plan_year, import_number, feature_no),
  foreign key (district_code, plan_year, import_number) references core.intake_import on delete cascade
);
create index intake_outcome_idx on core.intake_outcome (district_code, plan_year, import_number, outcome, feature_no);

-- What an accepted import did, so that it can be taken back.
create table core.intake_change (
  district_code  text not null,
  plan_year      int  not null,
  import_number  int  not null,
  footprint_code text not null,
  version_before int,
  version_after  int,
  primary key (district_code, plan_year, import_number, footprint_code),
  foreign key (district_code, plan_year, import_number) references core.intake_import on delete cascade
);
comment on column core.intake_change.version_before is 'Null where the footprint was new, or had been retired.';
comment on column core.intake_change.version_after is 'Null where the import retired it.';
