-- The roll-up. A subject is what a report speaks of: a footprint, an indicator, a track (declared percent) or
-- a checklist item. Figures are kept by horizon: 'infinity' counts every report; a due date counts only the
-- reports that came in time for that gate.
-- township_code '' is the whole district for figures without footprints, the remainder outside any township
-- for footprints. live counts the reports behind a figure that were not returned: 0 means nobody reported,
-- which is not the same as a reported 0.
create table core.footprint_state (
  district_code       text not null,
  plan_year           int  not null,
  footprint_code      text not null,
  horizon             date not null,
  reported            int4multirange,
  verified            int4multirange,
  reported_components text[] not null default '{}',
  verified_components text[] not null default '{}',
  reported_quantity   numeric not null default 0,
  verified_quantity   numeric not null default 0,
  live                int not null default 0,
  steps               jsonb not null default '{}',
  primary key (district_code, plan_year, footprint_code, horizon)
);
comment on column core.footprint_state.reported is 'Done and not returned, decimetres on the current version, of the step that counts.';
comment on column core.footprint_state.reported_quantity is 'What of the design quantity is reported, in the footprint''s unit.';
comment on column core.footprint_state.steps is 'Ranges of the other work steps: {"路基": {"reported": "{[0,10)}", "verified": "{}"}}.';

-- What one subject adds to one total now.
create table core.progress_part (
  district_code text not null,
  plan_year     int  not null,
  subject_type  text not null check (subject_type in ('footprint', 'indicator', 'track', 'item')),
  subject_code  text not null,
  township_code text not null,
  horizon       date not null,
  reported      numeric not null,
  verified      numeric not null,
  live          int not null,
  primary key (district_code, plan_year, subject_type, subject_code, township_code, horizon)
);
comment on table core.progress_part is 'A refold writes the difference between its new parts and these into the totals.';

create table core.footprint_day (
  district_code  text not null,
  plan_year      int  not null,
  footprint_code text not null,
  township_code  text not null,
  horizon        date not null,
  day            date not null,
  reported_delta numeric not null,
  verified_delta numeric not null,
  live_delta     int not null,
  primary key (district_code, plan_year, footprint_code, township_code, horizon, day)
);
comment on table core.footprint_day is 'What one district day changed for a footprint in a township, in the indicator''s own unit.';

create table core.progress_total (
  district_code text not null,
  plan_year     int  not null,
  subject_type  text not null check (subject_type in ('indicator', 'track', 'item')),
  subject_code  text not null,
  township_code text not null,
  horizon       date not null,
  reported      numeric not null,
  verified      numeric not null,
  live          int not null,
  primary key (district_code, plan_year, subject_type, subject_code, township_code, horizon)
);
comment on column core.progress_total.reported is 'In the indicator''s unit, percent points of a track, or 1 for an item done.';

create table core.progress_day (
  district_code  text not null,
  plan_year      int  not null,
  subject_type   text not null,
  subject_code   text not null,
  township_code  text not null,
  horizon        date not null,
  day            date not null,
  reported_delta numeric not null,
  verified_delta numeric not null,
  live_delta     int not null,
  primary key (district_code, plan_year, subject_type, subject_code, township_code, horizon, day)
);
comment on table core.progress_day is 'A past day = total minus the deltas of later days.';
create index progress_day_day_idx on core.progress_day (district_code, plan_year, day);

-- Reports by the day they came, for the stale light. township_code '' is the whole district here.
create table core.subject_activity (
  district_code    text not null,
  plan_year        int  not null,
  subject_type     text not null check (subject_type in ('footprint', 'indicator', 'track', 'item')),
  subject_code     text not null,
  subject_township text not null,
  township_code    text not null,
  received_day     date not null,
  live             int not null,
  primary key (district_code, plan_year, subject_type, subject_code, subject_township, township_code, received_day)
);
comment on table core.subject_activity is 'Reports of one subject received on a day and not returned now.';

create table core.activity (
  district_code  text not null,
  plan_year      int  not null,
  track_code     text not null,
  township_code  text not null,
  received_day   date not null,
  event_day      date not null,
  live_delta     int  not null,
  primary key (district_code, plan_year, track_code, township_code, received_day, event_day)
);
comment on table core.activity is 'Reports received on a day and not returned as of event_day; feeds the stale light.';

-- A sequence would not do: its numbers do not follow the order of the commits.
create table core.progress_revision (
  district_code text not null,
  plan_year     int  not null,
  revision      bigint not null,
  primary key (district_code, plan_year)
);
comment on table core.progress_revision is 'Grows with each commit that moved the roll-up, by its last statement.';

create table core.day_turn (
  district_code text not null,
  plan_year     int  not null,
  day           date not null,
  primary key (district_code, plan_year)
);
comment on table core.day_turn is 'The last district day whose midnight has been told to listeners.';
