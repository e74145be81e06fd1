import type { Actor } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Plan, PlanFacts, PlanItem, PlanItemCheck, PlanItemFacts } from '../domain/plan.ts';
import { keptColumns, seen } from './kept-columns.ts';

/** The last line of what became of an item `i`: rows `c`, none where nothing did. */
const lastCheck = 'left join lateral (select k.done_on from plan_item_check k where k.item_id = i.id order by k.id desc limit 1) c on true';

/** Plans as they are seen from an interval ($1 to $2) on a day ($3), with how far they are. */
const plans = `select ${keptColumns('p')}, p.unit_id as "unitId", p.year, p.document_id as "documentId", p.parent_id as "parentId", p.is_handed_down as "isHandedDown",
    n."itemCount", n."doneCount", n."overdueCount"
  from plan p cross join lateral (
    select count(*)::int as "itemCount", count(c.done_on)::int as "doneCount", (count(*) filter (where c.done_on is null and i.due_on < $3::date))::int as "overdueCount"
    from plan_item i ${lastCheck} where i.plan_id = p.id and i.taken_back_reason is null) n
  where ${seen('p')}`;

/** Plans by id, as far as they are seen. */
export async function findPlansById(scope: Scope, today: Day, ids: readonly string[]): Promise<Map<string, Plan>> {
  const rows = await scope.query<Plan>(`${plans} and p.id = any ($4::uuid[])`, [scope.lo, scope.hi, today, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The plans of a year that stand, by unit. */
export async function findPlansOfYear(scope: Scope, today: Day, { unitIds, year }: { readonly unitIds: readonly string[]; readonly year: number }): Promise<Map<string, Plan>> {
  const rows = await scope.query<Plan>(`${plans} and p.unit_id = any ($4::uuid[]) and p.year = $5 and p.taken_back_reason is null`, [scope.lo, scope.hi, today, unitIds, year]);
  return new Map(rows.map((row) => [row.unitId, row]));
}

/** The plans of a year that units above some units have handed down, the nearest first. */
export async function findPlansAbove(scope: Scope, today: Day, { unitIds, year }: { readonly unitIds: readonly string[]; readonly year: number }): Promise<Map<string, Plan[]>> {
  const rows = await scope.query<Plan & { readonly below: string }>(
    `select u.id as below, a.* from unit u cross join lateral (
       select q.*, s.lo from (${plans} and p.year = $5 and p.is_handed_down and p.taken_back_reason is null) q join unit_stub s on s.unit_id = q."unitId" where s.lo < u.lo and s.hi >= u.hi) a
     where u.id = any ($4::uuid[]) and u.lo + 0 between $1 and $2 order by a.lo desc`,
    [scope.lo, scope.hi, today, unitIds, year],
  );
  return Map.groupBy(rows, ({ below }) => below);
}

const itemColumns = `${keptColumns('i')}, i.plan_id as "planId", p.unit_id as "unitId", p.year, i.period, i.due_on::text as "dueOn", i.title, i.responsible, i.target_id as "targetId", c.done_on::text as "doneOn"`;

/** The items of plans that are seen, in the order of their days; those that were taken back too. */
export async function findItemsOf(scope: Scope, planIds: readonly string[]): Promise<Map<string, PlanItem[]>> {
  const rows = await scope.query<PlanItem>(
    `select ${itemColumns} from plan p join plan_item i on i.plan_id = p.id ${lastCheck} where p.id = any ($3::uuid[]) and ${seen('p')} order by i.due_on, i.period desc, i.id`,
    [scope.lo, scope.hi, planIds],
  );
  return Map.groupBy(rows, ({ planId }) => planId);
}

/** Items by id, of plans that are seen. */
export async function findItemsById(scope: Scope, ids: readonly string[]): Promise<Map<string, PlanItem>> {
  const rows = await scope.query<PlanItem>(
    `select ${itemColumns} from plan_item i join plan p on p.id = i.plan_id ${lastCheck} where i.id = any ($3::uuid[]) and ${seen('p')}`,
    [scope.lo, scope.hi, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What became of items of plans that are seen, the latest line first. */
export async function findChecksOf(scope: Scope, itemIds: readonly string[]): Promise<Map<string, PlanItemCheck[]>> {
  const rows = await scope.query<PlanItemCheck>(
    `select c.item_id as "itemId", c.done_on::text as "doneOn", c.note, c.recorder_name as "recorderName", c.recorded_at as "recordedAt"
     from plan_item_check c join plan_item i on i.id = c.item_id join plan p on p.id = i.plan_id where c.item_id = any ($3::uuid[]) and ${seen('p')} order by c.id desc`,
    [scope.lo, scope.hi, itemIds],
  );
  return Map.groupBy(rows, ({ itemId }) => itemId);
}

/** Waits for whoever makes a plan of a unit just now; then tells whether it has one of the year. */
export async function hasPlan(sql: Sql, unitId: string, year: number): Promise<boolean> {
  await sql.query('select id from unit where id = $1 for no key update', [unitId]);
  const [row] = await sql.query<{ has: boolean }>('select exists (select from plan where unit_id = $1 and year = $2 and taken_back_reason is null) as has', [unitId, year]);
  return row?.has ?? false;
}

/** Makes a plan of a unit. Gives back its id. */
export async function insertPlan(sql: Sql, actor: Actor, { unitId, year, ...facts }: PlanFacts & { readonly unitId: string; readonly year: number }): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `insert into plan (unit_id, position, year, document_id, parent_id, is_handed_down, recorder_name)
     select id, lo, $2, $3::uuid, $4::uuid, $5, $6 from unit where id = $1 returning id`,
    [unitId, year, facts.documentId, facts.parentId, facts.isHandedDown, actor.displayName],
  );
  if (!row) throw new Error('the plan was made and is not there');
  return row.id;
}

/** Changes a plan that stands as it was seen. False where it has changed meanwhile. */
export async function updatePlan(sql: Sql, { id, version }: Pick<Plan, 'id' | 'version'>, facts: PlanFacts): Promise<boolean> {
  const rows = await sql.query('update plan set version = version + 1, document_id = $3::uuid, parent_id = $4::uuid, is_handed_down = $5 where id = $1 and version = $2 returning id', [
    id, version, facts.documentId, facts.parentId, facts.isHandedDown,
  ]);
  return rows.length > 0;
}

/** Lets one change at a time add to a plan. */
export async function holdPlan(sql: Sql, planId: string): Promise<void> {
  await sql.query('select id from plan where id = $1 for no key update', [planId]);
}

type DatedFacts = PlanItemFacts & { readonly dueOn: Day };

/** Adds an item to a plan. Gives back its id. */
export async function insertItem(sql: Sql, actor: Actor, { planId, ...facts }: DatedFacts & { readonly planId: string }): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `insert into plan_item (plan_id, position, period, due_on, title, responsible, target_id, recorder_name)
     select id, position, $2, $3::date, $4, $5, $6::uuid, $7 from plan where id = $1 returning id`,
    [planId, facts.period, facts.dueOn, facts.title, facts.responsible, facts.targetId, actor.displayName],
  );
  if (!row) throw new Error('the item was added and is not there');
  return row.id;
}

/** Changes an item that stands as it was seen. False where it has changed meanwhile. */
export async function updateItem(sql: Sql, { id, version }: Pick<PlanItem, 'id' | 'version'>, facts: DatedFacts): Promise<boolean> {
  const rows = await sql.query('update plan_item set version = version + 1, period = $3, due_on = $4::date, title = $5, responsible = $6, target_id = $7::uuid where id = $1 and version = $2 returning id', [
    id, version, facts.period, facts.dueOn, facts.title, facts.responsible, facts.targetId,
  ]);
  return rows.length > 0;
}

/** Adds a line to what became of an item that stands as it was seen. False where it has changed meanwhile. */
export async function insertCheck(sql: Sql, actor: Actor, { id, version }: Pick<PlanItem, 'id' | 'version'>, check: { readonly doneOn: Day | null; readonly note: string | null }): Promise<boolean> {
  const rows = await sql.query(
    `with seen as (update plan_item set version = version + 1 where id = $1 and version = $2 returning id, position)
     insert into plan_item_check (item_id, position, done_on, note, recorder_name) select id, position, $3::date, $4, $5 from seen returning id`,
    [id, version, check.doneOn, check.note, actor.displayName],
  );
  return rows.length > 0;
}
