-- What vector tiles are cut from: copies of footprints and townships in Web Mercator, generalised by zoom, and counts
-- that do not grow with the footprints. Everything here follows from other tables by the triggers of R__tiles.sql.
create table core.tile_footprint (
  district_code   text not null,
  plan_year       int  not null,
  footprint_code  text not null,
  version         int  not null,
  band            smallint not null,
  indicator_code  text not null,
  kind            text not null,
  name            text not null,
  known_from      timestamptz not null,
  known_to        timestamptz,
  layer_version   int not null,
  townships       text[] not null,
  design_quantity numeric not null,
  component_count int not null,
  length_dm       int,
  size_m          real not null,
  geom            geometry not null check (st_srid(geom) = 3857),
  primary key (district_code, plan_year, footprint_code, version, band)
) partition by list (band);
comment on column core.tile_footprint.band is 'Largest zoom it serves: 10, 12 or 24 (as stored). In 10 and 12 what is smaller than a pixel is missing.';
comment on column core.tile_footprint.geom is 'EPSG:3857; lines carry M in metres of chainage.';
comment on column core.tile_footprint.size_m is 'Longer side of its box, Mercator metres; a crowded tile keeps the largest.';
comment on column core.tile_footprint.townships is 'Where it lies by layer_version, the newest; without the remainder outside any.';
create table core.tile_footprint_10 partition of core.tile_footprint for values in (10);
create table core.tile_footprint_12 partition of core.tile_footprint for values in (12);
create table core.tile_footprint_24 partition of core.tile_footprint for values in (24);
create index on core.tile_footprint using gist (geom);

create table core.tile_count (
  district_code  text not null,
  plan_year      int  not null,
  layer_version  int  not null,
  township_code  text not null,
  indicator_code text not null,
  kind           text not null,
  known_at       timestamptz not null,
  delta          int not null,
  primary key (district_code, plan_year, layer_version, township_code, indicator_code, kind, known_at)
);
comment on table core.tile_count is 'Footprints by township: the sum of what came and went up to an instant.';

create table core.tile_township (
  district_code text not null,
  layer_version int  not null,
  township_code text not null,
  band          smallint not null,
  name          text not null,
  spot          geometry(Point, 3857) not null,
  geom          geometry(Geometry, 3857) not null,
  primary key (district_code, layer_version, band, township_code)
);
comment on column core.tile_township.spot is 'Where figures of the whole township stand; inside it.';

-- The public's tiles: those of the snapshot that is out, cut from published.project_map and published.base alone.
create table published.tile_footprint (
  district_code  text not null,
  plan_year      int  not null,
  feature_no     int  not null,
  band           smallint not null,
  name           text,
  project_number int  not null,
  indicator_code text not null,
  kind           text not null,
  township_code  text not null,
  size_m         real not null,
  geom           geometry not null check (st_srid(geom) = 3857),
  primary key (district_code, plan_year, feature_no, band)
);
comment on column published.tile_footprint.feature_no is 'Its place in this snapshot; codes are not told.';
create index on published.tile_footprint using gist (geom);

create table published.tile_completed (
  district_code  text not null,
  plan_year      int  not null,
  feature_no     int  not null,
  band           smallint not null,
  project_number int  not null,
  indicator_code text not null,
  kind           text not null,
  township_code  text not null,
  state          text not null check (state in ('partly', 'reported', 'verified')),
  size_m         real not null,
  geom           geometry not null check (st_srid(geom) = 3857),
  primary key (district_code, plan_year, feature_no, band, state)
);
create index on published.tile_completed using gist (geom);

create table published.tile_township (
  district_code text not null,
  township_code text not null,
  band          smallint not null,
  name          text not null,
  spot          geometry(Point, 3857) not null,
  geom          geometry(Geometry, 3857) not null,
  primary key (district_code, band, township_code)
);
grant select on all tables in schema published to waymark_public;
