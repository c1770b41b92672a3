-- Vector tiles. A layer is a function; what it reads is kept up to date by the triggers below. docs/tiles.md tells the rules.

-- Which copy serves a zoom.
create or replace function core.tile_band(p_zoom int) returns smallint language sql immutable parallel safe as
$$ select (case when p_zoom <= 10 then 10 when p_zoom <= 12 then 12 else 24 end)::smallint $$;

-- Longer side of the box, Mercator metres.
create or replace function core.tile_size(p_geom geometry) returns real language sql immutable parallel safe as
$$ select greatest(st_xmax(p_geom) - st_xmin(p_geom), st_ymax(p_geom) - st_ymin(p_geom))::real $$;

-- Simplified to a quarter of a pixel (of 256 to a tile) of that zoom; keeps M.
create or replace function core.tile_generalised(p_geom geometry, p_kind text, p_zoom int) returns geometry
language sql immutable parallel safe as $$
  select case when p_kind = 'polygon' then st_simplifypreservetopology(p_geom, 39136.0 / 2 ^ p_zoom)
    when p_kind = 'line' then st_simplify(p_geom, 39136.0 / 2 ^ p_zoom, true) else p_geom end
$$;

-- The copies of a footprint. Lines and areas smaller than a pixel are left out of the coarse ones; points are not drawn
-- below zoom 12 at all. `offset 0`: the planner would otherwise write the geometry's expression wherever it is named.
create or replace function core.tile_copies(p_geom geometry, p_kind text)
returns table (band smallint, size_m real, geom geometry) language sql immutable parallel safe as $$
  select z::smallint, o.size_m, case when z = 24 then o.geom else core.tile_generalised(o.geom, p_kind, z) end
  from (select g.geom, core.tile_size(g.geom) as size_m from (select p_geom as geom offset 0) g offset 0) o
  cross join unnest(array[10, 12, 24]) z
  where z = 24 or case when p_kind = 'point' then z = 12 else o.size_m >= 156543.0 / 2 ^ z end
$$;

-- The parts of a measured line in ranges of decimetres.
create or replace function core.tile_cut(p_geom geometry, p_length_dm int, p_ranges int4multirange) returns geometry
language sql immutable parallel safe as $$
  select case when p_ranges @> int4range(0, p_length_dm) then st_force2d(p_geom)
    else (select st_force2d(st_collectionextract(st_collect(st_locatebetween(p_geom, lower(r) / 10.0, upper(r) / 10.0)), 2))
      from unnest(p_ranges) r) end
$$;

-- A session keeps the plan of its first call, made when there was little, and may believe any table empty. So rows are
-- looked up by key in subqueries that depend on the row: those cannot be turned round.
create or replace function core.tile_shares_added() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  if exists (
    select from added a
    where (select true from core.tile_footprint t
      where (t.district_code, t.plan_year, t.footprint_code, t.version) = (a.district_code, a.plan_year, a.footprint_code, a.version) limit 1)
  ) then
    update core.tile_footprint t
    set layer_version = a.layer_version,
      townships = case when t.layer_version = a.layer_version then t.townships || a.codes else a.codes end
    from (
      select district_code, plan_year, footprint_code, version, layer_version,
        coalesce(array_agg(township_code order by township_code) filter (where township_code <> ''), '{}') as codes
      from added group by 1, 2, 3, 4, 5
    ) a
    where (t.district_code, t.plan_year, t.footprint_code, t.version) = (a.district_code, a.plan_year, a.footprint_code, a.version)
      and t.layer_version <= a.layer_version;
  end if;
  insert into core.tile_footprint (district_code, plan_year, footprint_code, version, band, indicator_code, kind, name,
    known_from, known_to, layer_version, townships, design_quantity, component_count, length_dm, size_m, geom)
  select v.district_code, v.plan_year, v.footprint_code, v.version, c.band, f.indicator_code, v.geometry_kind, v.name,
    v.known_from, v.known_to, a.layer_version, a.codes, v.design_quantity, cardinality(v.components), v.design_length_dm,
    c.size_m, c.geom
  from (
    select distinct on (district_code, plan_year, footprint_code, version) district_code, plan_year, footprint_code,
      version, layer_version,
      coalesce(array_agg(township_code order by township_code) filter (where township_code <> ''), '{}') as codes
    from added group by 1, 2, 3, 4, 5
    order by district_code, plan_year, footprint_code, version, layer_version desc
  ) a
  cross join lateral (
    select v.* from core.footprint_version v
    where (v.district_code, v.plan_year, v.footprint_code, v.version) = (a.district_code, a.plan_year, a.footprint_code, a.version)
    offset 0) v
  cross join lateral (
    select f.indicator_code from core.footprint f
    where (f.district_code, f.plan_year, f.footprint_code) = (a.district_code, a.plan_year, a.footprint_code)
    offset 0) f
  cross join lateral core.tile_copies(case when v.measured is null then v.geom_3857 else st_transform(v.measured, 3857) end,
    v.geometry_kind) c
  where (select true from core.tile_footprint t
    where (t.district_code, t.plan_year, t.footprint_code, t.version) = (a.district_code, a.plan_year, a.footprint_code, a.version)
    limit 1) is null
  order by c.band, c.geom; -- along a Hilbert curve
  insert into core.tile_count as t (district_code, plan_year, layer_version, township_code, indicator_code, kind, known_at, delta)
  select a.district_code, a.plan_year, a.layer_version, a.township_code, f.indicator_code, v.geometry_kind, e.known_at, sum(e.delta)
  from added a
  cross join lateral (
    select v.geometry_kind, v.known_from, v.known_to from core.footprint_version v
    where (v.district_code, v.plan_year, v.footprint_code, v.version) = (a.district_code, a.plan_year, a.footprint_code, a.version)
    offset 0) v
  cross join lateral (
    select f.indicator_code from core.footprint f
    where (f.district_code, f.plan_year, f.footprint_code) = (a.district_code, a.plan_year, a.footprint_code)
    offset 0) f
  cross join lateral (values (v.known_from, 1), (v.known_to, -1)) e(known_at, delta)
  where e.known_at is not null
  group by 1, 2, 3, 4, 5, 6, 7
  order by 1, 2, 3, 4, 5, 6, 7
  on conflict (district_code, plan_year, layer_version, township_code, indicator_code, kind, known_at)
  do update set delta = t.delta + excluded.delta;
  return null;
end $$;
create or replace trigger tile_shares_added after insert on core.footprint_township
  referencing new table as added for each statement execute function core.tile_shares_added();

create or replace function core.tile_versions_ended() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  update core.tile_footprint t set known_to = n.known_to
  from ended n join kept o using (district_code, plan_year, footprint_code, version)
  where n.known_to is distinct from o.known_to
    and (t.district_code, t.plan_year, t.footprint_code, t.version) = (n.district_code, n.plan_year, n.footprint_code, n.version);
  insert into core.tile_count as t (district_code, plan_year, layer_version, township_code, indicator_code, kind, known_at, delta)
  select s.district_code, s.plan_year, s.layer_version, s.township_code, f.indicator_code, n.geometry_kind, n.known_to, -count(*)
  from ended n join kept o using (district_code, plan_year, footprint_code, version)
  join core.footprint f using (district_code, plan_year, footprint_code)
  join core.footprint_township s using (district_code, plan_year, footprint_code, version)
  where o.known_to is null and n.known_to is not null
  group by 1, 2, 3, 4, 5, 6, 7
  order by 1, 2, 3, 4, 5, 6, 7
  on conflict (district_code, plan_year, layer_version, township_code, indicator_code, kind, known_at)
  do update set delta = t.delta + excluded.delta;
  return null;
end $$;
create or replace trigger tile_versions_ended after update on core.footprint_version
  referencing new table as ended old table as kept for each statement execute function core.tile_versions_ended();

-- Townships are few and large: simplified for 8, too.
create or replace function core.tile_township_copies(p_geom geometry)
returns table (band smallint, spot geometry, geom geometry) language sql immutable parallel safe as $$
  select z::smallint, o.spot, case when z = 24 then o.geom else st_simplifypreservetopology(o.geom, 39136.0 / 2 ^ z) end
  from (select g.geom, st_pointonsurface(g.geom) as spot from (select p_geom as geom offset 0) g offset 0) o
  cross join unnest(array[8, 10, 12, 24]) z
$$;

create or replace function core.tile_township_added() returns trigger language plpgsql as $$
begin
  insert into core.tile_township (district_code, layer_version, township_code, band, name, spot, geom)
  select new.district_code, new.layer_version, new.township_code, c.band, new.name, c.spot, c.geom
  from core.tile_township_copies(st_transform(new.geom, 3857)) c;
  return null;
end $$;
create or replace trigger tile_township_added after insert on core.township
  for each row execute function core.tile_township_added();

-- Layer of townships in force at an instant; 0 before the first.
create or replace function core.tile_layer(p_district text, p_at timestamptz) returns int language sql stable parallel safe as $$
  select coalesce(max(layer_version), 0) from core.township_layer where district_code = p_district and known_from <= p_at
$$;

-- Codes of the townships a footprint version lay in, by a layer.
create or replace function core.tile_townships_of(p_district text, p_year int, p_code text, p_version int, p_layer int) returns text[]
language sql stable parallel safe as $$
  select coalesce(array_agg(s.township_code order by s.township_code) filter (where s.township_code <> ''), '{}')
  from core.footprint_township s
  where s.district_code = p_district and s.plan_year = p_year and s.footprint_code = p_code and s.version = p_version
    and s.layer_version = (
      select coalesce(max(l.layer_version) filter (where l.layer_version <= p_layer), min(l.layer_version))
      from core.footprint_township l
      where l.district_code = p_district and l.plan_year = p_year and l.footprint_code = p_code and l.version = p_version)
$$;

-- What follows is answered in less time than a worker takes to start or a compiler to compile. `offset 0` where a geometry
-- is asked for twice: it is cut once.

-- What they take and tell was another before.
do $$
declare
  f regprocedure;
begin
  for f in
    select oid from pg_proc
    where pronamespace = 'core'::regnamespace and proname in ('tile_pick', 'tile_crowd', 'tile_gather', 'tile_footprints', 'tile_counts')
  loop
    execute 'drop function ' || f;
  end loop;
end $$;

-- The footprints about a tile that a caller may see; of a crowd those larger than p_least, and p_part in 65,536 of those as large.
-- p_indicators with their p_projects: all that the caller may see; p_scope: townships they must touch, null = any.
create or replace function core.tile_pick(p_z int, p_band smallint, p_reach geometry, p_district text, p_year int, p_at timestamptz,
  p_layer int, p_indicators text[], p_projects int[], p_scope text[], p_least real, p_part int)
returns table (code text, version int, kind text, name text, indicator text, project int, townships text[],
  design_quantity numeric, component_count int, length_dm int, size_m real, geom geometry, shape bytea)
language sql stable parallel safe as $$
  select t.footprint_code, t.version, t.kind, t.name, t.indicator_code, i.project,
    case when t.layer_version <= p_layer then t.townships
      else core.tile_townships_of(p_district, p_year, t.footprint_code, t.version, p_layer) end,
    t.design_quantity, t.component_count, t.length_dm, t.size_m, t.geom, t.shape
  from core.tile_footprint t
  join unnest(p_indicators, p_projects) i(indicator_code, project) on i.indicator_code = t.indicator_code
  where t.band = p_band and t.geom && p_reach
    and t.district_code = p_district and t.plan_year = p_year
    and t.known_from <= p_at and (t.known_to is null or t.known_to > p_at)
    and (p_z >= 12 or t.kind <> 'point')
    and (p_scope is null or p_scope && case when t.layer_version <= p_layer then t.townships
      else core.tile_townships_of(p_district, p_year, t.footprint_code, t.version, p_layer) end)
    and (p_least is null or t.size_m > p_least or t.size_m = p_least and (hashtext(t.footprint_code) & 65535) < p_part)
$$;

-- Which of a crowd of more than p_most a tile shows: the largest, and of those as large as the smallest of them an even
-- sample; null, null where all fit. Chance gives a sample of 20,000 some 140 more or fewer: it aims a twentieth lower, for tile_gather
-- tells nothing of more than p_most.
create or replace function core.tile_crowd(p_z int, p_band smallint, p_reach geometry, p_district text, p_year int, p_at timestamptz,
  p_layer int, p_indicators text[], p_projects int[], p_scope text[], p_most int, out smallest real, out part int)
language plpgsql stable parallel safe set max_parallel_workers_per_gather = 0 set jit = off set enable_nestloop = off as $$
begin
  select s.size_m, (p_most - p_most / 20 - s.larger) * 65536 / s.n into smallest, part
  from (
    select p.size_m, count(*) as n, sum(count(*)) over (order by p.size_m desc) - count(*) as larger
    from core.tile_pick(p_z, p_band, p_reach, p_district, p_year, p_at, p_layer, p_indicators, p_projects, p_scope, null, null) p
    group by 1
  ) s
  where s.larger + s.n > p_most
  order by s.size_m desc limit 1;
end $$;

create or replace function core.tile_townships(p_z int, p_x int, p_y int, p_district text, p_at timestamptz) returns bytea
language plpgsql stable parallel safe set max_parallel_workers_per_gather = 0 set jit = off as $$
begin
  return (
    select st_asmvt(f, 'townships', 4096, 'geom') from (
      select t.township_code as code, t.name, st_asmvtgeom(t.geom, st_tileenvelope(p_z, p_x, p_y), 4096, 256) as geom
      from core.tile_township t
      where t.district_code = p_district and t.layer_version = core.tile_layer(p_district, p_at)
        and t.band = (case when p_z <= 8 then 8 else core.tile_band(p_z) end)
        and t.geom && st_tileenvelope(p_z, p_x, p_y, margin => 0.0625)
      order by t.township_code
      offset 0
    ) f where f.geom is not null);
end $$;

-- What a tile shows of footprints, as arrays by column for TileWriter: st_asmvt took two thirds of the time to look
-- up codes that are all different. A column is null where nothing has it, a geometry where nothing is left of it.
-- Lines and points are told as they stand, in metres with a decimal, and TileWriter cuts them: st_asmvtgeom took a third of the time
-- of a full tile. Polygons, and lines too long to be told for each tile (some 2,000 points), are cut here, in units of the tile.
-- No row where there are more than p_most.
create or replace function core.tile_gather(p_z int, p_band smallint, p_box box2d, p_reach geometry, p_district text, p_year int, p_at timestamptz,
  p_layer int, p_indicators text[], p_projects int[], p_scope text[], p_least real, p_part int, p_most int)
returns table (code bytea, name bytea, kind bytea, project bytea, indicator bytea, townships bytea, count bytea, geom bytea)
language sql stable parallel safe as $$
  select array_send(array_agg(p.code)), array_send(array_agg(p.name) filter (where p_z >= 13)), array_send(array_agg(p.kind)),
    array_send(array_agg(p.project)), array_send(array_agg(p.indicator)), array_send(array_agg(array_to_string(p.townships, ','))),
    null::bytea, array_send(array_agg(case when octet_length(p.shape) <= 8000 or p.shape is not null and p.geom @ p_reach then p.shape
      else st_astwkb(st_asmvtgeom(p.geom, p_box, 4096, 256), 0, 0, 0) end))
  from (
    select * from core.tile_pick(p_z, p_band, p_reach, p_district, p_year, p_at, p_layer, p_indicators, p_projects, p_scope, p_least, p_part)
    limit p_most + 1
  ) p
  having count(*) <= p_most
$$;

-- From zoom 9 footprints; points below zoom 12 and all below 9 are counted by township and indicator. A plan made for any
-- parameters would look up each township by itself: half the time goes with `enable_nestloop`.
create or replace function core.tile_footprints(p_z int, p_x int, p_y int, p_district text, p_year int, p_at timestamptz,
  p_indicators text[], p_projects int[], p_scope text[])
returns table (code bytea, name bytea, kind bytea, project bytea, indicator bytea, townships bytea, count bytea, geom bytea)
language plpgsql stable parallel safe rows 2
set max_parallel_workers_per_gather = 0 set jit = off set enable_nestloop = off as $$
declare
  v_layer int := core.tile_layer(p_district, p_at);
  v_band smallint := core.tile_band(p_z);
  v_box box2d := st_tileenvelope(p_z, p_x, p_y);
  v_reach geometry := st_tileenvelope(p_z, p_x, p_y, margin => 0.0625);
  v_crowd record;
begin
  if p_z > 9 then -- a crowd is rare
    return query
      select * from core.tile_gather(p_z, v_band, v_box, v_reach, p_district, p_year, p_at, v_layer, p_indicators, p_projects, p_scope,
        null, null, 20000);
  end if;
  if p_z >= 9 and not found then
    v_crowd := core.tile_crowd(p_z, v_band, v_reach, p_district, p_year, p_at, v_layer, p_indicators, p_projects, p_scope, 20000);
    return query
      select * from core.tile_gather(p_z, v_band, v_box, v_reach, p_district, p_year, p_at, v_layer, p_indicators, p_projects, p_scope,
        v_crowd.smallest, v_crowd.part, 20000);
  end if;
  if p_z < 12 then
    return query
      select null::bytea, null::bytea, array_send(array_agg(c.kind)), array_send(array_agg(c.project)),
        array_send(array_agg(c.indicator_code)), array_send(array_agg(c.township_code)), array_send(array_agg(c.n)),
        array_send(array_agg(st_astwkb(c.spot, 1)))
      from (
        select c.*, s.spot
        from (
          select t.township_code, t.indicator_code, t.kind, i.project, sum(t.delta)::int as n
          from core.tile_count t join unnest(p_indicators, p_projects) i(indicator_code, project) using (indicator_code)
          where t.district_code = p_district and t.plan_year = p_year and t.layer_version = v_layer and t.known_at <= p_at
            and (p_z < 9 or t.kind = 'point') and (p_scope is null or t.township_code = any(p_scope))
          group by 1, 2, 3, 4 having sum(t.delta) > 0
        ) c
        join core.tile_township s on (s.district_code, s.layer_version, s.band, s.township_code)
          = (p_district, v_layer, 8::smallint, c.township_code)
        where s.spot && v_reach
        order by c.township_code, c.indicator_code, c.kind
      ) c;
  end if;
end $$;

-- What is done of one footprint. Of lines the stretches, reported without verified; of others itself with percents.
create or replace function core.tile_done(p_kind text, p_geom geometry, p_length_dm int, p_reported int4multirange,
  p_verified int4multirange, p_reported_share float8, p_verified_share float8)
returns table (state text, reported int, verified int, geom geometry) language sql immutable parallel safe as $$
  select 'verified', null::int, null::int, core.tile_cut(p_geom, p_length_dm, p_verified)
  where p_kind = 'line' and not isempty(p_verified)
  union all
  select 'reported', null, null, core.tile_cut(p_geom, p_length_dm, p_reported - p_verified)
  where p_kind = 'line' and not isempty(p_reported - p_verified)
  union all
  select case when p_verified_share >= 1 then 'verified' when p_reported_share >= 1 then 'reported' else 'partly' end,
    floor(100 * p_reported_share)::int, floor(100 * p_verified_share)::int, st_force2d(p_geom)
  where p_kind <> 'line' and (p_reported_share > 0 or p_verified_share > 0)
$$;

-- Below zoom 9: what is done by township and indicator; of a past day that of its end.
create or replace function core.tile_totals(p_z int, p_x int, p_y int, p_district text, p_year int, p_layer int,
  p_indicators text[], p_projects int[], p_scope text[], p_day date) returns bytea
language plpgsql stable parallel safe set max_parallel_workers_per_gather = 0 set jit = off set enable_nestloop = off as $$
begin
  return (
    select st_asmvt(f, 'completed', 4096, 'geom') from (
      select c.township_code as townships, c.subject_code as indicator, c.project, c.reported::float8, c.verified::float8,
        st_asmvtgeom(s.spot, st_tileenvelope(p_z, p_x, p_y), 4096, 256) as geom
      from (
        select t.township_code, t.subject_code, i.project, t.reported - coalesce(d.reported, 0) as reported,
          t.verified - coalesce(d.verified, 0) as verified
        from core.progress_total t
        join unnest(p_indicators, p_projects) i(subject_code, project) using (subject_code)
        left join (
          select township_code, subject_code, sum(reported_delta) as reported, sum(verified_delta) as verified
          from core.progress_day
          where district_code = p_district and plan_year = p_year and subject_type = 'indicator' and horizon = 'infinity'
            and day > p_day
          group by 1, 2
        ) d using (township_code, subject_code)
        where t.district_code = p_district and t.plan_year = p_year and t.subject_type = 'indicator' and t.horizon = 'infinity'
          and (p_scope is null or t.township_code = any(p_scope))
          and exists (select from core.tile_count k where k.district_code = p_district and k.plan_year = p_year
            and k.layer_version = p_layer and k.township_code = t.township_code and k.indicator_code = t.subject_code)
        order by 1, 2
      ) c
      join core.tile_township s on (s.district_code, s.layer_version, s.band, s.township_code)
        = (p_district, p_layer, 8::smallint, c.township_code)
      where (c.reported > 0 or c.verified > 0) and s.spot && st_tileenvelope(p_z, p_x, p_y, margin => 0.0625)
      offset 0
    ) f where f.geom is not null);
end $$;

-- p_standings: null = as the roll-up has it now; of a past day {code: {reported, verified, reportedShare, verifiedShare}}.
-- p_day: null = now; figures of townships (below zoom 9) are then those of the end of that day.
create or replace function core.tile_completed(p_z int, p_x int, p_y int, p_district text, p_year int, p_at timestamptz,
  p_indicators text[], p_projects int[], p_scope text[], p_day date, p_standings jsonb) returns bytea
language plpgsql stable parallel safe set max_parallel_workers_per_gather = 0 set jit = off as $$
declare
  v_layer int := core.tile_layer(p_district, p_at);
  v_band smallint := core.tile_band(p_z);
  v_reach geometry := st_tileenvelope(p_z, p_x, p_y, margin => 0.0625);
  v_crowd record;
begin
  if p_z < 9 then
    return core.tile_totals(p_z, p_x, p_y, p_district, p_year, v_layer, p_indicators, p_projects, p_scope, p_day);
  end if;
  v_crowd := core.tile_crowd(p_z, v_band, v_reach, p_district, p_year, p_at, v_layer, p_indicators, p_projects, p_scope, 20000);
  return (
    select st_asmvt(f, 'completed', 4096, 'geom') from (
      select p.code, p.kind, p.project, p.indicator, array_to_string(p.townships, ',') as townships, d.state, d.reported,
        d.verified, st_asmvtgeom(d.geom, st_tileenvelope(p_z, p_x, p_y), 4096, 256) as geom
      from (
        select * from core.tile_pick(p_z, v_band, v_reach, p_district, p_year, p_at, v_layer, p_indicators, p_projects, p_scope,
          v_crowd.smallest, v_crowd.part) p
        order by p.size_m desc, p.code limit 20000
      ) p
      cross join lateral (
        select s.reported, s.verified,
          case when p.component_count > 0 then cardinality(s.reported_components) / p.component_count::float8
            else least(1, s.reported_quantity / p.design_quantity) end as reported_share,
          case when p.component_count > 0 then cardinality(s.verified_components) / p.component_count::float8
            else least(1, s.verified_quantity / p.design_quantity) end as verified_share
        from core.footprint_state s
        where p_standings is null and s.district_code = p_district and s.plan_year = p_year
          and s.footprint_code = p.code and s.horizon = 'infinity'
        union all
        select r.reported::int4multirange, r.verified::int4multirange, r."reportedShare", r."verifiedShare"
        from jsonb_to_record(p_standings -> p.code)
          as r(reported text, verified text, "reportedShare" float8, "verifiedShare" float8)
        where p_standings ? p.code
      ) s
      cross join lateral core.tile_done(p.kind, p.geom, p.length_dm, s.reported, s.verified, s.reported_share, s.verified_share) d
      offset 0
    ) f where f.geom is not null);
end $$;

-- Box of what changes on the ground when a footprint's roll-up becomes this; null = nothing. Asked before it is written.
create or replace function core.tile_changed(p_district text, p_year int, p_code text, p_reported int4multirange,
  p_verified int4multirange, p_reported_quantity numeric, p_verified_quantity numeric, p_reported_components text[],
  p_verified_components text[]) returns geometry
language plpgsql stable as $$
declare
  v record;
  s core.footprint_state;
  v_moved int4multirange;
begin
  select kind, length_dm, geom into v from core.tile_footprint
  where district_code = p_district and plan_year = p_year and footprint_code = p_code and band = 24
  order by version desc limit 1;
  if not found then return null; end if;
  select * into s from core.footprint_state
  where district_code = p_district and plan_year = p_year and footprint_code = p_code and horizon = 'infinity';
  if v.kind <> 'line' then
    return case when (coalesce(s.reported_quantity, 0), coalesce(s.verified_quantity, 0),
        coalesce(s.reported_components, '{}'), coalesce(s.verified_components, '{}'))
        is distinct from (p_reported_quantity, p_verified_quantity, p_reported_components, p_verified_components)
      then st_envelope(v.geom) end;
  end if;
  s.reported := coalesce(s.reported, '{}');
  s.verified := coalesce(s.verified, '{}');
  v_moved := (s.reported - p_reported) + (p_reported - s.reported) + (s.verified - p_verified) + (p_verified - s.verified);
  return case when isempty(v_moved) then null
    else st_envelope(coalesce(nullif(core.tile_cut(v.geom, v.length_dm, v_moved), 'SRID=3857;MULTILINESTRING EMPTY'::geometry), v.geom)) end;
end $$;

-- Box of what the last load of footprints brought or ended.
create or replace function core.tile_loaded(p_district text, p_year int) returns geometry language sql stable as $$
  select st_setsrid(st_extent(t.geom)::geometry, 3857)
  from core.tile_footprint t,
    (select greatest(max(known_from), max(known_to)) as at from core.tile_footprint where district_code = p_district and plan_year = p_year and band = 24) l
  where t.district_code = p_district and t.plan_year = p_year and t.band = 24 and (t.known_from = l.at or t.known_to = l.at)
$$;

-- Tiles of the snapshot that is out now, if any, from what was approved: nothing else is read.
create or replace function published.fill_tiles(p_district text, p_year int) returns void language plpgsql as $$
begin
  delete from published.tile_footprint where district_code = p_district and plan_year = p_year;
  delete from published.tile_completed where district_code = p_district and plan_year = p_year;
  delete from published.tile_township where district_code = p_district;
  insert into published.tile_township (district_code, township_code, band, name, spot, geom)
  select p_district, f -> 'properties' ->> 'code', c.band, f -> 'properties' ->> 'name', c.spot, c.geom
  from published.base b
  cross join lateral jsonb_array_elements(b.content::jsonb -> 'townships' -> 'features') f
  cross join lateral core.tile_township_copies(st_transform(st_setsrid(st_geomfromgeojson(f -> 'geometry'), 4490), 3857)) c
  where b.district_code = p_district;

  create temporary table told on commit drop as
  select row_number() over (order by m.project_number, o)::int as feature_no, f -> 'properties' as p, f -> 'properties' ->> 'kind' as kind,
    st_transform(case when f -> 'properties' ->> 'kind' = 'line'
      then st_force3dm(st_swapordinates(st_force4d(g.geom), 'zm')) else st_force2d(g.geom) end, 3857) as geom
  from published.project_map m
  cross join lateral jsonb_array_elements(m.features::jsonb -> 'features') with ordinality e(f, o)
  cross join lateral (select st_setsrid(st_geomfromgeojson(f -> 'geometry'), 4490) as geom) g
  where m.district_code = p_district and m.plan_year = p_year and m.snapshot_number = (
    select max(snapshot_number) from published.snapshot
    where district_code = p_district and plan_year = p_year and withdrawn_at is null);
  analyze told;

  insert into published.tile_footprint (district_code, plan_year, feature_no, band, name, project_number, indicator_code, kind,
    township_code, size_m, geom)
  select p_district, p_year, t.feature_no, c.band, t.p ->> 'name', (t.p ->> 'project')::int, t.p ->> 'indicator', t.kind,
    coalesce((select w.township_code from published.tile_township w
      where w.district_code = p_district and w.band = 24 and st_intersects(w.geom, st_pointonsurface(t.geom))
      order by w.township_code limit 1), ''),
    c.size_m, st_force2d(c.geom)
  from told t cross join lateral core.tile_copies(t.geom, t.kind) c
  order by c.band, c.geom;

  insert into published.tile_completed (district_code, plan_year, feature_no, band, project_number, indicator_code, kind,
    township_code, state, size_m, geom)
  select p_district, p_year, t.feature_no, c.band, n.project_number, n.indicator_code, t.kind, n.township_code, d.state, c.size_m, d.geom
  from told t
  join published.tile_footprint n on (n.district_code, n.plan_year, n.feature_no, n.band) = (p_district, p_year, t.feature_no, 24)
  cross join lateral core.tile_copies(t.geom, t.kind) c
  cross join lateral (select
    coalesce((select range_agg(int4range(round((r ->> 0)::numeric * 10)::int, round((r ->> 1)::numeric * 10)::int))
      from jsonb_array_elements(t.p -> 'reported') r), '{}') as reported,
    coalesce((select range_agg(int4range(round((r ->> 0)::numeric * 10)::int, round((r ->> 1)::numeric * 10)::int))
      from jsonb_array_elements(t.p -> 'verified') r), '{}') as verified) r
  cross join lateral (
    select k.state, k.geom from core.tile_done(t.kind, c.geom, round((t.p ->> 'lengthM')::numeric * 10)::int, r.reported, r.verified, 0, 0) k
    union all
    select t.p ->> 'state', st_force2d(c.geom) where t.kind <> 'line' and t.p ->> 'state' <> 'none') d
  where d.geom is not null and not st_isempty(d.geom)
  order by c.band, d.geom;
  drop table told;
end $$;

create or replace function published.tile_townships(p_z int, p_x int, p_y int, p_district text) returns bytea
language plpgsql stable parallel safe set max_parallel_workers_per_gather = 0 set jit = off as $$
begin
  return (
    select st_asmvt(f, 'townships', 4096, 'geom') from (
      select t.township_code as code, t.name, st_asmvtgeom(t.geom, st_tileenvelope(p_z, p_x, p_y), 4096, 256) as geom
      from published.tile_township t
      where t.district_code = p_district
        and t.band = (case when p_z <= 8 then 8 when p_z <= 10 then 10 when p_z <= 12 then 12 else 24 end)
        and t.geom && st_tileenvelope(p_z, p_x, p_y, margin => 0.0625)
      order by t.township_code
      offset 0
    ) f where f.geom is not null);
end $$;

create or replace function published.tile_footprints(p_z int, p_x int, p_y int, p_district text, p_year int) returns bytea
language plpgsql stable parallel safe set max_parallel_workers_per_gather = 0 set jit = off as $$
begin
  return (
    select st_asmvt(f, 'footprints', 4096, 'geom') from (
      select p.feature_no as id, case when p_z >= 13 then p.name end as name, p.kind, p.project_number as project,
        p.indicator_code as indicator, p.township_code as townships, null::int as count,
        st_asmvtgeom(p.geom, st_tileenvelope(p_z, p_x, p_y), 4096, 256) as geom
      from (
        select * from published.tile_footprint t
        where t.band = (case when p_z <= 10 then 10 when p_z <= 12 then 12 else 24 end)
          and t.geom && st_tileenvelope(p_z, p_x, p_y, margin => 0.0625)
          and t.district_code = p_district and t.plan_year = p_year and p_z >= 9 and (p_z >= 12 or t.kind <> 'point')
        order by t.size_m desc, t.feature_no limit 20000
      ) p
      union all
      select null, null, c.kind, c.project_number, c.indicator_code, c.township_code, c.n,
        st_asmvtgeom(s.spot, st_tileenvelope(p_z, p_x, p_y), 4096, 256)
      from (
        select t.township_code, t.indicator_code, t.project_number, t.kind, count(*)::int as n
        from published.tile_footprint t
        where t.district_code = p_district and t.plan_year = p_year and t.band = 24 and (p_z < 9 or (p_z < 12 and t.kind = 'point'))
        group by 1, 2, 3, 4 order by 1, 2
      ) c
      join published.tile_township s on (s.district_code, s.band, s.township_code) = (p_district, 8::smallint, c.township_code)
      where s.spot && st_tileenvelope(p_z, p_x, p_y, margin => 0.0625)
      offset 0
    ) f where f.geom is not null);
end $$;

-- From zoom 9; below, the public's figures by township are those of the facts.
create or replace function published.tile_completed(p_z int, p_x int, p_y int, p_district text, p_year int) returns bytea
language plpgsql stable parallel safe set max_parallel_workers_per_gather = 0 set jit = off as $$
begin
  return (
    select st_asmvt(f, 'completed', 4096, 'geom') from (
      select p.feature_no as id, p.kind, p.project_number as project, p.indicator_code as indicator,
        p.township_code as townships, p.state, st_asmvtgeom(p.geom, st_tileenvelope(p_z, p_x, p_y), 4096, 256) as geom
      from (
        select * from published.tile_completed t
        where t.band = (case when p_z <= 10 then 10 when p_z <= 12 then 12 else 24 end)
          and t.geom && st_tileenvelope(p_z, p_x, p_y, margin => 0.0625)
          and t.district_code = p_district and t.plan_year = p_year and p_z >= 9 and (p_z >= 12 or t.kind <> 'point')
        order by t.size_m desc, t.feature_no, t.state limit 20000
      ) p
      offset 0
    ) f where f.geom is not null);
end $$;
grant execute on function published.tile_townships, published.tile_footprints, published.tile_completed to waymark_public;
