import { randomUUID } from 'node:crypto';
import type pg from 'pg';

let seed = 20_251_105;

/** The same small trees in each run. */
export function random(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

function dayIn(year: number): string {
  return `${year}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;
}

/** An entry of somebody. */
export interface Row {
  unit: string;
  on: string;
  measure: string;
  delta: number;
  subject: string;
  event: string;
  ethnic: string;
  religion: string;
}

/** Lives of some people of a cell: a few who were there, a few who came, some who went. */
export function livesOf(unit: string, size: number): Row[] {
  const flag = (yes: number) => (random(100) < yes ? 'YES' : random(10) === 0 ? 'UNKNOWN' : 'NO');
  const [ethnicity, belief, leaving] = [random(80), random(50), random(40)];
  return Array.from({ length: size }, () => {
    const person = { unit, subject: randomUUID(), ethnic: flag(ethnicity), religion: flag(belief) };
    const rows: Row[] = [];
    const post = (on_: string, ...entries: [string, number][]) => {
      const event = randomUUID();
      for (const [measure, delta] of entries) rows.push({ ...person, on: on_, measure, delta, event });
    };
    const came = random(3);
    if (came === 0) post('2022-06-01', ['OFFICIAL_MEMBERS', 1]);
    else post(dayIn(2021 + came + random(2)), ['ADMITTED', 1], ['PROBATIONARY_MEMBERS', 1]);
    const standing = rows.at(-1)!;
    if (came === 1 && standing.on < '2024') {
      const official = `${Number(standing.on.slice(0, 4)) + 1}${standing.on.slice(4)}`;
      post(official, ['RECOGNISED', 1], ['PROBATIONARY_MEMBERS', -1], ['OFFICIAL_MEMBERS', 1]);
    }
    if (rows.length === 1 && random(100) < leaving) post(dayIn(2023 + random(2)), [['REMOVED', 'EXPELLED', 'LEFT', 'DECEASED'][random(4)]!, 1], ['OFFICIAL_MEMBERS', -1]);
    return rows;
  }).flat();
}

/** Writes entries, with what stands apart of their people. */
export async function insertRows(owner: pg.Client, rows: readonly Row[]): Promise<void> {
  await owner.query(
    `with r as materialized (select gen_random_uuid() as id, r.*, u.lo, f.unit_type, f.areas from jsonb_to_recordset($1::jsonb)
         as r (unit uuid, "on" date, measure text, delta smallint, subject uuid, event uuid, ethnic text, religion text)
         join unit u on u.id = r.unit join unit_profile f on f.unit_id = u.id),
     e as (insert into entry (id, event_id, unit_id, position_then, position_now, occurred_on, measure, delta, subject_kind, subject_id,
         gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas)
       select id, event, unit, lo, lo, "on", measure, delta, 'PERSON', subject, 'F', 'AGE_18_30', 'NO', 'WORKER', 'NOT_APPLICABLE', 'PRIMARY', unit_type, areas from r)
     select count(*) from r`,
    [JSON.stringify(rows)],
  );
  await owner.query(
    `insert into entry_sensitive (entry_id, position_then, position_now, ethnic_minority, religion)
     select e.id, e.position_then, e.position_now, r.ethnic, r.religion
     from jsonb_to_recordset($1::jsonb) as r (measure text, delta smallint, event uuid, ethnic text, religion text)
     join entry e on e.event_id = r.event and e.measure = r.measure and e.delta = r.delta`,
    [JSON.stringify(rows)],
  );
}

/** Lives of which nothing happens after a day. */
export function endedBefore(rows: readonly Row[], day: string): Row[] {
  const later = new Set(rows.filter((row) => row.on >= day).map((row) => row.subject));
  return rows.filter((row) => !later.has(row.subject));
}
