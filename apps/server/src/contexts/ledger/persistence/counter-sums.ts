import type { Dimension } from '@banyan/schema/enums';
import { addDays, earlier, later, startOf, type Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { EntryMeasure } from '../domain/measure.ts';
import { keysOf, sensitiveJoin } from './slices.ts';

/** Entries of one measure up to a day. */
export interface Cut {
  readonly measure: EntryMeasure;
  readonly upTo: Day;
}

/** The sum of a unit's entries of one measure up to a day, by the tree of each entry's own day. */
export interface SumQuestion extends Cut {
  readonly unitId: string;
}

/** The sum that was read of a unit's entries of a measure up to a day. */
export type SumOf = (unitId: string, measure: EntryMeasure, upTo: Day) => number;

/** A flow across the unit's own border only: both ends inside cancel. */
const crossesBorder = `(e.other_then is null or not exists (
  select from placement o where o.unit_id = q.unit_id and e.other_then between o.lo and o.hi))`;

/** The unit of each question, and `whole`: the first day that counters do not cover (the beginning of time where none are kept). */
function questions(grain: 'month' | 'quarter', keeps: string): string {
  return `question as materialized (
    select asked.ordinal, asked.measure collate "C" as measure, asked.up_to, u.id as unit_id, k.${keeps} as keeps,
      case when k.${keeps} then date_trunc('${grain}', (asked.up_to + 1)::timestamp)::date else '-infinity'::date end as whole
    from unnest($1::uuid[], $2::text[], $3::date[]) with ordinality as asked (unit_id, measure, up_to, ordinal)
    join unit u on u.id = asked.unit_id and u.lo + 0 between $4 and $5
    join unit_kind k on k.configuration = u.configuration and k.code = u.kind
  )`;
}

/** Whether an entry is queued at any place that one of the units has had: asked once a statement. A unit that moved has had places outside the scope. */
const anyQueued = `(select exists (select from placement p join pending w on w.position between p.lo and p.hi where p.unit_id = any ($1::uuid[])))`;

/*
 * Entries that no counter answers: queued ones, those of the days after the last whole month or quarter, and all of a unit that
 * keeps no counters. What a condition on the question alone shows to be empty is not even begun: most questions end with a month and
 * find nothing queued. "+ 0" keeps the planner on the index by day for a large unit: by place it would read its whole history.
 */
function loose(select: (value: string) => string, join: string): string {
  return `
    select ${select('e.delta')} from placement p join pending w on w.position between p.lo and p.hi join entry e on e.id = w.entry_id ${join}
    where q.keeps and ${anyQueued}
      and p.unit_id = q.unit_id and e.measure = q.measure and e.occurred_on < q.whole and ${crossesBorder}
    union all
    select ${select('e.delta')} from placement p join entry e on e.position_then + 0 between p.lo and p.hi ${join}
    where q.keeps and q.whole <= q.up_to
      and p.unit_id = q.unit_id and e.measure = q.measure and e.occurred_on >= q.whole and e.occurred_on <= q.up_to and ${crossesBorder}
    union all
    select ${select('e.delta')} from placement p join entry e on e.position_then between p.lo and p.hi ${join}
    where not q.keeps and p.unit_id = q.unit_id and e.measure = q.measure and e.occurred_on <= q.up_to and ${crossesBorder}`;
}

/** An array as PostgreSQL writes it, of words that need no quotes: the driver would look at each letter of hundreds of them. */
function words(values: readonly string[]): string {
  return `{${values.join(',')}}`;
}

/** What counters hold of the entries up to a day: the years before `year`, and from there the months before `whole`. */
interface Column {
  readonly year: Day;
  readonly whole: Day;
}

/** What counters hold up to each column, for each unit and measure: one pass over the counters of a unit, whatever the number of days. */
function totals(columns: readonly Column[]): { name: string; text: string; values: string[] } {
  const values: string[] = [];
  const pushed = (day: Day) => `$${values.push(day) + 4}::date`;
  const ragged = columns.filter(({ year, whole }) => year < whole);
  const years = `select c.measure, c.grain, c.starts_on, c.value from counter c
    where c.unit_id = u.id and c.measure = any ($2::text[]) and c.grain = 'YEAR' and c.starts_on < ${pushed(columns.reduce((last, { year }) => later(last, year), ''))}`;
  const months = ragged.length === 0 ? '' : `union all
    select c.measure, c.grain, c.starts_on, c.value from counter c
    where c.unit_id = u.id and c.measure = any ($2::text[]) and c.grain = 'MONTH'
      and c.starts_on >= ${pushed(ragged.reduce((first, { year }) => earlier(first, year), '9999'))} and c.starts_on < ${pushed(ragged.reduce((last, { whole }) => later(last, whole), ''))}`;
  const sums = columns.map(({ year, whole }, index) => {
    const before = pushed(year);
    const held = year < whole ? `case c.grain when 'YEAR' then c.starts_on < ${before} else c.starts_on >= ${before} and c.starts_on < ${pushed(whole)} end` : `c.grain = 'YEAR' and c.starts_on < ${before}`;
    return `sum(c.value) filter (where ${ragged.length === 0 ? `c.starts_on < ${before}` : held})::int as sum_${index}`;
  });
  return {
    name: `banyan-totals-${columns.map(({ year, whole }) => (year < whole ? 'm' : 'y')).join('')}`,
    text: `select a.ordinal::int as unit, k.keeps_counters as keeps, exists (select from placement p join pending w on w.position between p.lo and p.hi where p.unit_id = u.id) as queued, c.*
      from unnest($1::uuid[]) with ordinality as a (id, ordinal)
      join unit u on u.id = a.id and u.lo + 0 between $3 and $4
      join unit_kind k on k.configuration = u.configuration and k.code = u.kind
      left join lateral (select c.measure, ${sums.join(', ')} from (${years} ${months}) c group by c.measure) c on k.keeps_counters`,
    values,
  };
}

/* What counters do not hold of the questions that are left. */
const rest = {
  name: 'banyan-totals-rest',
  text: `with ${questions('month', 'keeps_counters')}
    select q.ordinal::int as ordinal, sum(part.value)::int as value
    from question q cross join lateral (${loose((value) => `${value}::int as value`, '')}) part
    group by q.ordinal`,
};

async function sumRest(scope: Scope, asked: readonly SumQuestion[]): Promise<number[]> {
  const answers = new Array<number>(asked.length).fill(0);
  if (asked.length === 0) return answers;
  const rows = await scope.query<{ ordinal: number; value: number }>(
    rest.text,
    [words(asked.map((question) => question.unitId)), words(asked.map((question) => question.measure)), words(asked.map((question) => question.upTo)), scope.lo, scope.hi],
    rest.name,
  );
  for (const row of rows) answers[row.ordinal - 1] = row.value;
  return answers;
}

interface TotalsRow {
  readonly unit: number;
  readonly keeps: boolean;
  readonly queued: boolean;
  readonly measure: EntryMeasure | null;
  readonly [sum: `sum_${number}`]: number | null;
}

/** Most days whose statement is kept prepared: trends have hundreds of forms. */
const preparedAtMost = 8;

/**
 * The sums of each unit at each cut, by one statement over the counters and, where entries are left that no counter holds (of an
 * unfinished month, still queued, or of a unit that keeps none), one over those. A unit outside the scope sums to 0.
 */
export async function sumByCounters(scope: Scope, unitIds: readonly string[], cuts: readonly Cut[]): Promise<SumOf> {
  const columns: Column[] = [];
  const columnOf = new Map<Day, number>();
  const unfinished = new Set<Day>();
  for (const { upTo } of cuts) {
    if (columnOf.has(upTo)) continue;
    const whole = startOf('MONTH', addDays(upTo, 1));
    if (whole <= upTo) unfinished.add(upTo);
    const known = columns.findIndex((column) => column.whole === whole);
    columnOf.set(upTo, known >= 0 ? known : columns.push({ year: startOf('YEAR', whole), whole }) - 1);
  }
  const statement = totals(columns);
  const measures = words([...new Set(cuts.map(({ measure }) => measure))]);
  const rows = await scope.query<TotalsRow>(
    statement.text,
    [words(unitIds), measures, scope.lo, scope.hi, ...statement.values],
    columns.length <= preparedAtMost ? statement.name : undefined,
  );
  const held = new Map<string, Map<EntryMeasure, TotalsRow>>();
  const left: SumQuestion[] = [];
  for (const row of rows) {
    const unitId = unitIds[row.unit - 1] ?? '';
    let byMeasure = held.get(unitId);
    if (!byMeasure) {
      held.set(unitId, (byMeasure = new Map()));
      for (const { measure, upTo } of cuts) {
        if (!row.keeps || row.queued || unfinished.has(upTo)) left.push({ unitId, measure, upTo });
      }
    }
    if (row.measure) byMeasure.set(row.measure, row);
  }
  const answers = await sumRest(scope, left);
  const restOf = new Map(left.map(({ unitId, measure, upTo }, index) => [`${unitId} ${measure} ${upTo}`, answers[index] ?? 0]));
  return (unitId, measure, upTo) =>
    (held.get(unitId)?.get(measure)?.[`sum_${columnOf.get(upTo) ?? 0}`] ?? 0) + (restOf.size === 0 ? 0 : (restOf.get(`${unitId} ${measure} ${upTo}`) ?? 0));
}

/** Answers each question with its sum per slice key of a dimension, all by one statement. Keys that sum to 0 are left out. */
export async function sliceByCounters(scope: Scope, dimension: Dimension, asked: readonly SumQuestion[]): Promise<Map<string, number>[]> {
  const text = `with ${questions('quarter', 'keeps_slice_counters')}
    select q.ordinal::int as ordinal, part.key, sum(part.value)::int as value
    from question q cross join lateral (
      select c.key, c.value from slice_counter c
      where q.keeps and c.unit_id = q.unit_id and c.measure = q.measure and c.dimension = $6 and c.starts_on < q.whole
      union all ${loose((value) => `slice.key, ${value}::int`, `${sensitiveJoin([dimension])} cross join lateral unnest(${keysOf(dimension)}) as slice (key)`)}
    ) part
    group by q.ordinal, part.key having sum(part.value) <> 0`;
  const rows = await scope.query<{ ordinal: number; key: string; value: number }>(text, [
    words(asked.map((question) => question.unitId)),
    words(asked.map((question) => question.measure)),
    words(asked.map((question) => question.upTo)),
    scope.lo,
    scope.hi,
    dimension,
  ], `banyan-slices-${dimension}`);
  const answers = asked.map(() => new Map<string, number>());
  for (const row of rows) answers[row.ordinal - 1]?.set(row.key, row.value);
  return answers;
}
