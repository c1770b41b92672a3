-- Schemas, roles, districts, plans and rule sets.
create extension if not exists postgis schema public;
create schema if not exists core;
create schema if not exists published;
comment on schema core is 'Everything Waymark knows. Never read by the public side.';
comment on schema published is 'Allow-list of what the public may read; the only schema waymark_public may use.';

-- Two roles without login: the application owns core, the public side reads published only. Roles belong to the whole
-- server, where another database may be migrated at the same time.
do $$ begin
  if not exists (select from pg_roles where rolname = 'waymark_core') then create role waymark_core nologin; end if;
exception when duplicate_object or unique_violation then null; end $$;
do $$ begin
  if not exists (select from pg_roles where rolname = 'waymark_public') then create role waymark_public nologin; end if;
exception when duplicate_object or unique_violation then null; end $$;
grant usage on schema core, published to waymark_core;
grant usage on schema published to waymark_public;
alter default privileges in schema core grant select, insert, update, delete on tables to waymark_core;
alter default privileges in schema core grant usage, select on sequences to waymark_core;
alter default privileges in schema published grant select, insert, update, delete on tables to waymark_core;
alter default privileges in schema published grant select on tables to waymark_public;

create table core.district (
  district_code text primary key check (district_code ~ '^[0-9]{6}$'),
  name          text not null,
  geom          geometry(Geometry, 4490) check (geom is null or st_isvalid(geom)),
  geom_3857     geometry(Geometry, 3857) generated always as (st_transform(geom, 3857)) stored,
  schematic     boolean not null default false,
  source        text
);
comment on column core.district.schematic is 'True when the outline is a sketch (示意), not a legal boundary.';

-- A plan is an immutable document; a change is a new version beside the frozen baseline (version 1).
create table core.plan_version (
  district_code   text not null references core.district,
  plan_year       int  not null check (plan_year between 1990 and 2200),
  version         int  not null check (version >= 1),
  known_from      timestamptz not null,
  known_to        timestamptz check (known_to > known_from),
  document_number text not null,
  content_sha256  bytea not null,
  definition      jsonb not null,
  primary key (district_code, plan_year, version)
);
comment on table core.plan_version is 'asOf D reads the version with known_from <= end of D < known_to.';
create unique index plan_version_current on core.plan_version (district_code, plan_year) where known_to is null;

create table core.plan_amendment (
  district_code   text not null,
  plan_year       int  not null,
  version         int  not null,
  path            text not null,
  old_value       text,
  new_value       text,
  document_number text not null,
  primary key (district_code, plan_year, version, path),
  foreign key (district_code, plan_year, version) references core.plan_version
);
comment on column core.plan_amendment.path is 'What changed, such as 18.2.target or 09a@2026-09-30.percent.';

-- Codes that footprints and reports refer to. A code once given never disappears.
create table core.indicator (
  district_code  text not null references core.district,
  plan_year      int  not null,
  indicator_code text not null,
  project_number int  not null,
  track_code     text not null,
  primary key (district_code, plan_year, indicator_code)
);

create table core.rule_set (
  rule_set_code text not null,
  version       int  not null check (version >= 1),
  known_from    timestamptz not null,
  known_to      timestamptz check (known_to > known_from),
  definition    jsonb not null,
  primary key (rule_set_code, version)
);
