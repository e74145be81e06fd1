import { stageOf, type CandidacyOrder, type CandidacyState, type Stage, type TodoGroup } from '@banyan/schema/lifecycle';
import type { Cursor } from '../../../kernel/connection.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import { candidacyColumns, candidacyOf, type Candidacy, type CandidacyRow } from './candidacy-row.ts';
import { countMatches, findSearchedWords, matchesOf, nameHas, type SearchedWords } from './name-search.ts';
import { countIn, findStretch, mostGathered, queryAlongIndex, Values, type Stretch } from './stretch.ts';

/** Candidacies of the scope by id. */
export async function findCandidaciesById(scope: Scope, ids: readonly string[]): Promise<Map<string, Candidacy>> {
  const rows = await scope.query<CandidacyRow>(
    `select ${candidacyColumns} from candidacy c join person p on p.id = c.person_id where c.id = any ($1::uuid[]) and c.position + 0 between $2 and $3`,
    [ids, scope.lo, scope.hi],
  );
  return new Map(rows.map((row) => [row.id, candidacyOf(row)]));
}

/** The latest candidacy of each person of the scope, by person. One that was taken up wrongly is none. */
export async function findCandidaciesOf(scope: Scope, personIds: readonly string[]): Promise<Map<string, Candidacy>> {
  const rows = await scope.query<CandidacyRow>(
    `select distinct on (c.person_id) ${candidacyColumns} from candidacy c join person p on p.id = c.person_id
     where c.person_id = any ($1::uuid[]) and c.state <> 'TAKEN_BACK' and c.position + 0 between $2 and $3 order by c.person_id, c.ordinal desc`,
    [personIds, scope.lo, scope.hi],
  );
  return new Map(rows.map((row) => [row.person_id, candidacyOf(row)]));
}

/** All candidacies of people of the scope, the earliest first. */
export async function findWaysOf(scope: Scope, personIds: readonly string[]): Promise<Candidacy[]> {
  const rows = await scope.query<CandidacyRow>(
    `select ${candidacyColumns} from candidacy c join person p on p.id = c.person_id
     where c.person_id = any ($1::uuid[]) and c.position + 0 between $2 and $3 order by c.person_id, c.ordinal`,
    [personIds, scope.lo, scope.hi],
  );
  return rows.map(candidacyOf);
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

/** The day that a limit runs out, and after all days where none does: as its index has it. */
const due = `(case when c.due_on is null then date 'infinity' else c.due_on end)`;

/** How a list is ordered: the key of a row as a text. */
const orders: Record<CandidacyOrder, { by: string; after: (key: string, id: string) => string }> = {
  // What is asked of the name alone lets the index of names begin there.
  GIVEN_NAME: { by: 'p.sort_key', after: (key, id) => `p.sort_key >= ${key}::text collate "vi-x-icu" and (p.sort_key, c.id) > (${key}::text collate "vi-x-icu", ${id}::uuid)` },
  DEADLINE: { by: due, after: (key, id) => `(${due}, c.id) > (${key}::date, ${id}::uuid)` },
};

/** A page of a list with one row more than asked, each with the key that it is ordered by, and the exact number of the whole. */
export interface CandidacyPage {
  readonly rows: { readonly candidacy: Candidacy; readonly key: string }[];
  readonly totalCount: number;
}

interface Page {
  readonly orderBy: CandidacyOrder;
  readonly first: number;
  readonly after: Cursor | null;
}

function followsOf({ orderBy, after }: Page, values: Values): string {
  return after ? orders[orderBy].after(values.at(after[0]), values.at(after[1])) : 'true';
}

/** Gathers candidacies `c` from a source, then counts and orders them. For few. */
async function gather(scope: Scope, source: Source, page: Page): Promise<CandidacyPage> {
  const { values } = source;
  const rows = await scope.query<CandidacyRow & { key: string; total: string }>(
    `with gathered as materialized (select c.id, ${orders[page.orderBy].by} as key, ${followsOf(page, values)} as follows from ${page.orderBy === 'GIVEN_NAME' ? withPerson(source) : source.from} where ${source.where})
     select ${candidacyColumns}, listed.key::text, whole.total from (select count(*) as total from gathered) whole
     left join (select id, key from gathered where follows order by key, id limit ${values.at(page.first + 1)}) listed on true
     left join candidacy c on c.id = listed.id left join person p on p.id = c.person_id
     order by listed.key, listed.id`,
    values.all,
  );
  // Where nothing is listed one row stands for the total.
  return { rows: rows.flatMap((row) => (row.id === null ? [] : [{ candidacy: candidacyOf(row), key: row.key }])), totalCount: Number(rows[0]?.total ?? 0) };
}

/** Walks along the index of the order until a page is full. For many. */
async function walk(scope: Scope, source: Source, page: Page): Promise<CandidacyPage['rows']> {
  const { values } = source;
  const { by } = orders[page.orderBy];
  const rows = await queryAlongIndex<CandidacyRow & { key: string }>(
    scope,
    `select ${candidacyColumns}, ${by}::text as key from ${withPerson(source)} where ${source.where} and ${followsOf(page, values)} order by ${by}, c.id limit ${values.at(page.first + 1)}`,
    values.all,
  );
  return rows.map((row) => ({ candidacy: candidacyOf(row), key: row.key }));
}

/** Where candidacies `c` come from, and under which condition. */
interface Source {
  readonly from: string;
  readonly where: string;
  readonly values: Values;
  readonly hasPerson?: boolean;
}

function withPerson({ from, hasPerson }: Source): string {
  return hasPerson ? from : `${from} join person p on p.id = c.person_id`;
}

/** The way in to rows: their place, the words of names, or the index of the order or of what is asked. */
type Way = 'PLACE' | 'WORDS' | 'ORDER';

async function ask<Row>(scope: Scope, way: Way, text: string, values: readonly unknown[]): Promise<Row[]> {
  return way === 'ORDER' ? await queryAlongIndex<Row>(scope, text, values) : await scope.query<Row>(text, values);
}

/** The candidacies that a filter leaves of a stretch, by one of the ways in. */
function sourceOf(stretch: Stretch, { states, dueBefore, dueFrom }: CandidacyFilter, words: SearchedWords | null, way: Way): Source {
  const values = new Values();
  const conditions = [`c.position ${way === 'PLACE' ? '' : '+ 0'} between ${values.at(stretch.lo)} and ${values.at(stretch.hi)}`];
  if (states) conditions.push(`c.state = any (${values.at(states)})`);
  if (dueBefore ?? dueFrom) conditions.push(`${due} < ${values.at(dueBefore ?? 'infinity')}::date`);
  if (dueFrom) conditions.push(`${due} >= ${values.at(dueFrom)}::date`);
  if (words && way === 'WORDS') conditions.push(`c.id = any (array(select w.id from ${matchesOf('CANDIDACY', stretch, words, states, values)}))`);
  if (!words || way === 'WORDS') return { from: 'candidacy c', where: conditions.join(' and '), values };
  conditions.push(nameHas('p.name_fold', words, values));
  return { from: 'candidacy c join person p on p.id = c.person_id', where: conditions.join(' and '), values, hasPerson: true };
}

/** Candidacies of the scope, filtered. */
export async function listCandidacies(scope: Scope, filter: CandidacyFilter, page: Page): Promise<CandidacyPage> {
  const [stretch, words] = await Promise.all([findStretch(scope, 'CANDIDACY', filter.under), findSearchedWords(scope, 'CANDIDACY', filter.search)]);
  if (!stretch) return { rows: [], totalCount: 0 };
  const standing = countIn(stretch, filter.states);
  if (standing <= mostGathered) return await gather(scope, sourceOf(stretch, filter, words, 'PLACE'), page);
  const isDated = (filter.dueBefore ?? filter.dueFrom) !== null;
  const way = words ? 'WORDS' : 'ORDER';
  const counted = isDated ? countOf(scope, sourceOf(stretch, filter, words, way)) : words ? countMatches(scope, 'CANDIDACY', stretch, words, filter.states) : standing;
  const totalCount = await counted;
  if (totalCount <= mostGathered) return await gather(scope, sourceOf(stretch, filter, words, way), page);
  return { rows: await walk(scope, sourceOf(stretch, filter, words, 'ORDER'), page), totalCount };
}

async function countOf(scope: Scope, { from, where, values }: Source): Promise<number> {
  const [row] = await queryAlongIndex<{ total: string }>(scope, `select count(*) as total from ${from} where ${where}`, values.all);
  return Number(row?.total ?? 0);
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
  const [stretch, words] = await Promise.all([findStretch(scope, 'CANDIDACY', filter.under), findSearchedWords(scope, 'CANDIDACY', filter.search)]);
  if (!stretch) return [];
  const isSmall = countIn(stretch, filter.states) <= mostGathered;
  const way = isSmall ? 'PLACE' : words ? 'WORDS' : 'ORDER';
  const { from, where, values } = sourceOf(stretch, filter, words, way);
  const day = `${values.at(today)}::date`;
  // Counted by day first: those of a whole province are far fewer days than people, and the one in the middle stands where half of them are reached.
  const rows = await ask<{ stage: Stage; count: string; overdue: string; median: number | null }>(
    scope,
    way,
    `with of_day as materialized (
       select c.state, c.last_on, count(*) as number, count(*) filter (where c.due_on < ${day}) as overdue from ${from} where ${where} group by c.state, c.last_on
     ), staged as (
       select s.stage, greatest(${day} - d.last_on, 0) as days, sum(d.number) as number, sum(d.overdue) as overdue
       from of_day d join jsonb_to_recordset(${values.at(stageRows)}::jsonb) as s (state text, stage text) on s.state = d.state group by 1, 2
     ), reached as (
       select stage, days, sum(number) over (partition by stage order by days) as number, sum(number) over (partition by stage) as whole, sum(overdue) over (partition by stage) as overdue from staged
     )
     select stage, whole as count, overdue, min(days) filter (where number * 2 >= whole) as median from reached group by stage, whole, overdue`,
    values.all,
  );
  return rows.map(({ stage, count, overdue, median }) => ({ stage, count: Number(count), overdue: Number(overdue), medianDays: median }));
}

/** What the list of things to do is made for: a day, and where one's own unit is the one that is waited for. */
export interface TodoQuestion {
  readonly today: Day;
  /** The last day that "next seven days" holds, and that "coming" holds. */
  readonly weekEndsOn: Day;
  readonly comingEndsOn: Day;
  readonly waiting: readonly { readonly places: readonly string[]; readonly states: readonly CandidacyState[] }[];
  /** Whether the grant signs letters of transfer, so that those that wait for a unit of the scope wait for it. */
  readonly signs: boolean;
  /** The places for which one's own unit decides, and after how many failed votes it has to. */
  readonly deadlocked: { readonly places: readonly string[]; readonly failedVotes: number };
}

/** The words in which the parts are asked: the stretch, the days and where one is waited for. Only those that are used become values. */
function todoWords(scope: Scope, { today, weekEndsOn, comingEndsOn, waiting, deadlocked }: TodoQuestion, values: Values) {
  return {
    within: (way: 'PLACE' | 'ORDER') => `c.position ${way === 'PLACE' ? '' : '+ 0'} between ${values.at(scope.lo)}::bigint and ${values.at(scope.hi)}::bigint`,
    today: () => `${values.at(today)}::date`,
    weekEndsOn: () => `${values.at(weekEndsOn)}::date`,
    comingEndsOn: () => `${values.at(comingEndsOn)}::date`,
    waits: () => {
      const parts = waiting.map(({ places, states }) => `c.state = any (${values.at(states)}) and c.position = any (${values.at(places)}::bigint[])`);
      if (deadlocked.places.length > 0) parts.push(`c.state = 'PROBATIONARY' and c.failed_votes >= ${values.at(deadlocked.failedVotes)} and c.position = any (${values.at(deadlocked.places)}::bigint[])`);
      return parts.length > 0 ? `(${parts.join(' or ')})` : 'false';
    },
  };
}

/** Whether the scope holds so few candidacies that their place is the way in. */
async function wayIn(scope: Scope): Promise<'PLACE' | 'ORDER'> {
  const stretch = await findStretch(scope, 'CANDIDACY', null);
  return stretch && countIn(stretch, null) > mostGathered ? 'ORDER' : 'PLACE';
}

/** How much there is to do: in each part, and by the days that are not past and on which limits run out. */
export interface TodoCounts {
  readonly parts: ReadonlyMap<TodoGroup, number>;
  readonly days: ReadonlyMap<Day, number>;
}

/** Adds up counts of parts and days. */
export function todoCounts(rows: readonly { readonly part: TodoGroup; readonly day: Day | null; readonly count: string }[]): TodoCounts {
  const parts = new Map<TodoGroup, number>();
  const days = new Map<Day, number>();
  for (const { part, day, count } of rows) {
    parts.set(part, (parts.get(part) ?? 0) + Number(count));
    if (day !== null) days.set(day, (days.get(day) ?? 0) + Number(count));
  }
  return { parts, days };
}

/** How many candidacies there are to act on; each stands in the first part that fits. */
export async function countTodo(scope: Scope, question: TodoQuestion): Promise<TodoCounts> {
  const way = await wayIn(scope);
  const values = new Values();
  const { within, today, weekEndsOn, comingEndsOn, waits } = todoWords(scope, question, values);
  // Few are read once for all parts; each part of many finds its rows by an index.
  const few = way === 'PLACE' ? `with few as materialized (select c.state, c.position, c.due_on, c.failed_votes from candidacy c where ${within('PLACE')})` : '';
  const from = (wayOfPart: 'PLACE' | 'ORDER') => (way === 'PLACE' ? 'few c where true' : `candidacy c where ${within(wayOfPart)}`);
  // What has a limit that runs out soon, and what is something to do although it has none.
  const rows = await ask<{ part: TodoGroup; day: Day | null; count: string }>(
    scope,
    way,
    `${few}
     select 'OVERDUE' as part, null as day, count(*) as count from ${from('ORDER')} and ${due} < ${today()}
     union all
     select part, day::text, count(*) from (
       select c.due_on as day, case
         when ${due} <= ${weekEndsOn()} then 'THIS_WEEK'
         when c.state = 'RETURNED' then 'RETURNED'
         when ${waits()} then 'WAITING_FOR_ME'
         else 'COMING'
       end as part
       from ${from('ORDER')} and ${due} >= ${today()} and ${due} <= ${comingEndsOn()}
       union all
       select null, 'RETURNED' from ${from('PLACE')} and c.state = 'RETURNED' and ${due} > ${comingEndsOn()}
       union all
       select null, 'WAITING_FOR_ME' from ${from('ORDER')} and ${waits()} and c.state <> 'RETURNED' and ${due} > ${comingEndsOn()}
     ) g group by part, day`,
    values.all,
  );
  return todoCounts(rows);
}

/** The candidacies of one part of what is to do, the most urgent first. */
export async function listTodo(scope: Scope, question: TodoQuestion, group: TodoGroup, page: { first: number; after: Cursor | null }): Promise<CandidacyPage['rows']> {
  const values = new Values();
  const { within, today, weekEndsOn, comingEndsOn, waits } = todoWords(scope, question, values);
  const way = await wayIn(scope);
  const asked: Record<TodoGroup, () => string> = {
    OVERDUE: () => `${due} < ${today()}`,
    THIS_WEEK: () => `${due} >= ${today()} and ${due} <= ${weekEndsOn()}`,
    RETURNED: () => `c.state = 'RETURNED' and ${due} > ${weekEndsOn()}`,
    WAITING_FOR_ME: () => `${waits()} and c.state <> 'RETURNED' and ${due} > ${weekEndsOn()}`,
    COMING: () => `c.state <> 'RETURNED' and ${due} > ${weekEndsOn()} and ${due} <= ${comingEndsOn()} and not ${waits()}`,
  };
  // The parts that a limit makes lie together in the order of limits.
  const isRange = group !== 'RETURNED' && group !== 'WAITING_FOR_ME';
  const source: Source = { from: 'candidacy c', where: `${within(isRange ? way : group === 'RETURNED' ? 'PLACE' : 'ORDER')} and ${asked[group]()}`, values };
  const of = { orderBy: 'DEADLINE' as const, ...page };
  return isRange && way === 'ORDER' ? await walk(scope, source, of) : (await gather(scope, source, of)).rows;
}
