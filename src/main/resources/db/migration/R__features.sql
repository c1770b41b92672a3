-- What /ogc serves, one row a feature. Column names are what its queries select; keys and filters are theirs too.
-- The views of the schema published read nothing but that schema.
drop view if exists published.feature_township, published.feature_footprint, published.feature_completed,
  published.feature_part, core.feature_footprint, core.feature_completed;

create view published.feature_township as
select s.district_code, s.plan_year, s.snapshot_number, t.township_code, t.name, t.short_name, t.kind, l.light,
  s.day, t.geom, t.geom_3857
from published.snapshot s
join published.township t using (district_code)
left join published.township_light l using (district_code, plan_year, snapshot_number, township_code);

create view published.feature_footprint as
select f.district_code, f.plan_year, f.snapshot_number, f.footprint_id, f.project_number, f.track_code, f.indicator_code,
  f.name, f.geometry_kind, f.state, f.length_m,
  case when f.length_m is not null then (
    select coalesce(sum(upper(r) - lower(r)), 0) / 10.0 from unnest(f.reported) r) end as reported_m,
  case when f.length_m is not null then (
    select coalesce(sum(upper(r) - lower(r)), 0) / 10.0 from unnest(f.verified) r) end as verified_m,
  s.day, f.geom, f.geom_3857
from published.footprint f
join published.snapshot s using (district_code, plan_year, snapshot_number);

create view published.feature_completed as
select f.district_code, f.plan_year, f.snapshot_number, f.footprint_id, f.project_number, f.track_code, f.indicator_code,
  f.name, d.status, d.from_dm, d.from_dm / 10.0 as from_m, d.to_dm / 10.0 as to_m, (d.to_dm - d.from_dm) / 10.0 as length_m,
  s.day, f.geom as ground,
  st_force2d(st_collectionextract(st_locatebetween(f.measured, d.from_dm / 10.0, d.to_dm / 10.0), 2)) as geom
from published.footprint f
join published.snapshot s using (district_code, plan_year, snapshot_number)
cross join lateral (
  select 'reported' as status, lower(r) as from_dm, upper(r) as to_dm from unnest(f.reported) r
  union all
  select 'verified', lower(r), upper(r) from unnest(f.verified) r
) d
where f.measured is not null;

create view published.feature_part as
select p.district_code, p.plan_year, p.snapshot_number, p.township_code, t.name as township_name, p.project_number,
  p.track_code, p.indicator_code, p.name, p.unit, p.target, p.reported, p.verified, p.verified_percent, p.planned_percent,
  p.light, p.withheld, s.day, t.geom, t.geom_3857
from published.part p
join published.snapshot s using (district_code, plan_year, snapshot_number)
join published.township t using (district_code, township_code);

create view core.feature_footprint as
select f.district_code, f.plan_year, f.footprint_code, i.project_number, i.track_code, f.indicator_code, v.version, v.known_from,
  v.name, v.geometry_kind, v.sensitivity, v.design_quantity, v.unit, v.design_length_dm / 10.0 as length_m,
  coalesce(s.reported_quantity, 0) as reported_quantity, coalesce(s.verified_quantity, 0) as verified_quantity,
  case
    when case when v.geometry_kind = 'line' then s.verified @> int4range(0, v.design_length_dm)
      else s.verified_quantity >= v.design_quantity end then 'verified'
    when case when v.geometry_kind = 'line' then s.reported @> int4range(0, v.design_length_dm)
      else s.reported_quantity >= v.design_quantity end then 'reported'
    when s.reported_quantity <> 0 or s.verified_quantity <> 0
      or s.reported_components <> '{}' or s.verified_components <> '{}'
      or not isempty(s.reported) or not isempty(s.verified) then 'partly'
    else 'none'
  end as state,
  v.geom, v.geom_3857
from core.footprint f
join core.indicator i using (district_code, plan_year, indicator_code)
join core.footprint_version v using (district_code, plan_year, footprint_code)
left join core.footprint_state s on (s.district_code, s.plan_year, s.footprint_code, s.horizon)
  = (f.district_code, f.plan_year, f.footprint_code, date 'infinity')
where v.known_to is null;

create view core.feature_completed as
select f.district_code, f.plan_year, f.footprint_code, i.project_number, i.track_code, f.indicator_code, v.version, v.name,
  v.sensitivity, d.status, d.from_dm, d.from_dm / 10.0 as from_m, d.to_dm / 10.0 as to_m,
  (d.to_dm - d.from_dm) / 10.0 as length_m,
  (select max(c.day) from core.footprint_day c
    where (c.district_code, c.plan_year, c.footprint_code, c.horizon)
      = (f.district_code, f.plan_year, f.footprint_code, date 'infinity')) as changed_on,
  v.geom as ground,
  st_force2d(st_collectionextract(st_locatebetween(v.measured, d.from_dm / 10.0, d.to_dm / 10.0), 2)) as geom
from core.footprint f
join core.indicator i using (district_code, plan_year, indicator_code)
join core.footprint_version v using (district_code, plan_year, footprint_code)
join core.footprint_state s on (s.district_code, s.plan_year, s.footprint_code, s.horizon)
  = (f.district_code, f.plan_year, f.footprint_code, date 'infinity')
cross join lateral (
  select 'reported' as status, lower(r) as from_dm, upper(r) as to_dm from unnest(s.reported) r
  union all
  select 'verified', lower(r), upper(r) from unnest(s.verified) r
) d
where v.known_to is null and v.measured is not null;

grant select on published.feature_township, published.feature_footprint, published.feature_completed,
  published.feature_part to waymark_public;
