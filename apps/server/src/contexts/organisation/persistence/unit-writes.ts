import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';

/** A unit as writes see it: with its place. Positions are texts. */
export interface PlacedUnit {
  readonly id: string;
  readonly configuration: string;
  readonly lo: string;
  readonly hi: string;
  readonly depth: number;
  readonly ancestors: string[];
  readonly foundedOn: Day;
  readonly closedOn: Day | null;
}

/** The unit with its present place, locked so that neither another change of the tree nor the compactor passes; null outside the scope. */
export async function lockUnit(sql: Sql, id: string): Promise<PlacedUnit | null> {
  await sql.query('select app.hold_off_compactor()');
  const rows = await sql.query<{ id: string; configuration: string; lo: string; hi: string; depth: number; ancestors: string[]; founded_on: string; closed_on: string | null }>(
    `select u.id, u.configuration, u.lo::text, u.hi::text, u.depth, p.ancestors, u.founded_on::text, u.closed_on::text
     from unit u join placement p on p.unit_id = u.id and p.lo = u.lo where u.id = $1 for update of u`,
    [id],
  );
  const row = rows[0];
  return row ? { ...row, foundedOn: row.founded_on, closedOn: row.closed_on } : null;
}

/** The first free position below a unit (or for a root), as a text; null where there is no room left. */
export async function nextPosition(sql: Sql, parent: PlacedUnit | null): Promise<string | null> {
  const depth = parent ? parent.depth + 1 : 0;
  const rows = await sql.query<{ lo: string | null }>('select app.next_position($1, $2, $3)::text as lo', [parent?.lo ?? null, parent?.hi ?? null, depth]);
  return rows[0]?.lo ?? null;
}

/** Widths of intervals by depth. */
export async function intervalWidths(sql: Sql): Promise<bigint[]> {
  const rows = await sql.query<{ width: string }>('select app.interval_width(depth)::text as width from generate_series(0, 5) as depth order by depth');
  return rows.map((row) => BigInt(row.width));
}

export interface NewUnit {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly configuration: string;
  readonly name: string;
  readonly foundedOn: Day;
  readonly unitType: string;
  readonly areas: readonly string[];
}

/** Inserts a unit at a place, with its first name and profile. */
export async function insertUnit(sql: Sql, unit: NewUnit, place: { parent: PlacedUnit | null; lo: string; hi: string }): Promise<void> {
  const { parent, lo, hi } = place;
  await sql.query(
    `insert into unit (id, code, configuration, kind, name, depth, lo, hi, founded_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [unit.id, unit.code, unit.configuration, unit.kind, unit.name, parent ? parent.depth + 1 : 0, lo, hi, unit.foundedOn],
  );
  await sql.query(
    `insert into unit_name (unit_id, position, name, valid) values ($1, $2, $3, daterange($4::date, null))`,
    [unit.id, lo, unit.name, unit.foundedOn],
  );
  await sql.query(
    `insert into placement (unit_id, position, parent_id, valid, lo, hi, ancestors) values ($1, $2, $3, daterange($4::date, null), $2, $5, $6::uuid[])`,
    [unit.id, lo, parent?.id ?? null, unit.foundedOn, hi, [...(parent?.ancestors ?? []), unit.id]],
  );
  await sql.query(
    `insert into unit_profile (unit_id, position, valid, unit_type, areas) values ($1, $2, daterange($3::date, null), $4, $5::text[])`,
    [unit.id, lo, unit.foundedOn, unit.unitType, unit.areas],
  );
}

/** Whether a unit may get another name from a day on: one after the first day of its latest name, and not in the future. */
export async function canRename(sql: Sql, unitId: string, from: Day): Promise<boolean> {
  const rows = await sql.query<{ possible: boolean }>(
    'select $2::date <= app.today() and not exists (select from unit_name where unit_id = $1 and lower(valid) >= $2::date) as possible',
    [unitId, from],
  );
  return rows[0]?.possible ?? false;
}

/** Whether a unit may end on a day: one after the first day of its latest name. */
export async function canEnd(sql: Sql, unitId: string, on: Day): Promise<boolean> {
  const rows = await sql.query<{ possible: boolean }>('select not exists (select from unit_name where unit_id = $1 and lower(valid) >= $2::date) as possible', [unitId, on]);
  return rows[0]?.possible ?? false;
}

/** Gives a unit another name from a day on. */
export async function insertName(sql: Sql, unitId: string, name: string, from: Day): Promise<void> {
  await sql.query(`update unit_name set valid = daterange(lower(valid), $2::date) where unit_id = $1 and valid @> $2::date`, [unitId, from]);
  await sql.query(
    `insert into unit_name (unit_id, position, name, valid) select id, lo, $2, daterange($3::date, closed_on) from unit where id = $1`,
    [unitId, name, from],
  );
  await sql.query('update unit set name = $2 where id = $1', [unitId, name]);
}

/** Gives a unit another type and other areas from a day on; false where its latest profile begins on that day or later. */
export async function insertProfile(
  sql: Sql,
  profile: { unitId: string; unitType: string; areas: readonly string[]; on: Day },
): Promise<boolean> {
  const ended = await sql.query<{ unit_id: string }>(
    `update unit_profile set valid = daterange(lower(valid), $2::date)
     where unit_id = $1 and upper(valid) is null and lower(valid) < $2::date returning unit_id`,
    [profile.unitId, profile.on],
  );
  if (ended.length === 0) return false;
  await sql.query(
    `insert into unit_profile (unit_id, position, valid, unit_type, areas)
     select id, lo, daterange($2::date, null), $3, $4::text[] from unit where id = $1`,
    [profile.unitId, profile.on, profile.unitType, profile.areas],
  );
  return true;
}

/** Ends a unit on a day, with all its dated rows; its successors take over what counts. */
export async function endUnit(sql: Sql, unitId: string, on: Day, successorIds: readonly string[]): Promise<void> {
  await sql.query('update unit set closed_on = $2::date where id = $1', [unitId, on]);
  // A term that was to begin that day stays as it was written: the unit never gets there.
  for (const table of ['unit_name', 'placement', 'unit_profile', 'term']) {
    await sql.query(`update ${table} set valid = daterange(lower(valid), $2::date) where unit_id = $1 and valid @> $2::date and lower(valid) < $2::date`, [unitId, on]);
  }
  await sql.query(
    `insert into unit_succession (predecessor_id, position, successor_id, effective_on, rank)
     select u.id, u.lo, s.id, $2::date, s.rank from unit u cross join unnest($3::uuid[]) with ordinality as s (id, rank) where u.id = $1`,
    [unitId, on, successorIds],
  );
}

/** A unit of a subtree with its parent, parents first. */
export interface SubtreeUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly lo: string;
}

/** The open units of a subtree, parents first. */
export async function listSubtree(sql: Sql, root: PlacedUnit): Promise<SubtreeUnit[]> {
  return await sql.query<SubtreeUnit>(
    `select u.id, p.parent_id as "parentId", u.lo::text as lo from unit u join placement p on p.unit_id = u.id and p.lo = u.lo
     where u.lo between $1 and $2 and u.closed_on is null order by u.depth, u.lo`,
    [root.lo, root.hi],
  );
}

/** A closed unit with the units above its last place, from the root down, itself last. */
export interface ClosedUnit {
  readonly id: string;
  readonly lo: string;
  readonly ancestors: string[];
}

/** The units of a subtree that have closed there. */
export async function listClosedBelow(sql: Sql, root: PlacedUnit): Promise<ClosedUnit[]> {
  return await sql.query<ClosedUnit>(
    `select u.id, u.lo::text as lo, p.ancestors from unit u join placement p on p.unit_id = u.id and p.lo = u.lo
     where u.lo between $1 and $2 and u.closed_on is not null`,
    [root.lo, root.hi],
  );
}

/** A unit's new place. */
export interface NewPlace {
  readonly id: string;
  readonly parentId: string;
  readonly oldLo: string;
  readonly lo: string;
  readonly hi: string;
  readonly depth: number;
  readonly ancestors: readonly string[];
}

/** Gives units new places from a day on; the old ones end that day. What repeats a unit's position follows by itself. */
export async function replaceUnits(sql: Sql, places: readonly NewPlace[], on: Day): Promise<void> {
  const rows = JSON.stringify(places);
  const recordset = `jsonb_to_recordset($1::jsonb) as n (id uuid, "parentId" uuid, lo bigint, hi bigint, depth smallint, ancestors jsonb)`;
  await sql.query(
    `update placement p set valid = daterange(lower(p.valid), $2::date) from ${recordset} where p.unit_id = n.id and p.valid @> $2::date`,
    [rows, on],
  );
  await sql.query(`update unit u set lo = n.lo, hi = n.hi, depth = n.depth from ${recordset} where u.id = n.id`, [rows]);
  await sql.query(
    `insert into placement (unit_id, position, parent_id, valid, lo, hi, ancestors)
     select n.id, n.lo, n."parentId", daterange($2::date, null), n.lo, n.hi, array(select value::uuid from jsonb_array_elements_text(n.ancestors) with ordinality as a (value, depth) order by depth)
     from ${recordset}`,
    [rows, on],
  );
}
