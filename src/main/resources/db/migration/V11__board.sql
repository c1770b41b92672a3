-- Screens in halls: who they are and what they show.
create table core.screen (
  district_code text not null,
  screen_id     uuid not null,
  name          text not null,
  place         text not null,
  playlist      jsonb not null,
  live          boolean not null default false,
  token_sha256  bytea not null unique check (length(token_sha256) = 32),
  approved_by   bigint not null references core.account,
  approved_at   timestamptz not null,
  revoked_at    timestamptz,
  seen_at       timestamptz,
  showing       text,
  snapshot_id   text,
  fault         text,
  fault_at      timestamptz,
  primary key (district_code, screen_id)
);
comment on table core.screen is 'A public display with a read-only token of its own; rows stay after they are revoked.';
comment on column core.screen.live is 'Shows verified figures of the moment, unapproved: for internal rooms.';

create table core.screen_pairing (
  district_code text not null,
  code          text not null check (code ~ '^[0-9]{6}$'),
  secret_sha256 bytea not null unique check (length(secret_sha256) = 32),
  begun_at      timestamptz not null,
  expires_at    timestamptz not null,
  screen_id     uuid,
  primary key (district_code, code)
);
comment on table core.screen_pairing is 'A code on a screen that waits; gone once it is claimed or past its time.';
