-- Findings are computed; only that somebody has looked at one and let it rest is kept.
create table core.finding_mute (
  district_code text not null,
  mute_id       uuid not null,
  plan_year     int  not null,
  finding_key   text not null check (length(finding_key) between 3 and 300),
  figure        numeric not null,
  reason        text not null check (length(trim(reason)) between 1 and 500),
  until         date,
  muted_by      bigint not null references core.account,
  muted_at      timestamptz not null,
  ended_by      bigint references core.account,
  ended_at      timestamptz check (ended_at >= muted_at),
  primary key (district_code, mute_id),
  check ((ended_by is null) = (ended_at is null))
);
comment on table core.finding_mute is 'A finding let rest, with who, why and until when; ended, not deleted.';
comment on column core.finding_mute.figure is 'How bad it was when it was muted, in the unit of its kind; worse by a tenth, it is shown again.';
comment on column core.finding_mute.until is 'Last day on which it rests; null = as long as it gets no worse.';
create unique index finding_mute_open on core.finding_mute (district_code, plan_year, finding_key) where ended_at is null;
