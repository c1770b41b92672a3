-- A number is never given twice, also where an import was given up: audit and provenance name it.
create table core.intake_counter (
  district_code text not null references core.district,
  plan_year     int  not null,
  last_number   int  not null check (last_number >= 1),
  primary key (district_code, plan_year)
);
comment on table core.intake_counter is 'The last number that an import of a plan was given.';
insert into core.intake_counter
select district_code, plan_year, max(import_number) from core.intake_import group by 1, 2;
