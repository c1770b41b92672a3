-- Photos and attachments: bytes are stored once under their hash.
create table core.photo (
  district_code text not null,
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type    text not null check (media_type in ('image/jpeg', 'image/png')),
  byte_length   int not null check (byte_length > 0),
  width_px      int not null check (width_px > 0),
  height_px     int not null check (height_px > 0),
  content       bytea not null,
  thumbnail     bytea not null,
  received_at   timestamptz not null,
  primary key (district_code, sha256),
  check (length(content) = byte_length)
);
alter table core.photo alter column content set storage external;
comment on column core.photo.sha256 is 'Of the bytes as sent, hex.';
comment on column core.photo.thumbnail is 'JPEG, at most 320 px either way, upright, without metadata.';

-- Everybody who sent all the bytes of a photo may see it, whoever was first.
create table core.photo_sender (
  district_code text not null,
  sha256        text not null,
  account_id    bigint not null references core.account,
  sent_at       timestamptz not null,
  primary key (district_code, sha256, account_id),
  foreign key (district_code, sha256) references core.photo
);

-- An unfinished upload of one account, in parts appended in order.
create table core.photo_upload (
  district_code text not null,
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  account_id    bigint not null references core.account,
  total_bytes   int not null check (total_bytes > 0),
  updated_at    timestamptz not null,
  primary key (district_code, sha256, account_id)
);
comment on table core.photo_upload is 'The offset a HEAD answers is the sum of its parts.';

create table core.photo_part (
  district_code text not null,
  sha256        text not null,
  account_id    bigint not null,
  from_byte     int not null check (from_byte >= 0),
  content       bytea not null check (length(content) > 0),
  primary key (district_code, sha256, account_id, from_byte),
  foreign key (district_code, sha256, account_id) references core.photo_upload on delete cascade
);
alter table core.photo_part alter column content set storage external;
