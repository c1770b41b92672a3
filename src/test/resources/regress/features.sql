\i ground.inc
-- A footprint tells its figures and how far it is.
select footprint_code, project_number, geometry_kind, sensitivity, length_m, reported_quantity, verified_quantity, state
from core.feature_footprint where district_code = '987001' order by 1;
-- Done stretches, in metres of chainage.
select footprint_code, status, from_m, to_m, length_m, round(st_xmin(geom)::numeric, 4), round(st_xmax(geom)::numeric, 4)
from core.feature_completed where district_code = '987001' order by 1, 2;
-- What the whole of it is called.
update core.footprint_state set verified = '{[0,10000)}', reported = '{[0,10000)}' where district_code = '987001' and footprint_code = '01.1-001';
select state from core.feature_footprint where district_code = '987001' and footprint_code = '01.1-001';
update core.footprint_state set verified = '{}', reported = '{[0,10000)}' where district_code = '987001' and footprint_code = '01.1-001';
select state from core.feature_footprint where district_code = '987001' and footprint_code = '01.1-001';
update core.footprint_state set verified = '{}', reported = '{}', reported_quantity = 0, verified_quantity = 0 where district_code = '987001' and footprint_code = '01.1-001';
select state from core.feature_footprint where district_code = '987001' and footprint_code = '01.1-001';
-- A version that ended is no feature.
update core.footprint_version set known_to = '2026-03-01T00:00:00Z' where district_code = '987001' and footprint_code = '02.1-001';
select count(*) from core.feature_footprint where district_code = '987001' and footprint_code = '02.1-001';
-- The public's role reads what is published and nothing else.
select has_table_privilege('waymark_public', 'published.feature_footprint', 'select'), has_table_privilege('waymark_public', 'core.feature_footprint', 'select');
