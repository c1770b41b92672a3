-- Calls to a work-chat system, written in the transaction of what they tell and made afterwards; and who leads.
create table core.webhook_call (
  district_code text not null,
  call_id       uuid not null,
  body          text not null,
  created_at    timestamptz not null,
  next_try_at   timestamptz not null,
  tries         int not null default 0 check (tries >= 0),
  done_at       timestamptz,
  gave_up_at    timestamptz,
  fault         text,
  primary key (district_code, call_id),
  check (done_at is null or gave_up_at is null)
);
comment on column core.webhook_call.call_id is 'Also its Idempotency-Key: made of plan and day, so that a second one is the same one.';
comment on column core.webhook_call.body is 'JSON as it is sent, byte for byte, each time.';
create index webhook_call_open_idx on core.webhook_call (next_try_at) where done_at is null and gave_up_at is null;

create table core.leader (
  account_id    bigint primary key references core.account,
  district_code text not null,
  marked_by     bigint not null references core.account,
  marked_at     timestamptz not null
);
comment on table core.leader is 'Accounts of leaders: the last step of the escalation, for the projects in their scope.';

create table core.draw_seed (
  district_code text primary key,
  seed          bytea not null default sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
);
comment on table core.draw_seed is 'Which accepted reports are drawn for a re-check follows from this and their ids; nobody is told it.';
