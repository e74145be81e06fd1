import type { Tier, UnitOrder } from '@banyan/schema/enums';
import type { Cursor } from '../../../kernel/connection.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Beside, BesideUnits } from '../../../platform/request-context.ts';
import { preparedName } from '../../../platform/prepared-name.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Unit, UnitStub } from '../domain/unit.ts';
import { stubsOf, unitColumns, unitsOf, type StubRow, type UnitRow } from './unit-row.ts';

/**
 * Units of the scope by id. The place is a condition of the index: a unit outside takes the time of one that is not there. Each id is looked up alone,
 * lest the plan for any scope go through all units of a large one.
 */
export async function findUnitsById(scope: Scope, ids: readonly string[]): Promise<Map<string, Unit>> {
  const rows = await scope.query<UnitRow>(
    `select u.* from unnest($1::uuid[]) as asked (id) cross join lateral (select ${unitColumns} from unit u where u.id = asked.id and u.lo between $2 and $3 limit 1) u`,
    [ids, scope.lo, scope.hi],
    'banyan-units-by-id',
  );
  return new Map((await unitsOf(scope, rows)).map((unit) => [unit.id, unit]));
}

/** The unit of the scope with that code. */
export async function findUnitByCode(scope: Scope, code: string): Promise<Unit | null> {
  const rows = await scope.query<UnitRow>(
    `select ${unitColumns} from unit u where u.code = $1 and u.lo between $2 and $3`,
    [code, scope.lo, scope.hi],
    'banyan-unit-by-code',
  );
  const [unit = null] = await unitsOf(scope, rows);
  return unit;
}

/** Stubs of units by id: units of the scope and the units above it. */
export async function findStubsById(scope: Scope, ids: readonly string[]): Promise<Map<string, UnitStub>> {
  const rows = await scope.query<StubRow>(
    `select s.unit_id as id, s.code, s.name, s.configuration, s.kind from unit_stub s
     where s.unit_id = any ($1::uuid[]) and (s.lo + 0 between $2 and $3 or (s.lo <= $2 and s.hi >= $3))`,
    [ids, scope.lo, scope.hi],
    'banyan-stubs-by-id',
  );
  return new Map((await stubsOf(scope, rows)).map((stub) => [stub.id, stub]));
}

/** Ids of the units above each unit on a day, from the root down; without the unit itself. */
export async function listAncestorIds(scope: Scope, ids: readonly string[], day: Day): Promise<Map<string, string[]>> {
  const rows = await scope.query<{ unit_id: string; ancestors: string[] }>(
    `select p.unit_id, p.ancestors[: cardinality(p.ancestors) - 1] as ancestors from placement p
     where p.unit_id = any ($1::uuid[]) and p.valid @> $2::date and p.position between $3 and $4`,
    [ids, day, scope.lo, scope.hi],
    'banyan-ancestors',
  );
  return new Map(rows.map((row) => [row.unit_id, row.ancestors]));
}

/**
 * The sort key of a list of units. A place in the tree is told from the scope's own start: what lies before it is not the reader's.
 * What is searched for, where something is, begins a word of the name, stands within it, or is part of the code alone.
 */
function orderKey(order: UnitOrder, scopeLo: string, search = 'null::text'): string {
  const place = `lpad((u.lo - ${scopeLo}::bigint)::text, 19, '0')`;
  const match = `case when strpos(' ' || u.name_fold, ' ' || app.fold(${search})) > 0 then 0 when strpos(u.name_fold, app.fold(${search})) > 0 then 1 else 2 end`;
  return { TREE: place, NAME: `u.name collate "vi-x-icu"`, CODE: `u.code collate "C"`, RELEVANCE: `(${match}) || lpad(u.depth::text, 3, '0') || ${place}` }[order];
}

export interface UnitPage {
  readonly units: { readonly unit: Unit; readonly key: string }[];
  readonly totalCount: number;
}

interface PageRow extends UnitRow {
  owner_id: string;
  key: string;
  total: string;
}

/** Direct children of each unit on a day: one page each, one row more than asked so that the caller knows whether more follow. */
export async function listChildren(
  scope: Scope,
  parents: readonly string[],
  page: { day: Day; orderBy: UnitOrder; first: number; after: Cursor | null },
): Promise<Map<string, UnitPage>> {
  const rows = await scope.query<Partial<PageRow> & { of_parent: string; total: string }>(
    `with child as materialized (
       select p.parent_id as owner_id, ${unitColumns}, ${orderKey(page.orderBy, '$3')} as key
       from placement p join unit u on u.id = p.unit_id
       where p.parent_id = any ($1::uuid[]) and p.valid @> $2::date and u.lo + 0 between $3 and $4 and p.position between $3 and $4
     )
     select parent.id as of_parent, whole.total, listed.*
     from unnest($1::uuid[]) as parent (id)
     cross join lateral (select count(*) as total from child where child.owner_id = parent.id) whole
     left join lateral (
       select * from child where child.owner_id = parent.id and ($5::text is null or (key, child.id) > ($5::text, $6::uuid)) order by key, child.id limit $7
     ) listed on true`,
    [parents, page.day, scope.lo, scope.hi, page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
    `banyan-children-${page.orderBy}`,
  );
  const listed = rows.filter((row) => isUnitRow(row));
  const units = await unitsOf(scope, listed);
  const pages = new Map<string, { units: { unit: Unit; key: string }[]; totalCount: number }>(
    rows.map((row) => [row.of_parent, { units: [], totalCount: Number(row.total) }]),
  );
  units.forEach((unit, index) => {
    const row = listed[index];
    if (row) pages.get(row.of_parent)?.units.push({ unit, key: row.key });
  });
  return pages;
}

interface FamilyRow extends UnitRow {
  key: string | null;
  total: string;
  [beside: string]: unknown;
}

/** The statement of `findUnitWithChildren` for what is read beside: as long as that is the same, so is the text. */
const familyTexts = new WeakMap<Beside, string>();

function familyText(beside: Beside): string {
  const known = familyTexts.get(beside);
  if (known !== undefined) return known;
  const text = `with root as materialized (
       select ${unitColumns}, u.lo from unit u where u.code = $1 and u.lo between $2 and $3
     ), family as materialized (
       select null::text as key, 0::bigint as total, root.* from root
       union all (
         select ${orderKey('TREE', '$2')}, count(*) over (), ${unitColumns}, u.lo
         from root join placement p on p.parent_id = root.id join unit u on u.id = p.unit_id
         where p.valid @> $4::date and u.lo + 0 between $2 and $3 and p.position + 0 between $2 and $3 order by u.lo limit $5)
     )
     select u.key, u.total, ${unitColumns}${beside.columns} from family u ${beside.join} order by u.key is not null, u.lo`;
  familyTexts.set(beside, text);
  return text;
}

const nothingBeside: Beside = { columns: '', join: '', values: [] };

/** The unit of the scope with that code and the first page of its children on a day, by one statement. */
export async function findUnitWithChildren(
  scope: Scope,
  code: string,
  page: { day: Day; first: number },
  besideUnits: BesideUnits | null,
): Promise<{ unit: Unit; children: UnitPage } | null> {
  const beside = besideUnits?.write(6) ?? nothingBeside;
  const text = familyText(beside);
  const found = await scope.query<FamilyRow>(text, [code, scope.lo, scope.hi, page.day, page.first + 1, ...beside.values], preparedName(text));
  for (const row of found) besideUnits?.take(row.id, row);
  const [unit, ...children] = await unitsOf(scope, found);
  if (!unit) return null;
  return {
    unit,
    children: { units: children.map((child, index) => ({ unit: child, key: found[index + 1]?.key ?? '' })), totalCount: Number(found[1]?.total ?? 0) },
  };
}

/** Whether an outer join found a row. */
function isUnitRow<Row extends Partial<PageRow>>(row: Row): row is Row & PageRow {
  return row.id !== undefined && row.id !== null;
}

export interface UnitListFilter {
  /** Only units that stood in the subtree of this one on the day, itself included. */
  readonly under: string | null;
  readonly search: string | null;
  readonly kind: string | null;
  readonly tier: Tier | null;
}

/** Units of the scope that lived on a day, filtered; one row more than asked. */
export async function listUnits(
  scope: Scope,
  filter: UnitListFilter,
  page: { day: Day; orderBy: UnitOrder; first: number; after: Cursor | null },
): Promise<UnitPage> {
  const rows = await scope.query<PageRow>(
    `with subtree as materialized (
       select lo, hi from placement where unit_id = $4 and valid @> $1::date and position between $2 and $3
     ), hit as materialized (
       select '' as owner_id, ${unitColumns}, ${orderKey(page.orderBy, '$2', '$5')} as key
       from placement p join unit u on u.id = p.unit_id join unit_kind k on k.configuration = u.configuration and k.code = u.kind
       where p.valid @> $1::date and u.lo + 0 between $2 and $3 and p.position between $2 and $3
         and ($4::uuid is null or exists (select from subtree where p.lo between subtree.lo and subtree.hi))
         and ($5::text is null or strpos(u.name_fold, app.fold($5)) > 0 or strpos(lower(u.code), lower($5)) > 0)
         and ($6::text is null or u.kind = $6) and ($7::text is null or k.tier = $7)
     )
     select listed.*, whole.total from (select count(*) as total from hit) whole
     left join lateral (
       select * from hit where $8::text is null or (key, id) > ($8::text, $9::uuid) order by key, id limit $10
     ) listed on true`,
    [page.day, scope.lo, scope.hi, filter.under, filter.search, filter.kind, filter.tier, page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
  );
  const totalCount = rows[0] ? Number(rows[0].total) : 0;
  const listed = rows.filter((row) => row.id !== null);
  const units = await unitsOf(scope, listed);
  return { units: units.map((unit, index) => ({ unit, key: listed[index]?.key ?? '' })), totalCount };
}
