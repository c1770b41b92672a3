-- Reports are immutable; what became of them are rows beside them.
create table core.report (
  district_code     text not null,
  report_id         uuid not null,
  receipt_no        bigint generated always as identity,
  plan_year         int  not null,
  report_type       text not null check (report_type in ('completion', 'quantity', 'percent', 'checklist')),
  author_id         bigint not null references core.account,
  received_at       timestamptz not null,
  observed_at       timestamptz not null,
  body              jsonb not null,
  body_sha256       bytea not null,
  demo              boolean not null default false,
  track_code        text not null,
  -- completion
  footprint_code    text,
  footprint_version int,
  done              boolean,
  step              text,
  from_dm           int,
  to_dm             int,
  components        text[],
  method            text check (method in ('gps', 'walk', 'tap', 'typed')),
  accuracy_m        double precision check (accuracy_m >= 0),
  photo_hashes      bytea[] not null default '{}',
  -- quantity (indicator_code), percent (track_code), checklist (item_code); completion carries its indicator too
  indicator_code    text,
  item_code         text,
  township_code     text,
  value             numeric,
  note              text,
  primary key (district_code, report_id),
  unique (receipt_no),
  check ((report_type = 'completion') = (footprint_code is not null and footprint_version is not null and method is not null)),
  check (report_type <> 'completion' or num_nonnulls(from_dm, components, value) <= 1),
  check ((from_dm is null) = (to_dm is null)),
  check (from_dm is null or (from_dm >= 0 and to_dm > from_dm)),
  check (report_type not in ('quantity', 'percent') or value is not null),
  check (report_type <> 'percent' or value between 0 and 100),
  check (report_type <> 'checklist' or (item_code is not null and done is not null)),
  foreign key (district_code, plan_year, footprint_code, footprint_version) references core.footprint_version
);
comment on column core.report.receipt_no is 'Order of receipt; folds replay reports in this order.';
comment on column core.report.observed_at is 'Observed time of a field report; end of the as-of day of the others.';
comment on column core.report.from_dm is 'Range as sent, decimetres along the named footprint version, half-open.';
comment on column core.report.value is 'Cumulative quantity in the indicator''s unit, or a percent 0..100.';
create index report_footprint_idx on core.report (district_code, plan_year, footprint_code, receipt_no) where footprint_code is not null;
create index report_subject_idx on core.report (district_code, plan_year, track_code, report_type, receipt_no);
create index report_author_idx on core.report (district_code, author_id, receipt_no);

create table core.review (
  district_code text not null,
  review_id     uuid not null,
  review_no     bigint generated always as identity,
  report_id     uuid not null,
  level         int  not null check (level >= 1),
  verdict       text not null check (verdict in ('accept', 'return', 'revoke')),
  reason        text,
  reviewer_id   bigint not null references core.account,
  reviewed_at   timestamptz not null,
  recheck       boolean not null default false,
  body_sha256   bytea not null,
  primary key (district_code, review_id),
  unique (review_no),
  foreign key (district_code, report_id) references core.report,
  check (verdict = 'accept' or reason is not null)
);
create index review_report_idx on core.review (district_code, report_id, review_no);

-- Where each report stands now: derived from its reviews, conflict and photos; kept in the same transaction.
create table core.report_state (
  district_code text not null,
  report_id     uuid not null,
  state         text not null check (state in ('received', 'partly', 'accepted', 'returned', 'conflict')),
  accepted_level int not null default 0,
  conflict_reason text check (conflict_reason in ('order', 'moved', 'retired', 'ambiguous')),
  conflict_with uuid[] not null default '{}',
  projected     int4multirange,
  changed_at    timestamptz not null,
  primary key (district_code, report_id),
  foreign key (district_code, report_id) references core.report
);
comment on column core.report_state.projected is 'The range on the current footprint version, decimetres.';
create index report_state_idx on core.report_state (district_code, state);
