-- What phones hold and send: device tokens, pairings, notices of work, raw walks, prints of photos.
create table core.device (
  district_code text not null,
  device_id     uuid not null,
  account_id    bigint not null references core.account,
  name          text not null,
  token_sha256  bytea not null unique check (length(token_sha256) = 32),
  issued_at     timestamptz not null,
  expires_at    timestamptz not null,
  last_seen_at  timestamptz,
  revoked_at    timestamptz,
  primary key (district_code, device_id)
);
comment on table core.device is 'A phone that signs in with a token of its own; rows stay after they are revoked.';
comment on column core.device.token_sha256 is 'Of the token; the token itself is told once and kept nowhere.';
comment on column core.device.last_seen_at is 'Exact to some minutes.';
create index device_account_idx on core.device (account_id, issued_at);

create table core.device_pairing (
  code_sha256   bytea primary key check (length(code_sha256) = 32),
  district_code text not null,
  account_id    bigint not null references core.account,
  issued_by     bigint not null references core.account,
  issued_at     timestamptz not null,
  expires_at    timestamptz not null,
  used_at       timestamptz
);
comment on table core.device_pairing is 'A code that makes one device of an account, once.';

alter table core.report
  add column device_time  timestamptz,
  add column clock_skew_s int,
  add column replaces     uuid,
  add column brought_by   bigint references core.account,
  add foreign key (district_code, replaces) references core.report;
comment on column core.report.device_time is 'The clock of the phone when the report was made: a claim.';
comment on column core.report.clock_skew_s is 'Server time minus the phone''s when it was sent; null where the phone did not say.';
comment on column core.report.brought_by is 'Who brought it in for its author, from a rescue file; may not review it.';
comment on column core.report.replaces is 'The returned report that this one was made anew from.';
create index report_replaces_idx on core.report (district_code, replaces) where replaces is not null;

create table core.working_notice (
  district_code  text not null,
  plan_year      int  not null,
  footprint_code text not null,
  account_id     bigint not null references core.account,
  from_dm        int check (from_dm >= 0),
  to_dm          int,
  noted_at       timestamptz not null,
  expires_at     timestamptz not null,
  primary key (district_code, plan_year, footprint_code, account_id),
  foreign key (district_code, plan_year, footprint_code) references core.footprint,
  check ((from_dm is null) = (to_dm is null) and to_dm > from_dm)
);
comment on table core.working_notice is 'Somebody says they work there just now. A hint, never a lock.';

create table core.walk (
  district_code text not null,
  walk_id       uuid not null,
  account_id    bigint not null references core.account,
  report_id     uuid,
  points        jsonb not null,
  body_sha256   text not null check (body_sha256 ~ '^[0-9a-f]{64}$'),
  received_at   timestamptz not null,
  primary key (district_code, walk_id)
);
comment on table core.walk is 'Raw track of a walk (personal: where somebody was); deleted 30 days after receipt.';
comment on column core.walk.points is '[[lon, lat, accuracy in metres, instant or epoch milliseconds], …]';
create index walk_received_idx on core.walk (district_code, received_at);
create index walk_report_idx on core.walk (district_code, report_id);

create table core.photo_print (
  district_code text not null,
  sha256        text not null,
  print         bit(64) not null,
  primary key (district_code, sha256),
  foreign key (district_code, sha256) references core.photo
);
comment on table core.photo_print is 'Perceptual hash; a picture without structure has none.';

create table core.photo_twin (
  district_code text not null,
  sha256        text not null,
  other_sha256  text not null,
  distance      int  not null check (distance between 0 and 64),
  primary key (district_code, sha256, other_sha256),
  foreign key (district_code, sha256) references core.photo,
  foreign key (district_code, other_sha256) references core.photo
);
comment on table core.photo_twin is 'Two photos that look alike, both ways; found when the later one arrived.';
comment on column core.photo_twin.distance is 'Bits in which the prints differ.';
