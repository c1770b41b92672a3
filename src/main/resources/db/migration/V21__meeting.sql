-- What a meeting takes down, what became of it, and the views it goes through.
create table core.task (
  district_code text not null,
  task_id       uuid not null,
  plan_year     int  not null,
  words         text not null check (length(words) between 1 and 1000),
  project_number int,
  township_code text,
  shown_day     date not null,
  owner_unit    text,
  owner_account bigint references core.account,
  due           date,
  created_by    bigint not null references core.account,
  created_at    timestamptz not null,
  primary key (district_code, task_id),
  check (owner_unit is null or owner_account is null),
  check ((due is null) = (owner_unit is null and owner_account is null))
);
comment on table core.task is 'A note; with owner and date a task. Never changes once written.';
comment on column core.task.task_id is 'Minted where it was typed, so that sending it again is the same one.';
comment on column core.task.shown_day is 'The day whose figures were on the wall.';
create index task_owner_idx on core.task (district_code, plan_year, created_at);

-- A change of state is a row of its own; the last one counts.
create table core.task_change (
  district_code text not null,
  change_id     uuid not null,
  task_id       uuid not null,
  kind          text not null check (kind in ('done', 'reopened')),
  words         text check (length(words) between 1 and 1000),
  changed_by    bigint not null references core.account,
  changed_at    timestamptz not null,
  sequence      bigint generated always as identity,
  primary key (district_code, change_id),
  foreign key (district_code, task_id) references core.task
);
create index task_change_idx on core.task_change (district_code, task_id, sequence);

create table core.saved_view (
  district_code text not null,
  view_id       uuid not null,
  plan_year     int  not null,
  name          text not null check (length(name) between 1 and 40),
  query         text not null check (length(query) <= 800),
  saved_by      bigint not null references core.account,
  saved_at      timestamptz not null,
  primary key (district_code, view_id)
);
comment on column core.saved_view.query is 'What the planner''s page keeps in its address: day, layer, filters, choice, place of the map.';
