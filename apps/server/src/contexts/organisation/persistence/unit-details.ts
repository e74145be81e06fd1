import type { Day } from '../../../kernel/day.ts';
import type { TermDays } from '../../../kernel/period.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { UnitKind } from '../domain/unit.ts';
import { kindsOf, type OfKind } from './unit-kinds.ts';

export interface DatedName {
  readonly name: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** A unit directly above, by its row id, with the days on which it was. */
export interface DatedParent {
  readonly parentId: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** A unit that another one took over from, or was taken over by, by its row id. */
export interface Succession {
  readonly unitId: string;
  readonly on: Day;
}

export interface Term extends TermDays {
  readonly ordinal: number;
}

export interface Profile {
  readonly unitType: string;
  readonly areas: string[];
}

/** How many units of a kind there are. */
export interface KindCount {
  readonly kind: UnitKind;
  readonly count: number;
}

interface Owned {
  unit_id: string;
}

async function grouped<Row extends Owned, T>(scope: Scope, ids: readonly string[], text: string, make: (row: Row) => T): Promise<Map<string, T[]>> {
  const rows = await scope.query<Row>(text, [ids, scope.lo, scope.hi]);
  const result = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) result.get(row.unit_id)?.push(make(row));
  return result;
}

/** All names of each unit, oldest first. */
export async function listNames(scope: Scope, ids: readonly string[]): Promise<Map<string, DatedName[]>> {
  return await grouped<Owned & { name: string; starts_on: string; ends_on: string | null }, DatedName>(
    scope,
    ids,
    `select unit_id, name, lower(valid) as starts_on, upper(valid) - 1 as ends_on from unit_name
     where unit_id = any ($1::uuid[]) and position between $2 and $3 order by unit_id, valid`,
    (row) => ({ name: row.name, from: row.starts_on, to: row.ends_on }),
  );
}

/** The parents of each unit, oldest first. What moved above them without changing them is no new parent. */
export async function listParents(scope: Scope, ids: readonly string[]): Promise<Map<string, DatedParent[]>> {
  return await grouped<Owned & { parent_id: string; starts_on: string; ends_on: string | null }, DatedParent>(
    scope,
    ids,
    `select under.unit_id, under.parent_id, lower(days) as starts_on, upper(days) - 1 as ends_on
     from (
       select unit_id, parent_id, range_agg(valid) as spans from placement
       where unit_id = any ($1::uuid[]) and position between $2 and $3 and parent_id is not null group by unit_id, parent_id
     ) under cross join lateral unnest(under.spans) as days
     order by under.unit_id, days`,
    (row) => ({ parentId: row.parent_id, from: row.starts_on, to: row.ends_on }),
  );
}

/** The units of the scope that each unit took over from, oldest first. What happened outside the scope is not told. */
export async function listPredecessors(scope: Scope, ids: readonly string[]): Promise<Map<string, Succession[]>> {
  return await grouped<Owned & { other_id: string; effective_on: string }, Succession>(
    scope,
    ids,
    `select successor_id as unit_id, predecessor_id as other_id, effective_on from unit_succession
     where successor_id = any ($1::uuid[]) and position between $2 and $3 order by successor_id, effective_on, position`,
    (row) => ({ unitId: row.other_id, on: row.effective_on }),
  );
}

/** The units that took over from each unit, the one that counts its past first. */
export async function listSuccessors(scope: Scope, ids: readonly string[]): Promise<Map<string, Succession[]>> {
  return await grouped<Owned & { other_id: string; effective_on: string }, Succession>(
    scope,
    ids,
    `select predecessor_id as unit_id, successor_id as other_id, effective_on from unit_succession
     where predecessor_id = any ($1::uuid[]) and position between $2 and $3 order by predecessor_id, effective_on, rank, successor_id`,
    (row) => ({ unitId: row.other_id, on: row.effective_on }),
  );
}

/** Other names by which each unit is known. */
export async function listAliases(scope: Scope, ids: readonly string[]): Promise<Map<string, string[]>> {
  return await grouped<Owned & { alias: string }, string>(
    scope,
    ids,
    'select unit_id, alias from unit_alias where unit_id = any ($1::uuid[]) and position between $2 and $3 order by unit_id, alias',
    (row) => row.alias,
  );
}

/** Terms of each unit, oldest first. */
export async function listTerms(scope: Scope, ids: readonly string[]): Promise<Map<string, Term[]>> {
  return await grouped<Owned & { ordinal: number; label: string; starts_on: string; ends_on: string | null }, Term>(
    scope,
    ids,
    `select unit_id, ordinal, label, lower(valid) as starts_on, upper(valid) - 1 as ends_on from term
     where unit_id = any ($1::uuid[]) and position between $2 and $3 order by unit_id, valid`,
    (row) => ({ ordinal: row.ordinal, label: row.label, from: row.starts_on, to: row.ends_on }),
  );
}

/** The term in force on a day: the unit's own, else that of the nearest unit above it inside the scope. */
export async function findTermsInForce(scope: Scope, ids: readonly string[], day: Day): Promise<Map<string, TermDays>> {
  const rows = await scope.query<Owned & { label: string; starts_on: string; ends_on: string | null }>(
    `select distinct on (p.unit_id) p.unit_id, t.label, lower(t.valid) as starts_on, upper(t.valid) - 1 as ends_on
     from placement p cross join lateral unnest(p.ancestors) with ordinality as step (id, depth)
     join term t on t.unit_id = step.id and t.valid @> $4::date and t.position between $2 and $3
     where p.unit_id = any ($1::uuid[]) and p.valid @> $4::date and p.position between $2 and $3
     order by p.unit_id, step.depth desc`,
    [ids, scope.lo, scope.hi, day],
  );
  return new Map(rows.map((row) => [row.unit_id, { label: row.label, from: row.starts_on, to: row.ends_on }]));
}

/** A child that is not shown itself: enough to ask for its figures. */
export interface ChildFounded {
  readonly id: string;
  readonly foundedOn: Day;
}

/** All direct children of each unit on a day. */
export async function listChildrenFounded(scope: Scope, ids: readonly string[], day: Day): Promise<Map<string, ChildFounded[]>> {
  const rows = await scope.query<Owned & { id: string; founded_on: string }>(
    `select p.parent_id as unit_id, u.id, u.founded_on from placement p join unit u on u.id = p.unit_id
     where p.parent_id = any ($1::uuid[]) and p.valid @> $4::date and u.lo + 0 between $2 and $3 and p.position between $2 and $3`,
    [ids, scope.lo, scope.hi, day],
    'banyan-children-founded',
  );
  const byParent = Map.groupBy(rows, (row) => row.unit_id);
  return new Map(ids.map((id) => [id, (byParent.get(id) ?? []).map((row) => ({ id: row.id, foundedOn: row.founded_on }))]));
}

/** Type and areas of each unit on a day. */
export async function findProfiles(scope: Scope, ids: readonly string[], day: Day): Promise<Map<string, Profile>> {
  const rows = await scope.query<Owned & { unit_type: string; areas: string[] }>(
    `select unit_id, unit_type, areas from unit_profile
     where unit_id = any ($1::uuid[]) and position between $2 and $3 and valid @> $4::date`,
    [ids, scope.lo, scope.hi, day],
  );
  return new Map(rows.map((row) => [row.unit_id, { unitType: row.unit_type, areas: row.areas }]));
}

async function countedByKind(scope: Scope, ids: readonly string[], rows: readonly (Owned & OfKind & { units: number })[]): Promise<Map<string, KindCount[]>> {
  const kinds = await kindsOf(scope, rows);
  const byUnit = Map.groupBy(rows, (row) => row.unit_id);
  return new Map(ids.map((id) => [id, (byUnit.get(id) ?? []).map((row) => ({ kind: kinds(row), count: row.units }))]));
}

/** Direct children of each unit by kind, the highest first, on a day. */
export async function countChildren(scope: Scope, ids: readonly string[], day: Day): Promise<Map<string, KindCount[]>> {
  const rows = await scope.query<Owned & OfKind & { units: number }>(
    `select p.parent_id as unit_id, u.configuration, u.kind, count(*)::int as units
     from placement p join unit u on u.id = p.unit_id and u.lo + 0 between $2 and $3
     where p.parent_id = any ($1::uuid[]) and p.valid @> $4::date and p.position between $2 and $3
     group by 1, 2, 3 order by 1, min(u.depth), 3`,
    [ids, scope.lo, scope.hi, day],
    'banyan-count-children',
  );
  return await countedByKind(scope, ids, rows);
}

/** Units of the subtree of each unit by kind, the unit itself included, the highest first, on a day. */
export async function countSubtree(scope: Scope, ids: readonly string[], day: Day): Promise<Map<string, KindCount[]>> {
  const rows = await scope.query<Owned & OfKind & { units: number }>(
    `select here.unit_id, u.configuration, u.kind, count(*)::int as units
     from placement here
     join placement below on below.lo between here.lo and here.hi and below.valid @> $4::date and below.position between $2 and $3
     join unit u on u.id = below.unit_id and u.lo + 0 between $2 and $3
     where here.unit_id = any ($1::uuid[]) and here.valid @> $4::date and here.position between $2 and $3
     group by 1, 2, 3 order by 1, min(u.depth), 3`,
    [ids, scope.lo, scope.hi, day],
    'banyan-count-subtree',
  );
  return await countedByKind(scope, ids, rows);
}
