\i ground.inc
-- Townships.
select core.tile_townships(9, 409, 212, '987001', '2026-07-01T00:00:00Z');
-- Before there was a layer.
select core.tile_townships(9, 409, 212, '987001', '2025-07-01T00:00:00Z');
-- Far away: how many there are, by township.
select * from core.tile_footprints(8, 204, 106, '987001', 2026, '2026-07-01T00:00:00Z', array['01.1', '02.1', '05.1'], array[1, 2, 5], null);
-- On a day before the point was known.
select * from core.tile_footprints(8, 204, 106, '987001', 2026, '2026-01-15T00:00:00Z', array['01.1', '02.1', '05.1'], array[1, 2, 5], null);
-- Within the scope of one township, of one project.
select * from core.tile_footprints(8, 204, 106, '987001', 2026, '2026-07-01T00:00:00Z', array['01.1'], array[1], array['987001002']);
-- Near: the ground itself.
select * from core.tile_footprints(13, 6555, 3392, '987001', 2026, '2026-07-01T00:00:00Z', array['01.1', '02.1', '05.1'], array[1, 2, 5], null);
-- Whose scope is elsewhere.
select * from core.tile_footprints(13, 6555, 3392, '987001', 2026, '2026-07-01T00:00:00Z', array['01.1'], array[1], array['987001003']);
-- Of two one may be told: larger than the smaller, and none as small. Where all fit nothing is chosen.
select * from core.tile_crowd(9, 10::smallint, st_tileenvelope(9, 409, 212), '987001', 2026, '2026-07-01T00:00:00Z', 1, array['01.1', '02.1'], array[1, 2], null, 1);
select * from core.tile_crowd(9, 10::smallint, st_tileenvelope(9, 409, 212), '987001', 2026, '2026-07-01T00:00:00Z', 1, array['01.1', '02.1'], array[1, 2], null, 2);
-- Of more than may be told nothing is; of what was chosen from them it is.
select count(*) from core.tile_gather(9, 10::smallint, st_tileenvelope(9, 409, 212)::box2d, st_tileenvelope(9, 409, 212), '987001', 2026, '2026-07-01T00:00:00Z', 1, array['01.1', '02.1'], array[1, 2], null, null, null, 1);
select count(*) from core.tile_crowd(9, 10::smallint, st_tileenvelope(9, 409, 212), '987001', 2026, '2026-07-01T00:00:00Z', 1, array['01.1', '02.1'], array[1, 2], null, 1) c,
  core.tile_gather(9, 10::smallint, st_tileenvelope(9, 409, 212)::box2d, st_tileenvelope(9, 409, 212), '987001', 2026, '2026-07-01T00:00:00Z', 1, array['01.1', '02.1'], array[1, 2], null, c.smallest, c.part, 1);
-- What is done, now.
select core.tile_completed(13, 6555, 3392, '987001', 2026, '2026-07-01T00:00:00Z', array['01.1', '02.1', '05.1'], array[1, 2, 5], null, null, null);
select core.tile_completed(13, 6554, 3394, '987001', 2026, '2026-07-01T00:00:00Z', array['01.1', '02.1', '05.1'], array[1, 2, 5], null, null, null);
-- What was done, by standings of a past day.
select core.tile_completed(13, 6555, 3392, '987001', 2026, '2026-07-01T00:00:00Z', array['01.1'], array[1], null, '2026-06-01',
  '{"01.1-001": {"reported": "{[0,1000)}", "verified": "{}"}}');
