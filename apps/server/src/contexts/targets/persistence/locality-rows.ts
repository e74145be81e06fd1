import type { Actor } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Locality, LocalityFacts } from '../domain/locality.ts';
import { keptColumns } from './kept-columns.ts';

const localities = `select ${keptColumns('l')}, l.unit_id as "unitId", l.name, l.since::text as since, l.own_cell_since::text as "ownCellSince", l.shared_cell_since::text as "sharedCellSince",
    l.member_since::text as "memberSince", l.ended_on::text as "endedOn", l.end_reason as "endReason", l.ender_name as "enderName"
  from locality l where l.position + 0 between $1 and $2`;

/** Localities of the scope, by id. */
export async function findLocalitiesById(scope: Scope, ids: readonly string[]): Promise<Map<string, Locality>> {
  const rows = await scope.query<Locality>(`${localities} and l.id = any ($3::uuid[])`, [scope.lo, scope.hi, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The localities of units that stand, in the order of their names: 2 before 10, and those that have ended last. */
export async function findLocalitiesOf(scope: Scope, unitIds: readonly string[]): Promise<Map<string, Locality[]>> {
  const rows = await scope.query<Locality>(
    `${localities} and l.position in (select u.lo from unit u where u.id = any ($3::uuid[])) and l.taken_back_reason is null
     order by l.ended_on nulls first, app.number_sort_key(l.name) collate "C", l.id`,
    [scope.lo, scope.hi, unitIds],
  );
  return Map.groupBy(rows, ({ unitId }) => unitId);
}

/** Waits for whoever changes the localities of a unit just now; then tells how many it has, and whether one of them besides `id` has the name. */
export async function countLocalities(sql: Sql, { unitId, name, id }: { readonly unitId: string; readonly name: string; readonly id: string | null }): Promise<{ readonly count: number; readonly hasName: boolean }> {
  await sql.query('select id from unit where id = $1 for no key update', [unitId]);
  const [row] = await sql.query<{ count: number; hasName: boolean }>(
    `select count(*)::int as count, coalesce(bool_or(lower(l.name) = lower($2) and l.id is distinct from $3::uuid), false) as "hasName"
     from locality l where l.unit_id = $1 and l.ended_on is null and l.taken_back_reason is null`,
    [unitId, name, id],
  );
  return row ?? { count: 0, hasName: false };
}

/** Enters a locality of a unit. Gives back its id. */
export async function insertLocality(sql: Sql, actor: Actor, { unitId, ...facts }: LocalityFacts & { readonly unitId: string }): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `insert into locality (unit_id, position, name, since, own_cell_since, shared_cell_since, member_since, recorder_name)
     select id, lo, $2, $3::date, $4::date, $5::date, $6::date, $7 from unit where id = $1 returning id`,
    [unitId, facts.name, facts.since, facts.ownCellSince, facts.sharedCellSince, facts.memberSince, actor.displayName],
  );
  if (!row) throw new Error('the locality was entered and is not there');
  return row.id;
}

/** Changes a locality that stands as it was seen. False where it has changed meanwhile. */
export async function updateLocality(sql: Sql, { id, version }: Pick<Locality, 'id' | 'version'>, facts: LocalityFacts): Promise<boolean> {
  const rows = await sql.query(
    `update locality set version = version + 1, name = $3, since = $4::date, own_cell_since = $5::date, shared_cell_since = $6::date, member_since = $7::date
     where id = $1 and version = $2 returning id`,
    [id, version, facts.name, facts.since, facts.ownCellSince, facts.sharedCellSince, facts.memberSince],
  );
  return rows.length > 0;
}

/** Ends a locality that stands as it was seen, or puts its end right. False where it has changed meanwhile. */
export async function writeLocalityEnd(sql: Sql, actor: Actor, { id, version }: Pick<Locality, 'id' | 'version'>, end: { readonly on: Day; readonly text: string }): Promise<boolean> {
  const rows = await sql.query('update locality set version = version + 1, ended_on = $3::date, end_reason = $4, ender_name = $5 where id = $1 and version = $2 returning id', [
    id, version, end.on, end.text, actor.displayName,
  ]);
  return rows.length > 0;
}
