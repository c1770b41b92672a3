-- Townships, base layers and footprints. Geometry in EPSG:4490 (lon, lat) with a stored EPSG:3857 copy for tiles,
-- generated so that the two can never differ.
create table core.township_layer (
  district_code text not null references core.district,
  layer_version int  not null check (layer_version >= 1),
  known_from    timestamptz not null,
  known_to      timestamptz check (known_to > known_from),
  source        text not null,
  content_sha256 bytea not null,
  primary key (district_code, layer_version)
);
comment on column core.township_layer.content_sha256 is 'Of the files it was loaded from; the same files again are no new layer.';
create unique index township_layer_current on core.township_layer (district_code) where known_to is null;

create table core.township (
  district_code text not null,
  layer_version int  not null,
  township_code text not null check (township_code ~ '^[0-9]{9}$'),
  name          text not null,
  short_name    text not null,
  kind          text not null,
  seat          geometry(Point, 4490),
  geom          geometry(MultiPolygon, 4490) not null check (st_isvalid(geom)),
  geom_3857     geometry(MultiPolygon, 3857) generated always as (st_transform(geom, 3857)) stored,
  schematic     boolean not null default false,
  primary key (district_code, layer_version, township_code),
  foreign key (district_code, layer_version) references core.township_layer
);
create index township_geom_idx on core.township using gist (geom);
create index township_geom_3857_idx on core.township using gist (geom_3857);

create table core.base_feature (
  district_code text not null references core.district,
  layer         text not null check (layer in ('river')),
  feature_no    int  not null,
  name          text,
  geom          geometry(Geometry, 4490) not null check (st_isvalid(geom)),
  schematic     boolean not null default false,
  primary key (district_code, layer, feature_no)
);

create table core.footprint (
  district_code  text not null,
  plan_year      int  not null,
  footprint_code text not null,
  indicator_code text not null,
  primary key (district_code, plan_year, footprint_code),
  foreign key (district_code, plan_year, indicator_code) references core.indicator
);
create index footprint_indicator_idx on core.footprint (district_code, plan_year, indicator_code);

create table core.footprint_version (
  district_code     text not null,
  plan_year         int  not null,
  footprint_code    text not null,
  version           int  not null check (version >= 1),
  known_from        timestamptz not null,
  known_to          timestamptz check (known_to > known_from),
  name              text not null,
  geometry_kind     text not null check (geometry_kind in ('line', 'polygon', 'point')),
  geom              geometry(Geometry, 4490) not null check (st_isvalid(geom)),
  geom_3857         geometry(Geometry, 3857) generated always as (st_transform(geom, 3857)) stored,
  measured          geometry(MultiLineStringM, 4490),
  design_quantity   numeric not null check (design_quantity > 0),
  unit              text not null,
  length_m          double precision check (length_m > 0),
  design_length_dm  int check (design_length_dm > 0),
  length_mismatch   double precision,
  components        text[] not null default '{}',
  sensitivity       text not null check (sensitivity in ('public', 'internal', 'restricted')),
  attributes        jsonb not null default '{}',
  source            text not null,
  content_sha256    bytea not null,
  primary key (district_code, plan_year, footprint_code, version),
  foreign key (district_code, plan_year, footprint_code) references core.footprint,
  check ((geometry_kind = 'line') = (measured is not null)),
  check ((geometry_kind = 'line') = (design_length_dm is not null))
);
comment on column core.footprint_version.measured is 'Line with M in metres of chainage, 0 to design_length_dm / 10, rising along each part.';
comment on column core.footprint_version.length_m is 'Geodesic length on the GRS80 ellipsoid, metres; lines only.';
comment on column core.footprint_version.design_length_dm is 'Design length in decimetres; measures are calibrated to it.';
comment on column core.footprint_version.length_mismatch is 'length_m / design length - 1; flagged above 0.03 either way.';
comment on column core.footprint_version.content_sha256 is 'Of everything the file says about it; the same content again is no new version.';
comment on column core.footprint_version.components is 'Components a point needs to count as 1; empty means it counts at once.';
create unique index footprint_version_current on core.footprint_version (district_code, plan_year, footprint_code) where known_to is null;
create index footprint_version_geom_idx on core.footprint_version using gist (geom);
create index footprint_version_geom_3857_idx on core.footprint_version using gist (geom_3857);

-- Which part of a footprint lies in which township. township_code '' is the remainder outside any township.
create table core.footprint_township (
  district_code  text not null,
  plan_year      int  not null,
  footprint_code text not null,
  version        int  not null,
  layer_version  int  not null,
  township_code  text not null,
  ranges         int4multirange,
  share          double precision not null check (share > 0 and share <= 1),
  primary key (district_code, plan_year, footprint_code, version, layer_version, township_code),
  foreign key (district_code, plan_year, footprint_code, version) references core.footprint_version
);
comment on column core.footprint_township.ranges is 'Measure ranges in decimetres, half-open; lines only. Ranges of all townships partition [0, design_length_dm).';
comment on column core.footprint_township.share is 'Share of the footprint (length, area or 1 for a point) in this township; shares sum to 1.';
create index footprint_township_idx on core.footprint_township (district_code, plan_year, township_code);
