\i ground.inc
-- Nothing moves.
select st_astext(core.tile_changed('987001', 2026, '01.1-001', '{[0,6000)}', '{[0,2500)}', 0.6, 0.25, '{}', '{}'));
-- The box of what is verified anew, in metres east and north of the line's west end.
select round(st_xmin(g) - st_x(o)), round(st_xmax(g) - st_x(o)), round(st_ymin(g) - st_y(o)) from
  core.tile_changed('987001', 2026, '01.1-001', '{[0,6000)}', '{[0,3500)}', 0.6, 0.35, '{}', '{}') g, st_transform('SRID=4490;POINT(108.095 29.5)'::geometry, 3857) o;
-- An area or a point moves whole, or not at all.
select core.tile_changed('987001', 2026, '02.1-001', null, null, 50, 30, '{}', '{}') is null;
select st_geometrytype(core.tile_changed('987001', 2026, '02.1-001', null, null, 50, 31, '{}', '{}'));
select st_geometrytype(core.tile_changed('987001', 2026, '05.1-001', null, null, 1, 1, array['标识牌', '流量计'], array['标识牌', '流量计']));
-- Nobody knows it.
select core.tile_changed('987001', 2026, '01.1-999', '{[0,1)}', '{}', 0, 0, '{}', '{}') is null;
-- The last load brought the point.
select round(st_x(st_transform(st_centroid(core.tile_loaded('987001', 2026)), 4490))::numeric, 4);
-- A version that ends leaves the count on that day, not before.
update core.footprint_version set known_to = '2026-03-01T00:00:00Z' where district_code = '987001' and footprint_code = '05.1-001';
select township_code, indicator_code, known_at at time zone 'UTC', delta from core.tile_count where district_code = '987001' and indicator_code = '05.1' order by known_at;
