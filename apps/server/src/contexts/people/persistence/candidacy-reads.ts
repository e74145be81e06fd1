import { stageOf, type CandidacyOrder, type CandidacyState, type Stage, type TodoGroup } from '@banyan/schema/lifecycle';
import type { Cursor } from '../../../kernel/connection.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import { candidacyColumns, candidacyOf, type Candidacy, type CandidacyRow } from './candidacy-row.ts';

/** Candidacies of the scope by id. */
export async function findCandidaciesById(scope: Scope, ids: readonly string[]): Promise<Map<string, Candidacy>> {
  const rows = await scope.query<CandidacyRow>(
    `select ${candidacyColumns} from candidacy c join person p on p.id = c.person_id where c.id = any ($1::uuid[]) and c.position + 0 between $2 and $3`,
    [ids, scope.lo, scope.hi],
  );
  return new Map(rows.map((row) => [row.id, candidacyOf(row)]));
}

/** The latest candidacy of each person of the scope, by person. */
export async function findCandidaciesOf(scope: Scope, personIds: readonly string[]): Promise<Map<string, Candidacy>> {
  const rows = await scope.query<CandidacyRow>(
    `select distinct on (c.person_id) ${candidacyColumns} from candidacy c join person p on p.id = c.person_id
     where c.person_id = any ($1::uuid[]) and c.position + 0 between $2 and $3 order by c.person_id, c.ordinal desc`,
    [personIds, scope.lo, scope.hi],
  );
  return new Map(rows.map((row) => [row.person_id, candidacyOf(row)]));
}

/** Which candidacies: all conditions hold together. */
export interface CandidacyFilter {
  readonly under: string | null;
  readonly search: string | null;
  readonly states: readonly CandidacyState[] | null;
  /** Only those whose limit ran out before this day. */
  readonly dueBefore: Day | null;
  /** Only those whose limit runs out on this day or later. */
  readonly dueFrom: Day | null;
}

const filtered = `c.position between $1 and $2
  and ($3::uuid is null or exists (select from unit a where a.id = $3 and a.lo between $1 and $2 and c.position between a.lo and a.hi))
  and ($4::text is null or not exists (
    select from regexp_split_to_table(btrim(app.fold($4)), '\\s+') as word where strpos(' ' || p.name_fold, ' ' || word) = 0))
  and ($5::text[] is null or c.state = any ($5)) and ($6::date is null or c.due_on < $6) and ($7::date is null or c.due_on >= $7)`;

function filterValues(scope: Scope, filter: CandidacyFilter): readonly unknown[] {
  return [scope.lo, scope.hi, filter.under, filter.search, filter.states, filter.dueBefore, filter.dueFrom];
}

/** How a list is ordered: the key of a row as a text. */
const orders: Record<CandidacyOrder, { key: string; by: string; after: (key: string, id: string) => string }> = {
  GIVEN_NAME: { key: 'p.sort_key', by: 'p.sort_key, c.id', after: (key, id) => `(p.sort_key, c.id) > (${key}::text collate "vi-x-icu", ${id}::uuid)` },
  DEADLINE: {
    key: `coalesce(c.due_on, 'infinity')::text`,
    by: `coalesce(c.due_on, 'infinity'), c.id`,
    after: (key, id) => `(coalesce(c.due_on, 'infinity'), c.id) > (${key}::date, ${id}::uuid)`,
  },
};

/** A page of a list with one row more than asked, each with the key that it is ordered by, and the exact number of the whole. */
export interface CandidacyPage {
  readonly rows: { readonly candidacy: Candidacy; readonly key: string }[];
  readonly totalCount: number;
}

type ListedRow = CandidacyRow & { key: string; total: string };

function pageOfRows(rows: readonly ListedRow[]): CandidacyPage {
  // Where nothing is listed one row stands for the total.
  return { rows: rows.flatMap((row) => (row.id === null ? [] : [{ candidacy: candidacyOf(row), key: row.key }])), totalCount: Number(rows[0]?.total ?? 0) };
}

/** Candidacies of the scope, filtered. */
export async function listCandidacies(scope: Scope, filter: CandidacyFilter, page: { orderBy: CandidacyOrder; first: number; after: Cursor | null }): Promise<CandidacyPage> {
  const order = orders[page.orderBy];
  const rows = await scope.query<ListedRow>(
    `select listed.*, whole.total from (select count(*) as total from candidacy c join person p on p.id = c.person_id where ${filtered}) whole
     left join lateral (
       select ${candidacyColumns}, ${order.key} as key from candidacy c join person p on p.id = c.person_id
       where ${filtered} and ($8::text is null or ${order.after('$8', '$9')})
       order by ${order.by} limit $10
     ) listed on true`,
    [...filterValues(scope, filter), page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
  );
  return pageOfRows(rows);
}

/** How many candidacies stand at a stage. */
export interface StageCount {
  readonly stage: Stage;
  readonly count: number;
  readonly overdue: number;
  /** Days since the last step, of the one in the middle; null where nobody is there. */
  readonly medianDays: number | null;
}

const stageRows = JSON.stringify(Object.entries(stageOf).map(([state, stage]) => ({ state, stage })));

/** The stages of the filtered candidacies with their counts on a day; a stage where nobody is has no row. */
export async function countStages(scope: Scope, filter: CandidacyFilter, today: Day): Promise<StageCount[]> {
  const rows = await scope.query<{ stage: Stage; count: string; overdue: string; median: number | null }>(
    `select s.stage, count(*) as count, count(*) filter (where c.due_on < $9::date) as overdue,
       percentile_disc(0.5) within group (order by greatest($9::date - c.last_on, 0)) as median
     from candidacy c join person p on p.id = c.person_id join jsonb_to_recordset($8::jsonb) as s (state text, stage text) on s.state = c.state
     where ${filtered} group by s.stage`,
    [...filterValues(scope, filter), stageRows, today],
  );
  return rows.map(({ stage, count, overdue, median }) => ({ stage, count: Number(count), overdue: Number(overdue), medianDays: median }));
}

/** The units that have candidacies in one of the states. */
export async function listUnitsWith(scope: Scope, states: readonly CandidacyState[]): Promise<string[]> {
  const rows = await scope.query<{ unit_id: string }>(
    'select distinct p.unit_id from candidacy c join person p on p.id = c.person_id where c.position between $1 and $2 and c.state = any ($3)',
    [scope.lo, scope.hi, states],
  );
  return rows.map((row) => row.unit_id);
}

/** What the list of things to do is made for: a day, and where one's own unit is the one that is waited for. */
export interface TodoQuestion {
  readonly today: Day;
  /** The last day that "this week" holds, and that "coming" holds. */
  readonly weekEndsOn: Day;
  readonly comingEndsOn: Day;
  readonly waiting: readonly { readonly unitId: string; readonly states: readonly CandidacyState[] }[];
}

const grouped = `select c.*, case
    when c.due_on < $3::date then 'OVERDUE'
    when c.due_on <= $4::date then 'THIS_WEEK'
    when c.state = 'RETURNED' then 'RETURNED'
    when w.unit_id is not null then 'WAITING_FOR_ME'
    when c.due_on <= $5::date then 'COMING'
  end as part
  from candidacy c join person q on q.id = c.person_id
  left join jsonb_to_recordset($6::jsonb) as w (unit_id uuid, states text[]) on w.unit_id = q.unit_id and c.state = any (w.states)
  where c.position between $1 and $2 and (c.due_on is not null or c.state = any ($7))`;

function todoValues(scope: Scope, { today, weekEndsOn, comingEndsOn, waiting }: TodoQuestion): readonly unknown[] {
  const states = [...new Set(waiting.flatMap((one) => one.states)), 'RETURNED'];
  return [scope.lo, scope.hi, today, weekEndsOn, comingEndsOn, JSON.stringify(waiting.map(({ unitId, states: of }) => ({ unit_id: unitId, states: of }))), states];
}

/** How many things there are to do in each part; each candidacy stands in the first part that fits. */
export async function countTodo(scope: Scope, question: TodoQuestion): Promise<Map<TodoGroup, number>> {
  const rows = await scope.query<{ part: TodoGroup; count: string }>(
    `select part, count(*) as count from (${grouped}) g where part is not null group by part`,
    todoValues(scope, question),
  );
  return new Map(rows.map(({ part, count }) => [part, Number(count)]));
}

/** One part of what is to do, the most urgent first. */
export async function listTodo(scope: Scope, question: TodoQuestion, group: TodoGroup, page: { first: number; after: Cursor | null }): Promise<CandidacyPage> {
  const order = orders.DEADLINE;
  const rows = await scope.query<ListedRow>(
    `with g as (select * from (${grouped}) g where part = $8)
     select listed.*, whole.total from (select count(*) as total from g) whole
     left join lateral (
       select ${candidacyColumns}, ${order.key} as key from g c join person p on p.id = c.person_id
       where $9::text is null or ${order.after('$9', '$10')} order by ${order.by} limit $11
     ) listed on true`,
    [...todoValues(scope, question), group, page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
  );
  return pageOfRows(rows);
}
