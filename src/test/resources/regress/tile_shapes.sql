-- Which copy serves a zoom.
select z, core.tile_band(z) from generate_series(0, 16, 4) z;
-- What is smaller than a pixel has no coarse copy; a point has one from 12 on.
select 'long line' what, band, round(size_m) from core.tile_copies('SRID=3857;LINESTRING(0 0, 1000 0)', 'line')
union all select 'short line', band, round(size_m) from core.tile_copies('SRID=3857;LINESTRING(0 0, 100 0)', 'line')
union all select 'point', band, size_m from core.tile_copies('SRID=3857;POINT(0 0)', 'point') order by 1, 2;
-- Simplified to a quarter of a pixel; the ends stay, and so does M.
select st_astext(core.tile_generalised('SRID=3857;LINESTRING M(0 0 0, 50 9 50, 100 0 100)', 'line', 10));
select st_astext(core.tile_generalised('SRID=3857;LINESTRING M(0 0 0, 50 9 50, 100 0 100)', 'line', 14));
-- Too small to keep, kept all the same.
select st_astext(core.tile_generalised('SRID=3857;LINESTRING M(0 0 0, 5 1 5, 1 0 10)', 'line', 10));
