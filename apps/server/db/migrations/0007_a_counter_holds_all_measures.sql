-- One row for each unit and period, with a column for each measure: a page of units is read by a tenth of the rows.
create temporary table narrow on commit drop as table counter;
drop table counter;

create table counter (
  unit_id uuid not null,
  position bigint not null,
  grain text collate "C" not null constraint counter_grain_known check (grain in ('MONTH', 'YEAR')),
  starts_on date not null,
  probationary_members integer not null default 0,
  official_members integer not null default 0,
  admitted integer not null default 0,
  recognised integer not null default 0,
  transferred_in integer not null default 0,
  transferred_out integer not null default 0,
  removed integer not null default 0,
  expelled integer not null default 0,
  "left" integer not null default 0,
  deceased integer not null default 0,
  reorganised_in integer not null default 0,
  reorganised_out integer not null default 0,
  units integer not null default 0,
  grassroots_organisations integer not null default 0,
  cells integer not null default 0,
  units_founded integer not null default 0,
  units_closed integer not null default 0,
  primary key (unit_id, grain, starts_on),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
) with (fillfactor = 80);
comment on table counter is 'Sums of entries per unit and month or year, a column for each measure. The room left in its pages lets a sum be changed in place.';

insert into counter (unit_id, position, grain, starts_on, probationary_members, official_members, admitted, recognised, transferred_in, transferred_out,
  removed, expelled, "left", deceased, reorganised_in, reorganised_out, units, grassroots_organisations, cells, units_founded, units_closed)
select unit_id, position, grain, starts_on,
  coalesce(sum(value) filter (where measure = 'PROBATIONARY_MEMBERS'), 0), coalesce(sum(value) filter (where measure = 'OFFICIAL_MEMBERS'), 0),
  coalesce(sum(value) filter (where measure = 'ADMITTED'), 0), coalesce(sum(value) filter (where measure = 'RECOGNISED'), 0),
  coalesce(sum(value) filter (where measure = 'TRANSFERRED_IN'), 0), coalesce(sum(value) filter (where measure = 'TRANSFERRED_OUT'), 0),
  coalesce(sum(value) filter (where measure = 'REMOVED'), 0), coalesce(sum(value) filter (where measure = 'EXPELLED'), 0),
  coalesce(sum(value) filter (where measure = 'LEFT'), 0), coalesce(sum(value) filter (where measure = 'DECEASED'), 0),
  coalesce(sum(value) filter (where measure = 'REORGANISED_IN'), 0), coalesce(sum(value) filter (where measure = 'REORGANISED_OUT'), 0),
  coalesce(sum(value) filter (where measure = 'UNITS'), 0), coalesce(sum(value) filter (where measure = 'GRASSROOTS_ORGANISATIONS'), 0),
  coalesce(sum(value) filter (where measure = 'CELLS'), 0), coalesce(sum(value) filter (where measure = 'UNITS_FOUNDED'), 0),
  coalesce(sum(value) filter (where measure = 'UNITS_CLOSED'), 0)
from narrow group by unit_id, position, grain, starts_on;
