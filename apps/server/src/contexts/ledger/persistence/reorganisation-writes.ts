import { candidacyStates, stageOf } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import { knownAt } from './entry-writes.ts';

/** From where to where the stock of a unit goes: to itself at another place, or to another unit. Positions are texts. */
export interface Carried {
  readonly unitId: string;
  readonly toUnitId: string;
  readonly oldLo: string;
  readonly newLo: string;
}

const carriedRows = `jsonb_to_recordset($1::jsonb) as c ("unitId" uuid, "toUnitId" uuid, "oldLo" bigint, "newLo" bigint)`;
/** What leaves carries what raised it; what arrives, the type and areas of the unit where it arrives. */
const slices = `r.gender, r.age_band, r.youth_union, r.occupation, r.enterprise_relation, r.education,
         case when x.leaves then r.unit_type else there.unit_type end, case when x.leaves then r.areas else there.areas end`;

/** Whether a unit has entries of that day or later: a reorganisation before them would contradict them. */
export async function hasEntriesFrom(sql: Sql, unitIds: readonly string[], on: Day): Promise<boolean> {
  const rows = await sql.query<{ later: boolean }>(
    'select exists (select from entry where unit_id = any ($1::uuid[]) and occurred_on >= $2::date) as later',
    [unitIds, on],
  );
  return rows[0]?.later ?? false;
}

/** Whether anybody is counted at one of the units. */
export async function hasMembers(sql: Sql, unitIds: readonly string[]): Promise<boolean> {
  const rows = await sql.query<{ found: boolean }>(`select exists (select from app.standing_stock($1::uuid[]) where subject_kind = 'PERSON') as found`, [unitIds]);
  return rows[0]?.found ?? false;
}

const openStates = candidacyStates.filter((state) => stageOf[state] !== 'CLOSED' && stageOf[state] !== 'OFFICIAL');

/** Whether somebody of the units is on the way to membership. */
export async function hasCandidates(sql: Sql, unitIds: readonly string[]): Promise<boolean> {
  const rows = await sql.query<{ found: boolean }>(
    'select exists (select from person p join candidacy c on c.person_id = p.id where p.unit_id = any ($1::uuid[]) and c.state = any ($2)) as found',
    [unitIds, openStates],
  );
  return rows[0]?.found ?? false;
}

/**
 * Carries standing stocks from the old place to the new one on a day: the old place loses them, the new one gains them, and people
 * count as reorganisation flows where the two lie on both sides of a border. `kinds`: whose stocks move.
 */
export async function insertCarried(sql: Sql, eventId: string, on: Day, carried: readonly Carried[], kinds: readonly ('PERSON' | 'UNIT')[]): Promise<void> {
  const values = [JSON.stringify(carried), carried.map((row) => row.unitId), eventId, on, kinds];
  await sql.query(
    `with inserted as (
       insert into entry (id, event_id, unit_id, position_then, position_now, other_then, other_now, occurred_on, measure, delta, subject_kind, subject_id,
         gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas)
       select gen_random_uuid(), $3, case when x.leaves then c."unitId" else c."toUnitId" end, case when x.leaves then c."oldLo" else c."newLo" end, c."newLo",
         case when x.flow is not null then case when x.leaves then c."newLo" else c."oldLo" end end, case when x.flow is not null then c."newLo" end,
         $4::date, coalesce(x.flow, stock.measure), x.delta, stock.subject_kind, stock.subject_id, ${slices}
       from app.standing_stock($2::uuid[]) stock
       join ${carriedRows} on c."unitId" = stock.unit_id
       join entry r on r.id = stock.raised_by
       join unit_profile there on there.unit_id = c."toUnitId" and there.valid @> $4::date
       cross join (values
         (null, -1::smallint, true), (null, 1::smallint, false), ('REORGANISED_OUT', 1::smallint, true), ('REORGANISED_IN', 1::smallint, false)
       ) as x (flow, delta, leaves)
       where stock.subject_kind = any ($5::text[]) and (x.flow is null or stock.subject_kind = 'PERSON')
       returning id
     ) select count(*) from inserted`,
    values,
  );
  await insertSensitiveOfEvent(sql, eventId);
}

/** Gives the entries of an event the sensitive slices with which their people were raised last before it. */
async function insertSensitiveOfEvent(sql: Sql, eventId: string): Promise<void> {
  await sql.query(
    `insert into entry_sensitive (entry_id, position_then, position_now, ethnic_minority, religion)
     select e.id, e.position_then, e.position_now, known.ethnic_minority, known.religion
     from entry e
     cross join lateral (
       select s.ethnic_minority, s.religion from entry r join entry_sensitive s on s.entry_id = r.id
       where r.subject_id = e.subject_id and r.event_id <> e.event_id and r.delta = 1 and r.reverses is null and r.measure in ('PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS')
       order by ${knownAt('r')} desc, r.occurred_on desc, r.recorded_at desc, r.id desc limit 1
     ) known
     where e.event_id = $1 and e.subject_kind = 'PERSON'`,
    [eventId],
  );
}

/** Takes every stock that stands at a unit out of the type and areas that raised it and puts it into those of the day. */
export async function insertReclassified(sql: Sql, eventId: string, unitId: string, on: Day): Promise<void> {
  await sql.query(
    `insert into entry (id, event_id, unit_id, position_then, position_now, occurred_on, measure, delta, subject_kind, subject_id,
       gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas)
     select gen_random_uuid(), $2, u.id, u.lo, u.lo, $3::date, stock.measure, x.delta, stock.subject_kind, stock.subject_id,
       r.gender, r.age_band, r.youth_union, r.occupation, r.enterprise_relation, r.education,
       case x.delta when -1 then r.unit_type else f.unit_type end, case x.delta when -1 then r.areas else f.areas end
     from app.standing_stock(array[$1::uuid]) stock
     join unit u on u.id = stock.unit_id
     join unit_profile f on f.unit_id = u.id and f.valid @> $3::date
     join entry r on r.id = stock.raised_by
     cross join (values (-1::smallint), (1::smallint)) as x (delta)`,
    [unitId, eventId, on],
  );
  await insertSensitiveOfEvent(sql, eventId);
}

/** Lets entries that counted at old positions count at new ones from a day on. */
export async function repositionEntries(sql: Sql, carried: readonly Carried[], on: Day): Promise<void> {
  await sql.query('select app.reposition($1::bigint[], $2::bigint[], $3::date)', [carried.map((row) => row.oldLo), carried.map((row) => row.newLo), on]);
}

/** People of a unit that is taken over belong to its successor. */
export async function movePeople(sql: Sql, unitId: string, toUnitId: string): Promise<void> {
  await sql.query('update person p set unit_id = u.id, position = u.lo from unit u where u.id = $2 and p.unit_id = $1', [unitId, toUnitId]);
}

/** Ends the stocks of a unit that closes: the unit itself is no longer counted, and it is counted as closed. */
export async function insertClosing(sql: Sql, eventId: string, unitId: string, on: Day): Promise<void> {
  await sql.query(
    `insert into entry (id, event_id, unit_id, position_then, position_now, occurred_on, measure, delta, subject_kind, subject_id, unit_type, areas)
     select gen_random_uuid(), $2, u.id, u.lo, u.lo, $3::date, x.measure, x.delta, 'UNIT', u.id, r.unit_type, r.areas
     from app.standing_stock(array[$1::uuid]) stock join unit u on u.id = stock.unit_id join entry r on r.id = stock.raised_by
     cross join lateral (values (stock.measure, -1::smallint), (case when stock.measure = 'UNITS' then 'UNITS_CLOSED' end, 1::smallint)) as x (measure, delta)
     where stock.subject_kind = 'UNIT' and x.measure is not null`,
    [unitId, eventId, on],
  );
}

/** Counts a unit that is founded. */
export async function insertFounding(sql: Sql, eventId: string, unitId: string): Promise<void> {
  await sql.query(
    `insert into entry (id, event_id, unit_id, position_then, position_now, occurred_on, measure, delta, subject_kind, subject_id, unit_type, areas)
     select gen_random_uuid(), $2, u.id, u.lo, u.lo, u.founded_on, m.measure, 1, 'UNIT', u.id, f.unit_type, f.areas
     from unit u join unit_kind k on k.configuration = u.configuration and k.code = u.kind
     join unit_profile f on f.unit_id = u.id and f.valid @> u.founded_on
     cross join lateral (values ('UNITS', true), ('UNITS_FOUNDED', true), ('GRASSROOTS_ORGANISATIONS', k.is_grassroots_organisation), ('CELLS', k.holds_members)) as m (measure, counts)
     where u.id = $1 and m.counts`,
    [unitId, eventId],
  );
}
