-- Who was reminded of which gate, and the mails that say so.
create table core.reminder (
  district_code   text not null,
  reminder_id     uuid not null,
  plan_year       int  not null,
  account_id      bigint not null references core.account,
  kind            text not null check (kind in ('due', 'overdue')),
  stage           text not null,
  track_code      text not null,
  due             date not null,
  day             date not null,
  facts           jsonb not null,
  created_at      timestamptz not null,
  acknowledged_at timestamptz,
  primary key (district_code, reminder_id),
  unique (district_code, plan_year, account_id, track_code, due, stage),
  check (acknowledged_at is null or acknowledged_at >= created_at)
);
comment on table core.reminder is 'One row for each person, gate and stage: nobody is reminded twice of the same.';
comment on column core.reminder.stage is 'T-30, T-15, T-7, T-1; overdue:<day> for each working day past due.';
comment on column core.reminder.facts is 'What was short on that day, as the desk shows it; never computed again.';
create index reminder_account_idx on core.reminder (account_id, day);

create table core.reminder_address (
  account_id    bigint primary key references core.account,
  district_code text not null,
  address       text not null check (length(address) between 3 and 254 and address like '%_@_%')
);

-- Written in the transaction of the reminders, sent afterwards: none is lost.
create table core.mail (
  district_code text not null,
  mail_id       uuid not null,
  account_id    bigint not null references core.account,
  address       text not null,
  subject       text not null,
  body          text not null,
  created_at    timestamptz not null,
  next_try_at   timestamptz not null,
  tries         int not null default 0 check (tries >= 0),
  sent_at       timestamptz,
  gave_up_at    timestamptz,
  fault         text,
  primary key (district_code, mail_id),
  check (sent_at is null or gave_up_at is null)
);
comment on column core.mail.mail_id is 'Also its Message-ID: made of person and day, so that a second one is the same one.';
create index mail_open_idx on core.mail (next_try_at) where sent_at is null and gave_up_at is null;
