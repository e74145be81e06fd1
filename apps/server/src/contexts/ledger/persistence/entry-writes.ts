import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { PersonSlices, StockOfPeople } from '../domain/fact.ts';
import type { Half } from '../domain/later-changes.ts';
import type { EntryMeasure } from '../domain/measure.ts';

/** An entry before it has positions: the database finds them from the unit and the day. */
export interface EntryDraft {
  readonly id: string;
  readonly eventId: string;
  readonly unitId: string;
  readonly otherUnitId: string | null;
  readonly occurredOn: Day;
  readonly measure: EntryMeasure;
  readonly delta: 1 | -1;
  readonly subjectKind: 'PERSON' | 'UNIT';
  readonly subjectId: string;
  readonly slices: PersonSlices | null;
  /** Type and areas of what raised the stock; the unit's own on that day where null. */
  readonly unitType: string | null;
  readonly areas: readonly string[] | null;
}

/** Inserts entries at the places that their units had on their days. Returns how many were placed: fewer where a unit did not exist. */
export async function insertEntries(sql: Sql, drafts: readonly EntryDraft[]): Promise<number> {
  const rows = JSON.stringify(drafts.map(({ slices, ...draft }) => ({ ...draft, ...slices })));
  const inserted = await sql.query<{ id: string }>(
    `insert into entry (id, event_id, unit_id, position_then, position_now, other_then, other_now, occurred_on, measure, delta, subject_kind, subject_id,
       gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas)
     select d.id, d."eventId", d."unitId", here.lo, now_here.lo, there.lo, now_there.lo, d."occurredOn", d.measure, d.delta, d."subjectKind", d."subjectId",
       d.gender, d."ageBand", d."youthUnion", d.occupation, d."enterpriseRelation", d.education,
       coalesce(d."unitType", profile.unit_type), coalesce(d.areas, profile.areas)
     from jsonb_to_recordset($1::jsonb) as d (
       id uuid, "eventId" uuid, "unitId" uuid, "otherUnitId" uuid, "occurredOn" date, measure text, delta smallint, "subjectKind" text,
       "subjectId" uuid, gender text, "ageBand" text, "youthUnion" text, occupation text, "enterpriseRelation" text, education text,
       "unitType" text, areas text[])
     join placement here on here.unit_id = d."unitId" and here.valid @> d."occurredOn"
     join unit now_here on now_here.id = app.counts_now_at(d."unitId")
     join unit_profile profile on profile.unit_id = d."unitId" and profile.valid @> d."occurredOn"
     left join placement there on there.unit_id = d."otherUnitId" and there.valid @> d."occurredOn"
     left join unit now_there on now_there.id = app.counts_now_at(d."otherUnitId")
     where d."otherUnitId" is null or there.lo is not null
     returning id`,
    [rows],
  );
  // Beside it, entries for a day before a reorganisation are let count, on the days between, where they would have counted.
  await sql.query(
    `with veiled as (
       insert into entry_sensitive (entry_id, position_then, position_now, ethnic_minority, religion)
       select e.id, e.position_then, e.position_now, d."ethnicMinority", d.religion
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "ethnicMinority" text, religion text) join entry e on e.id = d.id where e.subject_kind = 'PERSON'
     )
     select app.backfill_positions($2::uuid[])`,
    [rows, inserted.map((row) => row.id)],
  );
  return inserted.length;
}

/** Lets one change at a time touch a subject, until the transaction ends. */
export async function lockSubject(sql: Sql, subjectId: string): Promise<void> {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [subjectId]);
}

/** Where a person is counted now, with what was frozen when the stock was raised. */
export interface Standing {
  readonly unitId: string;
  /** The day on which the stock was raised last: by what brought the person in, or by a change of slices after that. */
  readonly since: Day;
  /** The day on which the person came into the stock here, whatever slices have changed after that. */
  readonly countedSince: Day;
  readonly stock: StockOfPeople;
  readonly slices: PersonSlices;
  readonly unitType: string;
  readonly areas: string[];
}

interface StandingRow extends PersonSlices {
  unitId: string;
  since: Day;
  countedSince: Day;
  stock: StockOfPeople;
  unitType: string;
  areas: string[];
}

/** When the event of an entry was recorded first: an entry that was put right since is as old as its event. */
export function knownAt(entry: string): string {
  return `coalesce(${entry}.first_recorded_at, ${entry}.recorded_at)`;
}

/** That an entry stands: it is not reversed, and reverses none. */
function stands(entry: string): string {
  return `${entry}.reverses is null and not exists (select from entry r where r.reverses = ${entry}.id)`;
}

/** The unit and stock in which a person ($1) is counted, since the fact that raised it; no row for somebody who is in none. */
const standingSql = `with net as (
    select unit_id, measure, (array_agg(id order by ${knownAt('entry')} desc, occurred_on desc, recorded_at desc, id desc)
      filter (where delta = 1 and ${stands('entry')}))[1] as raised_by
    from entry where subject_id = $1 and measure in ('PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS')
    group by unit_id, measure having sum(delta) = 1
  )
  select net.unit_id as "unitId", e.occurred_on::text as since, (
      select max(came.on_day)::text from (
        select min(x.occurred_on) as on_day from entry x where x.subject_id = $1 and x.unit_id = net.unit_id and x.measure = net.measure and ${stands('x')}
        group by x.event_id having sum(x.delta) = 1) came) as "countedSince", net.measure as stock, e.unit_type as "unitType", e.areas, e.gender, e.age_band as "ageBand", e.youth_union as "youthUnion",
    e.occupation, e.enterprise_relation as "enterpriseRelation", e.education, s.ethnic_minority as "ethnicMinority", s.religion
  from net join entry e on e.id = net.raised_by join entry_sensitive s on s.entry_id = e.id`;

function standingOf({ unitId, since, countedSince, stock, unitType, areas, gender, ageBand, ethnicMinority, religion, youthUnion, occupation, enterpriseRelation, education }: StandingRow): Standing {
  return { unitId, since, countedSince, stock, unitType, areas, slices: { gender, ageBand, ethnicMinority, religion, youthUnion, occupation, enterpriseRelation, education } };
}

/** The unit and stock in which a person is counted, since the fact that raised it; null for somebody who is in none. */
export async function findStanding(sql: Sql, personId: string): Promise<Standing | null> {
  const [row] = await sql.query<StandingRow>(standingSql, [personId]);
  return row ? standingOf(row) : null;
}

interface HalfRow extends PersonSlices {
  occurredOn: Day;
  delta: 1 | -1;
  unitType: string;
  areas: string[];
}

/** What moved a counted person in and out of slices after a day, in order. */
export async function listLaterHalves(sql: Sql, personId: string, { unitId, stock }: Standing, after: Day): Promise<Half[]> {
  const rows = await sql.query<HalfRow>(
    `select e.occurred_on::text as "occurredOn", e.delta, e.unit_type as "unitType", e.areas, e.gender, e.age_band as "ageBand", e.youth_union as "youthUnion",
       e.occupation, e.enterprise_relation as "enterpriseRelation", e.education, s.ethnic_minority as "ethnicMinority", s.religion
     from entry e join entry_sensitive s on s.entry_id = e.id
     where e.subject_id = $1 and e.unit_id = $2 and e.measure = $3 and e.occurred_on > $4::date and ${stands('e')}
     order by e.occurred_on, ${knownAt('e')}, e.delta`,
    [personId, unitId, stock, after],
  );
  return rows.map(({ occurredOn, delta, unitType, areas, ...slices }) => ({ occurredOn, delta, unitType, areas, slices }));
}

/** What a fact is judged by. */
export interface Footing {
  readonly standing: Standing | null;
  /** Whether the person is counted where the writer does not see it. */
  readonly isElsewhere: boolean;
  /** Whether one of the units has moved or closed since the day: what is posted before would not be carried along. */
  readonly hasMoved: boolean;
}

/** Where a person is counted, and whether the units of a fact have moved since its day. */
export async function findFooting(sql: Sql, fact: { readonly personId: string; readonly unitIds: readonly string[]; readonly on: Day }): Promise<Footing> {
  const [row] = await sql.query<{ counted: boolean; moved: boolean } & (StandingRow | { unitId: null })>(
    `select app.is_counted($1) as counted, exists (select from placement where unit_id = any ($2::uuid[]) and upper(valid) > $3::date) as moved, n.*
     from (values (1)) one left join (${standingSql}) n on true`,
    [fact.personId, fact.unitIds, fact.on],
  );
  const standing = row && row.unitId !== null ? standingOf(row) : null;
  return { standing, isElsewhere: standing === null && (row?.counted ?? false), hasMoved: row?.moved ?? false };
}

/** Why an event cannot be reversed. */
export type ReversalRefusal = 'NOT_FOUND' | 'FOLLOWED' | 'NOT_ABOUT_PEOPLE';

/**
 * Whether an event can be reversed: it lies whole inside the scope, speaks of people alone and not of a reorganisation, is not
 * reversed yet, and nothing about its people was recorded after it or happened later, but for what it carried along. Locks its people.
 */
export async function findReversalRefusal(sql: Sql, eventId: string): Promise<ReversalRefusal | null> {
  const entries = await sql.query<{ subject_id: string; subject_kind: string; measure: string; reverses: string | null }>(
    'select subject_id, subject_kind, measure, reverses from entry where event_id = $1',
    [eventId],
  );
  const whole = await sql.query<{ size: string }>('select app.event_size($1)::text as size', [eventId]);
  if (entries.length === 0 || Number(whole[0]?.size) !== entries.length || entries.some((entry) => entry.reverses !== null)) return 'NOT_FOUND';
  if (entries.some((entry) => entry.subject_kind === 'UNIT' || entry.measure.startsWith('REORGANISED'))) return 'NOT_ABOUT_PEOPLE';
  for (const subjectId of new Set(entries.map((entry) => entry.subject_id))) await lockSubject(sql, subjectId);
  const later = await sql.query<{ followed: boolean; reversed: boolean }>(
    `select exists (
       select from (select subject_id, min(${knownAt('entry')}) as known_at, min(occurred_on) as occurred_on from entry where event_id = $1 group by subject_id) e
       join entry x on x.subject_id = e.subject_id and x.event_id <> $1
       where (${knownAt('x')} > e.known_at or x.occurred_on > e.occurred_on and not exists (
         select from entry own where own.event_id = $1 and own.measure = x.measure and own.occurred_on = x.occurred_on)) and ${stands('x')}) as followed,
     not exists (select from entry e where e.event_id = $1 and ${stands('e')}) as reversed`,
    [eventId],
  );
  if (later[0]?.reversed) return 'NOT_FOUND';
  return later[0]?.followed ? 'FOLLOWED' : null;
}

/** Posts the opposite of every entry of an event that stands, under a new event. Returns how many there were. */
export async function insertReversal(sql: Sql, eventId: string, reversingEventId: string): Promise<number> {
  const rows = await sql.query<{ id: string }>(
    `insert into entry (id, event_id, unit_id, position_then, position_now, other_then, other_now, occurred_on, measure, delta, subject_kind, subject_id,
       gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas, reverses)
     select gen_random_uuid(), $2, unit_id, position_then, position_now, other_then, other_now, occurred_on, measure, -delta, subject_kind, subject_id,
       gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas, id
     from entry e where event_id = $1 and ${stands('e')}
     returning id`,
    [eventId, reversingEventId],
  );
  const ids = rows.map((row) => row.id);
  await sql.query(
    `insert into entry_sensitive (entry_id, position_then, position_now, ethnic_minority, religion)
     select r.id, r.position_then, r.position_now, s.ethnic_minority, s.religion
     from entry r join entry_sensitive s on s.entry_id = r.reverses where r.id = any ($1::uuid[])`,
    [ids],
  );
  // They counted where what they answer counted.
  await sql.query('select app.copy_places($1::uuid[])', [ids]);
  return rows.length;
}
