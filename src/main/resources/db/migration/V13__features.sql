-- Rows beside the approved documents, so that the public side can be asked by place and by property. The database
-- makes them from the documents themselves, in the transaction that publishes: they cannot say more.
create table published.township (
  district_code text not null references published.base on delete cascade,
  township_code text not null,
  name          text not null,
  short_name    text,
  kind          text,
  geom          geometry(MultiPolygon, 4490) not null,
  geom_3857     geometry(MultiPolygon, 3857) generated always as (st_transform(geom, 3857)) stored,
  primary key (district_code, township_code)
);

create table published.footprint (
  district_code   text not null,
  plan_year       int  not null,
  snapshot_number int  not null,
  footprint_id    text not null,
  project_number  int  not null,
  track_code      text not null,
  indicator_code  text not null,
  name            text not null,
  geometry_kind   text not null,
  state           text not null,
  length_m        numeric,
  reported        int4multirange not null default '{}',
  verified        int4multirange not null default '{}',
  geom            geometry(Geometry, 4490) not null,
  geom_3857       geometry(Geometry, 3857) generated always as (st_transform(geom, 3857)) stored,
  measured        geometry(GeometryM, 4490),
  primary key (district_code, plan_year, snapshot_number, footprint_id),
  foreign key (district_code, plan_year, snapshot_number) references published.snapshot on delete cascade
);
comment on column published.footprint.footprint_id is 'Of the published name and shape: codes stay inside. The same in every snapshot while those stay.';
comment on column published.footprint.reported is 'Decimetres along the line, as the document says in metres.';
comment on column published.footprint.measured is 'Line with M in metres of chainage; null unless a line.';
create index published_footprint_geom_idx on published.footprint using gist (geom);
create index published_footprint_geom_3857_idx on published.footprint using gist (geom_3857);

create table published.township_light (
  district_code   text not null,
  plan_year       int  not null,
  snapshot_number int  not null,
  township_code   text not null,
  light           text not null,
  primary key (district_code, plan_year, snapshot_number, township_code),
  foreign key (district_code, plan_year, snapshot_number) references published.snapshot on delete cascade
);

create table published.part (
  district_code    text not null,
  plan_year        int  not null,
  snapshot_number  int  not null,
  township_code    text not null,
  indicator_code   text not null,
  project_number   int  not null,
  track_code       text not null,
  name             text not null,
  unit             text,
  target           numeric,
  reported         numeric,
  verified         numeric,
  verified_percent numeric,
  planned_percent  numeric,
  light            text,
  withheld         boolean not null,
  primary key (district_code, plan_year, snapshot_number, township_code, indicator_code),
  foreign key (district_code, plan_year, snapshot_number) references published.snapshot on delete cascade,
  check (not withheld or num_nonnulls(target, reported, verified, verified_percent, planned_percent, light) = 0)
);
comment on table published.part is 'One indicator in one township, as the facts tell it. Withheld (不公布): that it is so and nothing else.';
comment on column published.part.planned_percent is 'Of the indicator in the whole district on the snapshot''s day.';

-- [[0, 350], [400.5, 600]] in metres
create function published.ranges(metres jsonb) returns int4multirange
language sql immutable parallel safe
as $$
  select coalesce(range_agg(int4range(round((r ->> 0)::numeric * 10)::int, round((r ->> 1)::numeric * 10)::int)), '{}')
  from jsonb_array_elements(coalesce(metres, '[]')) r
$$;

create function published.lay_out_base() returns trigger
language plpgsql
as $$
begin
  delete from published.township where district_code = new.district_code;
  insert into published.township (district_code, township_code, name, short_name, kind, geom)
  select new.district_code, f #>> '{properties,code}', f #>> '{properties,name}', f #>> '{properties,shortName}',
    f #>> '{properties,kind}', st_setsrid(st_multi(st_geomfromgeojson(f -> 'geometry')), 4490)
  from jsonb_array_elements(new.content::jsonb #> '{townships,features}') f;
  return null;
end $$;

create function published.lay_out_map() returns trigger
language plpgsql
as $$
begin
  insert into published.footprint (district_code, plan_year, snapshot_number, footprint_id, project_number, track_code,
    indicator_code, name, geometry_kind, state, length_m, reported, verified, geom, measured)
  select new.district_code, new.plan_year, new.snapshot_number,
    -- two that are told alike are told apart by their order
    hash || case when row_number() over w = 1 then '' else '-' || row_number() over w end,
    new.project_number, p ->> 'track', p ->> 'indicator', p ->> 'name', p ->> 'kind', p ->> 'state',
    (p ->> 'lengthM')::numeric, published.ranges(p -> 'reported'), published.ranges(p -> 'verified'),
    st_force2d(shape), case when st_zmflag(shape) = 2 then st_geomfromtext(replace(st_astext(shape), ' Z ', ' M '), 4490) end
  from (
    select f.place, f.feature -> 'properties' as p,
      st_setsrid(st_geomfromgeojson(f.feature -> 'geometry'), 4490) as shape,
      left(encode(sha256(convert_to(concat_ws('|', f.feature #>> '{properties,indicator}',
        f.feature #>> '{properties,name}', f.feature ->> 'geometry'), 'UTF8')), 'hex'), 12) as hash
    from jsonb_array_elements(new.features::jsonb -> 'features') with ordinality f(feature, place)
  ) told
  window w as (partition by hash order by place);
  return null;
end $$;

create function published.lay_out_facts() returns trigger
language plpgsql
as $$
begin
  insert into published.township_light (district_code, plan_year, snapshot_number, township_code, light)
  select new.district_code, new.plan_year, new.snapshot_number, t ->> 'code', t ->> 'light'
  from jsonb_array_elements(new.facts::jsonb -> 'townships') t
  where t ->> 'light' is not null;
  insert into published.part (district_code, plan_year, snapshot_number, township_code, indicator_code, project_number,
    track_code, name, unit, target, reported, verified, verified_percent, planned_percent, light, withheld)
  select new.district_code, new.plan_year, new.snapshot_number, share ->> 'township', indicator ->> 'code',
    (project ->> 'number')::int, track ->> 'code', indicator ->> 'name', indicator ->> 'unit',
    (share ->> 'target')::numeric, (share ->> 'reported')::numeric, (share ->> 'verified')::numeric,
    (share ->> 'percent')::numeric, case when share ? 'withheld' then null else (indicator ->> 'plannedPercent')::numeric end,
    share ->> 'light', share ? 'withheld'
  from jsonb_array_elements(new.facts::jsonb -> 'projects') project,
    jsonb_array_elements(project -> 'tracks') track,
    jsonb_array_elements(track -> 'indicators') indicator,
    jsonb_array_elements(indicator -> 'shares') share;
  return null;
end $$;

create trigger lay_out after insert or update of content on published.base
  for each row execute function published.lay_out_base();
create trigger lay_out after insert on published.project_map
  for each row execute function published.lay_out_map();
create trigger lay_out after insert on published.snapshot
  for each row execute function published.lay_out_facts();

grant select on all tables in schema published to waymark_public;
