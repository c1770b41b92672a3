-- A line is cut by measure, in decimetres.
select st_astext(core.tile_cut('SRID=3857;MULTILINESTRING M((0 0 0, 1000 0 1000))', 10000, '{[0,2500)}'));
select st_astext(core.tile_cut('SRID=3857;MULTILINESTRING M((0 0 0, 1000 0 1000))', 10000, '{[0,1000),[9000,10000)}'));
-- All of it is itself.
select st_astext(core.tile_cut('SRID=3857;MULTILINESTRING M((0 0 0, 1000 0 1000))', 10000, '{[0,10000)}'));
-- A gap in the ground is no part of a range that crosses it.
select st_astext(core.tile_cut('SRID=3857;MULTILINESTRING M((0 0 0, 400 0 400), (600 0 400, 1200 0 1000))', 10000, '{[3000,5000)}'));
-- Reported is what is reported and not verified.
select state, st_astext(geom) from core.tile_done('line', 'SRID=3857;MULTILINESTRING M((0 0 0, 1000 0 1000))', 10000, '{[0,6000)}', '{[0,2500)}', 0, 0);
-- Undone while its review waits: verified stands, reported adds nothing.
select state, st_astext(geom) from core.tile_done('line', 'SRID=3857;MULTILINESTRING M((0 0 0, 1000 0 1000))', 10000, '{}', '{[0,2500)}', 0, 0);
-- Areas and points carry whole percents, rounded down.
select state, reported, verified from core.tile_done('polygon', 'SRID=3857;POLYGON((0 0, 1 0, 1 1, 0 0))', null, null, null, 1, 0.999);
select state, reported, verified from core.tile_done('point', 'SRID=3857;POINT(0 0)', null, null, null, 0.5, 0.5);
select count(*) from core.tile_done('point', 'SRID=3857;POINT(0 0)', null, null, null, 0, 0);
