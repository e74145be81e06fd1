import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { PublishedAllocation } from './allocation-rows.ts';
import type { TargetKey, TargetVersion } from './target-rows.ts';

/** Lets one change of a target follow the other. */
export async function lockTarget(sql: Sql, id: string): Promise<void> {
  await sql.query('select id from target where id = $1 for no key update', [id]);
}

/** Whether a unit has an open target from the same issuer for the same. */
export async function hasTarget(sql: Sql, unitId: string, issuerId: string, key: TargetKey): Promise<boolean> {
  const [row] = await sql.query<{ has: boolean }>(
    `select exists (select from target where unit_id = $1 and issuer_id = $2 and indicator = $3 and dimension is not distinct from $4 and slice_key is not distinct from $5
       and starts_on = $6 and ends_on is not distinct from $7::date and closed_on is null) as has`,
    [unitId, issuerId, key.indicator, key.slice?.dimension ?? null, key.slice?.key ?? null, key.startsOn, key.endsOn],
  );
  return row?.has ?? false;
}

/** Which of some units have an open target from the same issuer for the same that is no part of a target. Whoever sets one of them meanwhile waits. */
export async function findOccupied(sql: Sql, unitIds: readonly string[], issuerId: string, wholeId: string, key: TargetKey): Promise<Set<string>> {
  await sql.query('select id from unit where id = any ($1::uuid[]) order by id for no key update', [unitIds]);
  const rows = await sql.query<{ unit_id: string }>(
    `select unit_id from target where unit_id = any ($1::uuid[]) and issuer_id = $2 and parent_id is distinct from $3 and indicator = $4 and dimension is not distinct from $5
       and slice_key is not distinct from $6 and starts_on = $7 and ends_on is not distinct from $8::date and closed_on is null`,
    [unitIds, issuerId, wholeId, key.indicator, key.slice?.dimension ?? null, key.slice?.key ?? null, key.startsOn, key.endsOn],
  );
  return new Set(rows.map((row) => row.unit_id));
}

/** Makes a target without a version for each of some units. Gives back their ids, in the order of the units. */
export async function insertTargets(sql: Sql, unitIds: readonly string[], from: { issuerId: string; parentId: string | null; key: TargetKey }): Promise<string[]> {
  const { key } = from;
  const rows = await sql.query<{ id: string; unit_id: string }>(
    `insert into target (unit_id, position, issuer_id, issuer_position, parent_id, indicator, dimension, slice_key, period, starts_on, ends_on)
     select u.id, u.lo, i.id, i.lo, $3, $4, $5, $6, $7, $8, $9 from unnest($1::uuid[]) as asked (id) join unit u on u.id = asked.id join unit i on i.id = $2 returning id, unit_id`,
    [unitIds, from.issuerId, from.parentId, key.indicator, key.slice?.dimension ?? null, key.slice?.key ?? null, key.period, key.startsOn, key.endsOn],
  );
  const ids = new Map(rows.map((row) => [row.unit_id, row.id]));
  return unitIds.map((unitId) => {
    const id = ids.get(unitId);
    if (id === undefined) throw new Error('a target was made and is not there');
    return id;
  });
}

/** A version that is to be written. */
export interface NewVersion extends Omit<TargetVersion, 'recordedAt'> {
  readonly targetId: string;
}

/** Writes versions of targets. */
export async function insertVersions(sql: Sql, versions: readonly NewVersion[]): Promise<void> {
  const rows = versions.map(({ targetId, terms, ...version }) => ({
    target_id: targetId, number: version.number, kind: terms.kind, low: terms.low, high: terms.high, base: terms.base, base_number: terms.baseNumber, allocation_id: version.allocationId,
    document_id: version.documentId, document_number: version.documentNumber, issued_on: version.issuedOn, reason: version.reason, note: version.note, recorder_name: version.recorderName,
  }));
  await sql.query(
    `insert into target_version (target_id, unit_id, position, number, kind, low, high, base, base_number, allocation_id, document_id, document_number, issued_on, reason, note, recorder_name)
     select t.id, t.unit_id, t.position, v.number, v.kind, v.low, v.high, v.base, v.base_number, v.allocation_id, v.document_id, v.document_number, v.issued_on, v.reason, v.note, v.recorder_name
     from jsonb_to_recordset($1::jsonb) as v (target_id uuid, number int, kind text, low numeric, high numeric, base text, base_number int, allocation_id uuid, document_id uuid,
       document_number text, issued_on date, reason text, note text, recorder_name text)
     join target t on t.id = v.target_id`,
    [JSON.stringify(rows)],
  );
}

/** Writes how a target was divided. Gives back its id. */
export async function insertAllocation(sql: Sql, made: Omit<PublishedAllocation, 'id' | 'recordedAt'>): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `insert into allocation (target_id, unit_id, position, number, divides, sum_rule, reserve_low, reserve_high, origin, document_id, document_number, issued_on, reason, recorder_name)
     select t.id, t.unit_id, t.position, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from target t where t.id = $1 returning id`,
    [made.targetId, made.number, made.divides, made.rule, made.reserve.low, made.reserve.high, made.origin, made.documentId, made.documentNumber, made.issuedOn, made.reason, made.recorderName],
  );
  if (!row) throw new Error('an allocation was made and is not there');
  return row.id;
}

/** Closes a target with its unit. */
export async function closeTarget(sql: Sql, id: string, { on, result }: { on: Day; result: number }): Promise<void> {
  await sql.query('update target set closed_on = $2, closed_result = $3 where id = $1 returning id', [id, on, result]);
}

/** A unit directly below, as an allocation needs it. */
export interface UnitBelow {
  readonly id: string;
  readonly closedOn: Day | null;
}

/** The units that are directly below a unit on a day. */
export async function findUnitsBelow(sql: Sql, { lo, hi }: { lo: string; hi: string }, unitId: string, day: Day): Promise<UnitBelow[]> {
  return await sql.query<UnitBelow>(
    `select u.id, u.closed_on::text as "closedOn" from placement p join unit u on u.id = p.unit_id
     where p.parent_id = $1 and p.valid @> $4::date and u.lo + 0 between $2::bigint and $3::bigint order by u.lo`,
    [unitId, lo, hi, day],
  );
}

/** A unit of the scope that targets are set for. */
export interface TargetUnit {
  readonly id: string;
  readonly givesTargets: boolean;
  readonly closedOn: Day | null;
  readonly lastDataOn: Day | null;
}

/** Units of the scope, and whether their kinds divide targets over units below. */
export async function findTargetUnits(sql: Sql, { lo, hi }: { lo: string; hi: string }, ids: readonly string[]): Promise<Map<string, TargetUnit>> {
  const rows = await sql.query<TargetUnit>(
    `select u.id, u.closed_on::text as "closedOn", u.last_data_on::text as "lastDataOn", 'ISSUES_TARGETS' = any (k.powers) as "givesTargets"
     from unit u join unit_kind k on k.configuration = u.configuration and k.code = u.kind where u.id = any ($1::uuid[]) and u.lo + 0 between $2::bigint and $3::bigint`,
    [ids, lo, hi],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A unit of the scope that targets are set for; null outside. */
export async function findTargetUnit(sql: Sql, scope: { lo: string; hi: string }, id: string): Promise<TargetUnit | null> {
  return (await findTargetUnits(sql, scope, [id])).get(id) ?? null;
}
