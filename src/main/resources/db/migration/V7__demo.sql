-- How far the demo's year has been loaded, so that a load cut short goes on where it stopped.
create table core.demo_load (
  district_code text not null references core.district,
  plan_year     int  not null,
  until         timestamptz not null,
  finished      boolean not null default false,
  primary key (district_code, plan_year)
);
comment on column core.demo_load.until is 'The demo plays everything the server would have heard up to this instant.';
