import type { Indicator } from '@banyan/schema/targets';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import { arrayLiteral } from '../../../platform/array-literal.ts';
import type { Scope } from '../../../platform/scope.ts';
import { targetColumns, targetOf, versionColumns, versionOf, type PlainTarget, type Target, type TargetRow, type TargetVersion, type VersionRow } from './target-rows.ts';

/** What was in force and known: versions issued up to a day, and recorded by an instant (null: whenever). */
export interface TargetBasis {
  readonly asOf: Day;
  readonly knownAt: Date | null;
}

const within = (first: number) => `t.position + 0 between $${first}::bigint and $${first + 1}::bigint`;
const last = 'cross join lateral (select n.* from target_version n where n.target_id = t.id order by n.number desc limit 1) v';

/** The version that was in force on a day, and known by an instant or by now. */
const inForce = (first: number) => `cross join lateral (select n.* from target_version n where n.target_id = t.id and n.issued_on <= $${first}::date
  and ($${first + 1}::timestamptz is null or n.recorded_at <= $${first + 1}) order by n.number desc limit 1) v`;

/** A target of the scope with its last version, or null. */
export async function findTarget(sql: Sql, { lo, hi }: { lo: string; hi: string }, id: string): Promise<Target | null> {
  const [row] = await sql.query<TargetRow>(`select ${targetColumns} from target t ${last} where t.id = $1 and ${within(2)}`, [id, lo, hi]);
  return row ? targetOf(row) : null;
}

/** Targets of the scope by their ids. */
export async function findTargetsById(scope: Scope, ids: readonly string[]): Promise<Map<string, Target>> {
  const rows = await scope.query<TargetRow>(`select ${targetColumns} from target t ${last} where t.id = any ($1::uuid[]) and ${within(2)}`, [ids, scope.lo, scope.hi]);
  return new Map(rows.map((row) => [row.id, targetOf(row)]));
}

/** All targets of each unit, the latest period first. */
export async function findTargetsOfUnits(scope: Scope, unitIds: readonly string[]): Promise<Map<string, Target[]>> {
  const rows = await scope.query<TargetRow>(
    `select ${targetColumns} from target t ${last} where t.unit_id = any ($1::uuid[]) and ${within(2)}
     order by t.starts_on desc, t.ends_on desc nulls first, array_position(array['ADMITTED', 'RECOGNISED', 'LISTED', 'CERTIFIED', 'UNITS_FOUNDED', 'PLACES_WITHOUT_CELL'], t.indicator),
       t.dimension nulls first, t.slice_key, t.issuer_id = t.unit_id, t.id`,
    [unitIds, scope.lo, scope.hi],
  );
  const byUnit = Map.groupBy(rows, (row) => row.unit_id);
  return new Map(unitIds.map((id) => [id, (byUnit.get(id) ?? []).map(targetOf)]));
}

/** The target of a unit without a slice for an indicator and the days of a period. */
export interface PlainQuestion {
  readonly unitId: string;
  readonly indicator: Indicator;
  readonly from: Day;
  readonly endsOn: Day;
}

/** The end of a term that has none. */
export const openEnd = '9999-12-31';

/**
 * The targets that figures stand beside, in the order of the questions, by one statement: of each unit the one that was handed down to it before its own,
 * with the version in force. A target that was closed with its unit still tells what was asked.
 */
export async function findPlainTargets(scope: Scope, basis: TargetBasis, asked: readonly PlainQuestion[]): Promise<(PlainTarget | null)[]> {
  const rows = await scope.query<{ place: number; id: string; ends_on: Day | null; closed_on: Day | null; closed_result: number | null } & Pick<TargetRow, 'kind' | 'low' | 'high' | 'base' | 'base_number'>>(
    `select distinct on (q.place) q.place::int as place, t.id, t.ends_on::text as ends_on, t.closed_on::text as closed_on, t.closed_result, v.kind, v.low::float8 as low, v.high::float8 as high, v.base, v.base_number
     from unnest($1::uuid[], $2::text[], $3::date[], $4::date[]) with ordinality as q (unit_id, indicator, from_day, ends_on, place)
     join target t on t.unit_id = q.unit_id and t.indicator = q.indicator and t.dimension is null and t.starts_on = q.from_day
       and coalesce(t.ends_on, '${openEnd}') = q.ends_on and ${within(5)}
     ${inForce(7)}
     order by q.place, t.issuer_id = t.unit_id, t.id`,
    [arrayLiteral(asked.map((one) => one.unitId)), arrayLiteral(asked.map((one) => one.indicator)), arrayLiteral(asked.map((one) => one.from)), arrayLiteral(asked.map((one) => one.endsOn)), scope.lo, scope.hi, basis.asOf, basis.knownAt],
    'banyan-plain-targets',
  );
  const found = new Map(rows.map((row) => [row.place, row]));
  return asked.map(({ unitId, indicator, from }, index) => {
    const row = found.get(index + 1);
    if (!row) return null;
    const { id, ends_on: endsOn, closed_on: closedOn, closed_result: closedResult, kind, low, high, base, base_number: baseNumber } = row;
    return { id, unitId, indicator, slice: null, startsOn: from, endsOn, closedOn, closedResult, terms: { kind, low, high, base, baseNumber } };
  });
}

/** Targets of the scope by their ids, with the version that was in force. */
export async function findTargetsInForce(scope: Scope, basis: TargetBasis, ids: readonly string[]): Promise<Map<string, Target>> {
  const rows = await scope.query<TargetRow>(`select ${targetColumns} from target t ${inForce(4)} where t.id = any ($1::uuid[]) and ${within(2)}`, [ids, scope.lo, scope.hi, basis.asOf, basis.knownAt]);
  return new Map(rows.map((row) => [row.id, targetOf(row)]));
}

/** The versions of each target, oldest first. */
export async function listVersions(scope: Scope, ids: readonly string[]): Promise<Map<string, TargetVersion[]>> {
  const rows = await scope.query<VersionRow & { target_id: string }>(
    `select v.target_id, ${versionColumns} from target_version v where v.target_id = any ($1::uuid[]) and v.position + 0 between $2::bigint and $3::bigint order by v.target_id, v.number`,
    [ids, scope.lo, scope.hi],
  );
  const byTarget = Map.groupBy(rows, (row) => row.target_id);
  return new Map(ids.map((id) => [id, (byTarget.get(id) ?? []).map(versionOf)]));
}

/** The parts of each target that were given to units below, in the order of the tree. */
export async function findParts(sql: Sql, { lo, hi }: { lo: string; hi: string }, ids: readonly string[]): Promise<Map<string, Target[]>> {
  const rows = await sql.query<TargetRow>(
    `select ${targetColumns} from target t ${last} where t.parent_id = any ($1::uuid[]) and ${within(2)} order by t.position`,
    [ids, lo, hi],
  );
  const byWhole = Map.groupBy(rows, (row) => row.parent_id);
  return new Map(ids.map((id) => [id, (byWhole.get(id) ?? []).map(targetOf)]));
}

/** A part whose unit has moved away: what it was given counts on. Its weight is that of a rate. */
export interface PartGone {
  readonly partId: string;
  readonly low: number;
  readonly high: number | null;
  readonly weight: number | null;
}

/** What was given of each target to units that have moved away. */
export async function findPartsGone(sql: Sql, ids: readonly string[]): Promise<Map<string, PartGone[]>> {
  const rows = await sql.query<PartGone & { id: string }>(
    'select g.target_id as id, g.part_id as "partId", g.low::float8 as low, g.high::float8 as high, g.weight from app.parts_gone($1::uuid[]) g',
    [ids],
  );
  return Map.groupBy(rows, ({ id }) => id);
}

/** What the units directly below a unit are asked for by targets of the same kind, whoever gave them; `high` is the low bound where one has none. */
export interface BelowSum {
  readonly units: number;
  readonly low: number;
  readonly high: number;
}

/** The sum of the targets of the units directly below on a day, for each target: of each unit the one that was handed down before its own. Rates are not summed. */
export async function sumTargetsBelow(scope: Scope, ids: readonly string[], day: Day): Promise<Map<string, BelowSum>> {
  const rows = await scope.query<{ id: string; units: number; low: number; high: number }>(
    `select w.id, count(*)::int as units, sum(part.low)::float8 as low, sum(coalesce(part.high, part.low))::float8 as high
     from target w
     join placement p on p.parent_id = w.unit_id and p.valid @> $4::date and p.position + 0 between $2::bigint and $3::bigint
     cross join lateral (
       select v.low, v.high from target t ${last}
       where t.unit_id = p.unit_id and t.indicator = w.indicator and t.dimension is not distinct from w.dimension and t.slice_key is not distinct from w.slice_key
         and (t.parent_id = w.id or (t.starts_on = w.starts_on and t.ends_on is not distinct from w.ends_on)) and t.closed_on is null and v.kind not in ('RATE', 'RATE_RANGE')
       order by t.parent_id = w.id desc nulls last, t.issuer_id = t.unit_id, t.id limit 1) part
     where w.id = any ($1::uuid[]) and w.position + 0 between $2::bigint and $3::bigint group by w.id`,
    [ids, scope.lo, scope.hi, day],
  );
  return new Map(rows.map(({ id, ...sum }) => [id, sum]));
}
