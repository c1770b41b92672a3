-- Reports are immutable; what became of them are rows beside them.
-- One sequence numbers reports and reviews, so that their order is one order.
create sequence core.receipt_no;

create table core.report (
  district_code     text not null,
  report_id         uuid not null,
  receipt_no        bigint not null default nextval('core.receipt_no'),
  plan_year         int  not null,
  report_type       text not null check (report_type in ('completion', 'quantity', 'percent', 'checklist')),
  subject_code      text not null,
  township_code     text not null default '',
  author_id         bigint not null references core.account,
  received_at       timestamptz not null,
  observed_at       timestamptz not null,
  body              jsonb not null,
  body_sha256       text not null check (body_sha256 ~ '^[0-9a-f]{64}$'),
  project_number    int  not null,
  track_code        text not null,
  review_levels     int  not null check (review_levels >= 1),
  townships         text[] not null,
  indicator_code    text,
  footprint_code    text,
  footprint_version int,
  done              boolean,
  step              text,
  from_dm           int,
  to_dm             int,
  components        text[] not null default '{}',
  not_needed        text[] not null default '{}',
  method            text check (method in ('gps', 'walk', 'tap', 'typed')),
  accuracy_m        double precision check (accuracy_m >= 0),
  value             numeric,
  photo_hashes      text[] not null default '{}',
  note              text,
  primary key (district_code, report_id),
  unique (receipt_no),
  check ((report_type = 'completion') = (footprint_code is not null and footprint_version is not null and method is not null)),
  check ((from_dm is null) = (to_dm is null)),
  check (from_dm is null or (from_dm >= 0 and to_dm > from_dm)),
  check (from_dm is null or (value is null and components = '{}' and not_needed = '{}')),
  check (report_type not in ('quantity', 'percent') or value is not null),
  check (report_type <> 'percent' or value between 0 and 100),
  check (report_type not in ('completion', 'checklist') or done is not null),
  foreign key (district_code, plan_year, footprint_code, footprint_version) references core.footprint_version
);
comment on column core.report.receipt_no is 'Order of receipt within a subject; folds replay reports in this order.';
comment on column core.report.subject_code is 'What it speaks of: footprint, indicator, track or item code, by report_type.';
comment on column core.report.township_code is 'Of a figure for one township; empty for the whole district and for footprints.';
comment on column core.report.townships is 'Townships the reported part lies in, for scope; empty = whole district only.';
comment on column core.report.observed_at is 'Observed time of a field report; last millisecond of the as-of day of the others.';
comment on column core.report.from_dm is 'Range as sent, decimetres along the named footprint version, half-open.';
comment on column core.report.value is 'Cumulative quantity in the unit of the footprint or indicator, or a percent 0..100.';
comment on column core.report.review_levels is 'Acceptances needed, by the plan at receipt.';
comment on column core.report.photo_hashes is 'SHA-256 of the photos and attachments cited, hex.';
create index report_subject_idx on core.report (district_code, plan_year, report_type, subject_code, township_code, receipt_no);
create index report_author_idx on core.report (district_code, author_id, receipt_no);
create index report_photo_idx on core.report using gin (photo_hashes);

create table core.review (
  district_code text not null,
  review_id     uuid not null,
  review_no     bigint not null default nextval('core.receipt_no'),
  report_id     uuid not null,
  level         int  not null check (level >= 1),
  verdict       text not null check (verdict in ('accept', 'return', 'revoke')),
  reason        text,
  reviewer_id   bigint not null references core.account,
  reviewed_at   timestamptz not null,
  recheck       boolean not null default false,
  primary key (district_code, review_id),
  unique (review_no),
  foreign key (district_code, report_id) references core.report,
  check (verdict = 'accept' or reason is not null)
);
comment on column core.review.recheck is 'Drawn for a re-check on the final acceptance.';
create index review_report_idx on core.review (district_code, report_id, review_no);

-- Where each report stands now: derived from its reviews, conflicts and the ground; kept in the same transaction.
create table core.report_state (
  district_code   text not null,
  report_id       uuid not null,
  state           text not null check (state in ('received', 'partly', 'accepted', 'returned', 'conflict')),
  accepted_level  int not null default 0,
  conflict_reason text check (conflict_reason in ('order', 'moved', 'retired', 'ambiguous')),
  conflict_with   uuid[] not null default '{}',
  projected       int4multirange not null default '{}',
  changed_at      timestamptz not null,
  primary key (district_code, report_id),
  foreign key (district_code, report_id) references core.report,
  check ((state = 'conflict') = (conflict_reason is not null))
);
comment on column core.report_state.projected is 'The range on the current footprint version, decimetres.';
create index report_state_idx on core.report_state (district_code, state);
