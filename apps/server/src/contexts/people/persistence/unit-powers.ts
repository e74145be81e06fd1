import type { Power } from '@banyan/schema/rules';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Scope } from '../../../platform/scope.ts';

/** A power that was given to a unit for a time. */
export interface GivenPower {
  readonly id: string;
  readonly unitId: string;
  readonly power: Power;
  readonly version: number;
  readonly from: Day;
  /** Last day; null without end. */
  readonly until: Day | null;
  readonly documentNumber: string | null;
  readonly endedDocumentNumber: string | null;
  readonly recorderName: string;
  readonly enderName: string | null;
}

const columns = `w.id, w.unit_id as "unitId", w.power, w.version, lower(w.valid)::text as "from", (upper(w.valid) - 1)::text as "until", w.document_number as "documentNumber",
  w.ended_document_number as "endedDocumentNumber", w.recorder_name as "recorderName", w.ender_name as "enderName"`;

/** The powers that were given to units of the scope, the latest first. */
export async function findPowersOf(scope: Scope, unitIds: readonly string[]): Promise<GivenPower[]> {
  return await scope.query<GivenPower>(
    `select ${columns} from unit_power w where w.unit_id = any ($1::uuid[]) and w.position + 0 between $2 and $3 order by lower(w.valid) desc, w.power`,
    [unitIds, scope.lo, scope.hi],
  );
}

/** A power that was given to a unit of the scope. */
export async function findPower(sql: Sql, { lo, hi }: { lo: string; hi: string }, id: string): Promise<GivenPower | null> {
  const [row] = await sql.query<GivenPower>(`select ${columns} from unit_power w where w.id = $1 and w.position + 0 between $2::bigint and $3::bigint`, [id, lo, hi]);
  return row ?? null;
}

/** Whether a power was given to a unit during a part of a time. */
export async function hasPowerDuring(sql: Sql, unitId: string, power: Power, { from, until }: { from: Day; until: Day | null }): Promise<boolean> {
  const [row] = await sql.query<{ has: boolean }>(
    `select exists (select from unit_power where unit_id = $1 and power = $2 and valid && daterange($3::date, $4::date, '[]')) as has`,
    [unitId, power, from, until],
  );
  return row?.has ?? false;
}

/** Gives a power to a unit for a time. Gives back its id. */
export async function insertPower(sql: Sql, given: { unitId: string; power: Power; from: Day; until: Day | null; documentNumber: string; recorderName: string }): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `insert into unit_power (unit_id, position, power, valid, document_number, recorder_name)
     select id, lo, $2, daterange($3::date, $4::date, '[]'), $5, $6 from unit where id = $1 returning id`,
    [given.unitId, given.power, given.from, given.until, given.documentNumber, given.recorderName],
  );
  if (!row) throw new Error('the power was given and is not there');
  return row.id;
}

/** Ends a power that stands as it was seen with its last day. False where it has changed meanwhile. */
export async function writeEnd(sql: Sql, { id, version }: Pick<GivenPower, 'id' | 'version'>, ended: { on: Day; documentNumber: string; enderName: string }): Promise<boolean> {
  const rows = await sql.query(
    `update unit_power set valid = daterange(lower(valid), $3::date, '[]'), version = version + 1, ended_document_number = $4, ender_name = $5 where id = $1 and version = $2 returning id`,
    [id, version, ended.on, ended.documentNumber, ended.enderName],
  );
  return rows.length > 0;
}
