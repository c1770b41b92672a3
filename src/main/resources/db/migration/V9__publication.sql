-- What the public may read, and who let it out.
create table published.snapshot (
  district_code   text not null,
  plan_year       int  not null,
  snapshot_number int  not null check (snapshot_number >= 1),
  snapshot_id     text not null unique,
  day             date not null,
  data_as_of      timestamptz not null,
  published_at    timestamptz not null,
  withdrawn_at    timestamptz check (withdrawn_at >= published_at),
  facts           text not null,
  primary key (district_code, plan_year, snapshot_number)
);
comment on table published.snapshot is 'Approved figures, frozen. Screens show the newest that was not withdrawn.';
comment on column published.snapshot.facts is 'JSON as served: districts, projects, townships; suppression already done.';

create table published.project_map (
  district_code   text not null,
  plan_year       int  not null,
  snapshot_number int  not null,
  project_number  int  not null,
  features        text not null,
  primary key (district_code, plan_year, snapshot_number, project_number),
  foreign key (district_code, plan_year, snapshot_number) references published.snapshot
);
comment on table published.project_map is 'GeoJSON of the public footprints of a project with their done ranges; no row where none are public.';

create table published.base (
  district_code text primary key,
  content       text not null
);
comment on table published.base is 'Outline, townships and rivers.';

create table published.photo (
  district_code  text not null,
  photo_id       text not null check (photo_id ~ '^[0-9a-f]{64}$'),
  plan_year      int  not null,
  project_number int  not null,
  content        bytea not null,
  primary key (district_code, photo_id)
);
comment on table published.photo is 'JPEG made anew, without metadata; its id is the SHA-256 of these bytes, not of the evidence.';
alter table published.photo alter column content set storage external;

create table published.state (
  district_code text not null,
  plan_year     int  not null,
  sequence      bigint not null,
  primary key (district_code, plan_year)
);
comment on table published.state is 'Grows with whatever changes what the public sees.';

create table core.publication (
  district_code   text not null,
  plan_year       int  not null,
  snapshot_number int  not null,
  approved_by     bigint not null references core.account,
  approved_at     timestamptz not null,
  note            text,
  content_sha256  text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  plan_version    int not null,
  revision        bigint not null,
  withdrawn_by    bigint references core.account,
  withdrawn_at    timestamptz,
  reason          text,
  primary key (district_code, plan_year, snapshot_number),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
comment on table core.publication is 'Who let a snapshot out or took it back, and why. Names stay here.';

create table core.public_photo (
  district_code  text not null,
  sha256         text not null,
  plan_year      int  not null,
  project_number int  not null,
  photo_id       text not null,
  caption        text not null,
  taken_on       date not null,
  flagged_by     bigint not null references core.account,
  flagged_at     timestamptz not null,
  primary key (district_code, sha256),
  foreign key (district_code, sha256) references core.photo
);
comment on table core.public_photo is 'Evidence that somebody looked at and let out for the public.';

create table core.withheld (
  district_code text not null,
  plan_year     int  not null,
  part_code     text not null,
  township_code text not null,
  since         timestamptz not null,
  primary key (district_code, plan_year, part_code, township_code)
);
comment on table core.withheld is 'Indicator or track × township that the public is never told of. Only grows, so that no two snapshots can be subtracted.';

grant waymark_public to current_user;
grant select on all tables in schema published to waymark_public;
