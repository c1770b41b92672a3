-- Photos and attachments: bytes are stored once under their hash.
create table core.photo (
  district_code text not null,
  sha256        bytea not null check (length(sha256) = 32),
  media_type    text not null check (media_type in ('image/jpeg', 'image/png')),
  byte_length   int not null check (byte_length > 0),
  width_px      int not null check (width_px > 0),
  height_px     int not null check (height_px > 0),
  content       bytea not null,
  thumbnail     bytea not null,
  received_at   timestamptz not null,
  received_from bigint,
  public        boolean not null default false,
  primary key (district_code, sha256)
);
alter table core.photo alter column content set storage external;

create table core.photo_upload (
  district_code text not null,
  sha256        bytea not null check (length(sha256) = 32),
  account_id    bigint not null,
  total_length  int not null check (total_length > 0),
  content       bytea not null default '',
  updated_at    timestamptz not null,
  primary key (district_code, sha256, account_id),
  check (length(content) <= total_length)
);
comment on table core.photo_upload is 'Bytes received so far of an unfinished upload; a HEAD answers length(content).';
alter table core.photo_upload alter column content set storage external;
