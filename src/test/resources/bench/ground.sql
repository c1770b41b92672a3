-- Lines of 1 km, township after township; every twentieth reaches into the next township. Told by settings of the
-- session: bench.townships, bench.columns (of the grid), bench.footprints.
create temporary table ground as
select i, '01.1-' || lpad(i::text, 6, '0') as code, '999999' || lpad(town::text, 3, '0') as own,
  case when crosses then '999999' || lpad((town + 1)::text, 3, '0') end as next, border,
  st_addmeasure(line, 0, 1000) as measured, line
from (
  select i, town, crosses, west + 0.05 as border, (
    select st_setsrid(st_makeline(st_makepoint(x + 0.0103 * k / 11, y + 0.00015 * sin(k + i)) order by k), 4490)
    from generate_series(0, 11) k) as line
  from (
    select i, town, crosses, west, south + 0.001 + 0.0025 * (j / 14) as y,
      case when crosses then west + 0.044 else west + 0.001 + 0.0028 * (j % 14) end as x
    from (
      select i, town, i % 20 = 0 and town % columns < columns - 1 as crosses, 107.5 + 0.05 * (town % columns) as west,
        28.8 + 0.04 * (town / columns) as south, row_number() over (partition by town order by i) - 1 as j
      from (
        select i, ((i - 1)::bigint * current_setting('bench.townships')::int / current_setting('bench.footprints')::int)::int as town,
          current_setting('bench.columns')::int as columns
        from generate_series(1, current_setting('bench.footprints')::int) i) a) b) c) d;

create temporary table share_of as
with cut as (
  select i, own, next, case when next is not null then round(10 * st_interpolatepoint(measured, st_intersection(line,
    st_setsrid(st_makeline(st_makepoint(border, 0), st_makepoint(border, 89)), 4490))))::int end as dm
  from ground)
select i, own as township, int4multirange(int4range(0, coalesce(dm, 10000))) as ranges from cut
union all
select i, next, int4multirange(int4range(dm, 10000)) from cut where next is not null;
create index on share_of (i);
analyze ground, share_of;

insert into core.footprint (district_code, plan_year, footprint_code, indicator_code)
select '999999', 2026, code, '01.1' from ground order by i;
insert into core.footprint_version (district_code, plan_year, footprint_code, version, known_from, name, geometry_kind, geom, measured,
  design_quantity, unit, length_m, design_length_dm, length_mismatch, sensitivity, source, content_sha256)
select '999999', 2026, code, 1, '2025-12-31T16:00:00Z', '路' || i, 'line', line, st_multi(measured), 1, 'km', length, 10000,
  length / 1000 - 1, 'public', 'bench', sha256(code::bytea)
from (select g.*, st_length(st_setsrid(line, 4326)::geography) as length from ground g) l order by i;
analyze core.footprint, core.footprint_version;

-- The copies for tiles are made by the statement's trigger.
insert into core.footprint_township (district_code, plan_year, footprint_code, version, layer_version, township_code, ranges, share)
select '999999', 2026, g.code, 1, 1, s.township, s.ranges, (upper(s.ranges) - lower(s.ranges)) / 10000.0
from share_of s join ground g using (i) order by i, s.township;
