import { createHash } from 'node:crypto';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';

/** A day that is not worked, or one that would not be and is. */
export interface Holiday {
  readonly day: Day;
  readonly isHoliday: boolean;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Why a public holiday is worked in the tree; null for a day that is not worked. */
  readonly note: string | null;
  /** The unit that changed the day for its tree; null for a public holiday. */
  readonly changedBy: string | null;
}

/** The days of a year in the tree of a unit that are not worked besides Saturdays and Sundays, and those that are worked though they are public. */
export interface HolidayYear {
  readonly unitId: string;
  readonly year: number;
  readonly days: readonly Holiday[];
  /** What was seen: another text where anything of the year has changed. */
  readonly version: string;
}

/** A year of the calendar of an open unit of the scope, or null. */
export async function findHolidayYear(sql: Sql, { lo, hi }: { lo: string; hi: string }, unitId: string, year: number): Promise<HolidayYear | null> {
  const rows = await sql.query<Omit<Holiday, 'day'> & { day: Day | null }>(
    `with hung as (
       select l.ancestors from unit u join placement l on l.unit_id = u.id and upper_inf(l.valid) where u.id = $1 and u.lo between $2::bigint and $3::bigint
     ), change as (
       select distinct on (g.day) g.day, g.is_holiday, g.name, g.unit_id from hung join holiday_change g on g.unit_id = any (hung.ancestors)
       where extract(year from g.day) = $4 order by g.day, array_position(hung.ancestors, g.unit_id) desc
     ), kept as (
       select coalesce(c.day, h.day)::text as day, coalesce(c.is_holiday, true) as "isHoliday", case when c.is_holiday then c.name else coalesce(h.name_vi, c.name) end as "nameVi",
         case when c.is_holiday then c.name else coalesce(h.name_en, c.name) end as "nameEn", case when not c.is_holiday then c.name end as note, c.unit_id as "changedBy"
       from change c full join (select * from holiday where extract(year from day) = $4) h on h.day = c.day
     )
     select kept.* from hung left join kept on true order by kept.day`,
    [unitId, lo, hi, year],
  );
  if (rows.length === 0) return null;
  const days = rows.flatMap(({ day, ...rest }) => (day === null ? [] : [{ day, ...rest }]));
  return { unitId, year, days, version: createHash('sha256').update(JSON.stringify(days)).digest('base64url').slice(0, 16) };
}

/** Whether a day is a holiday in the tree of a unit without what the unit itself changed. */
export async function isHolidayAbove(sql: Sql, unitId: string, day: Day): Promise<boolean> {
  const [row] = await sql.query<{ is: boolean }>(
    `select coalesce(
       (select g.is_holiday from placement l join holiday_change g on g.unit_id = any (l.ancestors) where l.unit_id = $1 and upper_inf(l.valid) and g.unit_id <> $1 and g.day = $2::date
        order by array_position(l.ancestors, g.unit_id) desc limit 1),
       exists (select from holiday where day = $2::date)) as is`,
    [unitId, day],
  );
  return row?.is ?? false;
}

/** Keeps what a unit changes of a day for its tree. */
export async function keepHolidayChange(sql: Sql, { unitId, day, isHoliday, name }: { unitId: string; day: Day; isHoliday: boolean; name: string }): Promise<void> {
  await sql.query(
    `insert into holiday_change (unit_id, position, day, is_holiday, name) select id, lo, $2::date, $3, $4 from unit where id = $1
     on conflict (unit_id, day) do update set is_holiday = excluded.is_holiday, name = excluded.name`,
    [unitId, day, isHoliday, name],
  );
}

/** Takes back what a unit changed of a day: what holds above it holds for it again. */
export async function deleteHolidayChange(sql: Sql, unitId: string, day: Day): Promise<void> {
  await sql.query('delete from holiday_change where unit_id = $1 and day = $2::date', [unitId, day]);
}
