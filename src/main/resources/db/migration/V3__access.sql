-- Accounts, their scope, and who did what.
create table core.account (
  account_id     bigint generated always as identity primary key,
  district_code  text not null,
  user_name      text not null,
  display_name   text not null,
  role           text not null check (role in ('administrator', 'planner', 'unit', 'reviewer', 'crew', 'inspector')),
  unit_code      text,
  password_hash  text not null,
  must_change    boolean not null default false,
  disabled_at    timestamptz,
  demo           boolean not null default false,
  project_scope  int[],
  township_scope text[],
  created_at     timestamptz not null,
  unique (district_code, user_name)
);
comment on column core.account.must_change is 'A one-time password: the next sign-in must set a new one.';
comment on column core.account.project_scope is 'Project numbers this account may work on; null means all.';
comment on column core.account.township_scope is 'Township codes this account may work in; null means all.';

create table core.audit_event (
  audit_id      bigint generated always as identity primary key,
  district_code text not null,
  happened_at   timestamptz not null,
  account_id    bigint,
  user_name     text,
  action        text not null,
  subject       text not null,
  detail        jsonb not null default '{}'
);
create index audit_event_time_idx on core.audit_event (district_code, happened_at desc);
