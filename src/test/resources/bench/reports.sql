-- Reports of two visits to each line, reviewed the same evening: 16 of 20 accepted, 3 not yet reviewed, 1 returned; and the
-- roll-up that follows. Told by settings of the session: bench.footprints, bench.reports. Reads ground and share_of.
set session_replication_role = replica; -- no foreign keys are looked up
create temporary table told as
select *, row_number() over (order by received_at, i, k) as n, int4range(from_dm, to_dm) as range,
  md5('report ' || i || ' ' || k)::uuid as id
from (
  select i, code, k, visit, day, state, from_dm, to_dm, day + interval '10 hours' + k * interval '7 minutes' + i % 60 * interval '1 second' as received_at
  from (
    select i, code, k, visit, (date '2026-02-01' + i * 37 % 50 + (visit - 1) * (20 + i % 15))::timestamp at time zone 'Asia/Shanghai' as day,
      case (i * 7 + k * 13) % 20 when 0 then 'returned' when 1 then 'received' when 2 then 'received' when 3 then 'received' else 'accepted' end as state,
      k * slot - case when k % 3 = 1 then slot / 8 else 0 end as from_dm, (k + 1) * slot - case when k % 4 = 3 then slot / 8 else 0 end as to_dm
    from (
      select i, code, k, 10000 / each as slot, case when k < each / 2 then 1 else 2 end as visit
      from ground cross join (select current_setting('bench.reports')::int / current_setting('bench.footprints')::int as each) e
      cross join generate_series(0, each - 1) k) a) b) c;
create index on told (i);
analyze told;

insert into core.report (district_code, report_id, receipt_no, plan_year, report_type, subject_code, author_id, received_at, observed_at,
  body, body_sha256, project_number, track_code, review_levels, townships, indicator_code, footprint_code, footprint_version, done,
  from_dm, to_dm, method, accuracy_m)
select '999999', t.id, t.n, 2026, 'completion', t.code, a.account_id, t.received_at, t.received_at - interval '30 minutes', b.body,
  encode(sha256(b.body::text::bytea), 'hex'), 1, '01', 1,
  array(select s.township from share_of s where s.i = t.i and s.ranges && t.range order by 1),
  '01.1', t.code, 1, true, t.from_dm, t.to_dm, 'gps', 6
from told t
cross join (select account_id from core.account where user_name = 'bench-crew') a
cross join lateral (select jsonb_build_object('footprint', t.code, 'version', 1, 'kind', 'done',
  'range', jsonb_build_object('fromM', t.from_dm / 10.0, 'toM', t.to_dm / 10.0), 'method', 'gps', 'accuracyM', 6) as body) b
order by t.n;
insert into core.review (district_code, review_id, review_no, report_id, level, verdict, reason, reviewer_id, reviewed_at)
select '999999', md5('review ' || t.id)::uuid, current_setting('bench.reports')::int + row_number() over (order by t.n), t.id, 1,
  case t.state when 'accepted' then 'accept' else 'return' end, case t.state when 'returned' then '照片不清' end, a.account_id,
  t.received_at + interval '6 hours'
from told t cross join (select account_id from core.account where user_name = 'bench-reviewer') a
where t.state <> 'received' order by t.n;
select setval('core.receipt_no', 3 * current_setting('bench.reports')::bigint);
insert into core.report_state (district_code, report_id, state, accepted_level, projected, changed_at)
select '999999', id, state, case state when 'accepted' then 1 else 0 end, int4multirange(range),
  received_at + case state when 'received' then interval '0' else interval '6 hours' end
from told order by n;

-- Where a line stands after its first and after its second visit.
create temporary table stand as
select t.i, t.code, v.upto, (max(t.day) at time zone 'Asia/Shanghai')::date as day,
  coalesce(range_agg(t.range) filter (where t.state <> 'returned'), '{}') as reported,
  coalesce(range_agg(t.range) filter (where t.state = 'accepted'), '{}') as verified,
  count(*) filter (where t.state <> 'returned') as live
from told t join (values (1), (2)) v(upto) on t.visit <= v.upto
group by 1, 2, 3;
create function pg_temp.length_dm(r int4multirange) returns bigint language sql immutable as
$$ select coalesce(sum(upper(p) - lower(p)), 0) from unnest(r) p $$;
create temporary table part as
select s.i, s.code, s.upto, s.day, h.township, pg_temp.length_dm(s.reported * h.ranges) / 10000.0 as reported,
  pg_temp.length_dm(s.verified * h.ranges) / 10000.0 as verified,
  case when h.ranges = '{[0,10000)}' then s.live else (
    select count(*) from told t where t.i = s.i and t.visit <= s.upto and t.state <> 'returned' and t.range && h.ranges) end as live
from stand s join share_of h using (i);
create temporary table horizon as
select * from (values (date '2026-06-30'), ('2026-09-30'), ('2026-12-31'), ('infinity')) h(horizon);
analyze stand, part, horizon;

insert into core.footprint_state (district_code, plan_year, footprint_code, horizon, reported, verified, reported_quantity,
  verified_quantity, live)
select '999999', 2026, code, horizon, reported, verified, pg_temp.length_dm(reported) / 10000.0, pg_temp.length_dm(verified) / 10000.0, live
from stand cross join horizon where upto = 2 and live > 0 order by i, horizon;
insert into core.progress_part (district_code, plan_year, subject_type, subject_code, township_code, horizon, reported, verified, live)
select '999999', 2026, 'footprint', code, township, horizon, reported, verified, live
from part cross join horizon where upto = 2 and live > 0 order by i, township, horizon;
insert into core.footprint_day (district_code, plan_year, footprint_code, township_code, horizon, day, reported_delta, verified_delta, live_delta)
select '999999', 2026, code, township, horizon, day, reported, verified, live
from (
  select p.i, p.code, p.township, p.day, p.reported - coalesce(b.reported, 0) as reported, p.verified - coalesce(b.verified, 0) as verified,
    p.live - coalesce(b.live, 0) as live
  from part p left join part b on b.i = p.i and b.township = p.township and b.upto = p.upto - 1) d
cross join horizon where live <> 0 or reported <> 0 or verified <> 0 order by i, township, horizon, day;
insert into core.progress_day (district_code, plan_year, subject_type, subject_code, township_code, horizon, day, reported_delta,
  verified_delta, live_delta)
select district_code, plan_year, 'indicator', '01.1', township_code, horizon, day, sum(reported_delta), sum(verified_delta), sum(live_delta)
from core.footprint_day group by 1, 2, township_code, horizon, day;
insert into core.progress_total (district_code, plan_year, subject_type, subject_code, township_code, horizon, reported, verified, live)
select district_code, plan_year, 'indicator', '01.1', township_code, horizon, sum(reported_delta), sum(verified_delta), sum(live_delta)
from core.footprint_day group by 1, 2, township_code, horizon;
insert into core.subject_activity (district_code, plan_year, subject_type, subject_code, subject_township, township_code, received_day, live)
select '999999', 2026, 'footprint', t.code, '', h.township, (t.day at time zone 'Asia/Shanghai')::date, count(*)
from told t
cross join lateral (select '' as township union all select s.township from share_of s where s.i = t.i and s.ranges && t.range) h
where t.state <> 'returned' group by 4, 6, 7;
insert into core.activity (district_code, plan_year, track_code, township_code, received_day, event_day, live_delta)
select district_code, plan_year, '01', township_code, received_day, received_day, sum(live)
from core.subject_activity group by 1, 2, 4, 5;
insert into core.progress_revision (district_code, plan_year, revision) values ('999999', 2026, 1)
on conflict (district_code, plan_year) do nothing;
set session_replication_role = origin;
