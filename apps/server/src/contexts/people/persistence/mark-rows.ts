import type { Actor } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Mark } from '../domain/mark.ts';

/** A mark that stands. */
export interface KeptMark extends Mark {
  readonly id: string;
  readonly personId: string;
  /** Why it stands in the place of another one; null of the first. */
  readonly reason: string | null;
  readonly recordedBy: string;
}

const standing = `id, person_id as "personId", kind, title, on_day::text as "on", until::text, body, document_number as "documentNumber", reason, recorder_name as "recordedBy"
  from mark m where not m.is_taken_back and not exists (select from mark n where n.replaces = m.id)`;

/** The marks of people of the scope that stand, the latest first. */
export async function findMarksOf(scope: Scope, personIds: readonly string[]): Promise<KeptMark[]> {
  return await scope.query<KeptMark>(`select ${standing} and m.person_id = any ($1::uuid[]) and m.position + 0 between $2 and $3 order by m.on_day desc, m.id desc`, [personIds, scope.lo, scope.hi]);
}

/** The mark of a person of the scope that stands in the place of one of before; null where that was taken back. */
export async function findSuccessor(sql: Sql, personId: string, markId: string): Promise<string | null> {
  const [row] = await sql.query<{ id: string }>(
    `with recursive line (id, is_taken_back) as (
       select id, is_taken_back from mark where id = $2 and person_id = $1
       union all select m.id, m.is_taken_back from line join mark m on m.replaces = line.id and m.person_id = $1
     )
     select id from line where not is_taken_back and not exists (select from mark n where n.replaces = line.id)`,
    [personId, markId],
  );
  return row?.id ?? null;
}

/** How many official members of each unit are exempt or suspended on a day: a hint for the base of a vote, which is entered. */
export async function countExempt(scope: Scope, unitIds: readonly string[], day: Day): Promise<Map<string, number>> {
  const rows = await scope.query<{ unit_id: string; count: number }>(
    `select p.unit_id, count(distinct p.id)::int as count from person p join mark m on m.person_id = p.id
     where p.unit_id = any ($1::uuid[]) and p.position + 0 between $2 and $3 and p.state = 'OFFICIAL' and m.kind in ('EXEMPTION', 'SUSPENSION') and m.on_day <= $4::date
       and (m.until is null or m.until >= $4::date) and not m.is_taken_back and not exists (select from mark n where n.replaces = m.id)
     group by p.unit_id`,
    [unitIds, scope.lo, scope.hi, day],
  );
  return new Map(rows.map((row) => [row.unit_id, row.count]));
}

/** Lets one change at a time touch the marks of a person of the scope. */
export async function holdMarks(sql: Sql, personId: string): Promise<void> {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 8))', [personId]);
  await sql.query('select from person where id = $1 for key share', [personId]);
}

/** Adds a line: a mark, or one in the place of another one, or that another one is taken back. */
export async function insertMark(sql: Sql, { accountId, displayName }: Actor, line: { personId: string; mark: Mark; replaces: string | null; reason: string | null; isTakenBack: boolean }): Promise<void> {
  const { kind, title, on, until, body, documentNumber } = line.mark;
  const rows = await sql.query<{ id: string }>(
    `insert into mark (person_id, position, kind, title, on_day, until, body, document_number, reason, replaces, is_taken_back, recorded_by, recorder_name)
     select p.id, p.position, $2, $3, $4::date, $5::date, $6, $7, $8, $9::uuid, $10, $11::uuid, $12 from person p where p.id = $1 returning id`,
    [line.personId, kind, title, on, until, body, documentNumber, line.reason, line.replaces, line.isTakenBack, accountId, displayName],
  );
  if (rows.length === 0) throw new Error('the mark was added and is not there');
}
