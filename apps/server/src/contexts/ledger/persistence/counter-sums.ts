import type { Dimension } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { EntryMeasure } from '../domain/measure.ts';
import { keysOf, sensitiveJoin } from './slices.ts';

/** The sum of a unit's entries of one measure up to a day, by the tree of each entry's own day. */
export interface SumQuestion {
  readonly unitId: string;
  readonly measure: EntryMeasure;
  readonly upTo: Day;
}

/** A flow across the unit's own border only: both ends inside cancel. */
const crossesBorder = `(e.other_then is null or not exists (
  select from placement o where o.unit_id = q.unit_id and e.other_then between o.lo and o.hi))`;

/** The unit of each question, `whole`: the first day that counters do not cover (the beginning of time where none are kept), and the year of it. */
function questions(grain: 'month' | 'quarter', keeps: string): string {
  return `question as materialized (
    select asked.ordinal, asked.measure collate "C" as measure, asked.up_to, u.id as unit_id, k.${keeps} as keeps,
      case when k.${keeps} then date_trunc('${grain}', (asked.up_to + 1)::timestamp)::date else '-infinity'::date end as whole,
      date_trunc('year', (asked.up_to + 1)::timestamp)::date as year
    from unnest($1::uuid[], $2::text[], $3::date[]) with ordinality as asked (unit_id, measure, up_to, ordinal)
    join unit u on u.id = asked.unit_id and u.lo + 0 between $4 and $5
    join unit_kind k on k.configuration = u.configuration and k.code = u.kind
  )`;
}

/*
 * Entries that no counter answers: queued ones, those of the days after the last whole month or quarter, and all of a unit that
 * keeps no counters. What a condition on the question alone shows to be empty is not even begun: most questions end with a month and
 * find nothing queued. "+ 0" keeps the planner on the index by day for a large unit: by place it would read its whole history.
 */
function loose(select: (value: string) => string, join: string): string {
  return `
    select ${select('e.delta')} from placement p join pending w on w.position between p.lo and p.hi join entry e on e.id = w.entry_id ${join}
    where q.keeps and (select exists (select from pending))
      and p.unit_id = q.unit_id and e.measure = q.measure and e.occurred_on < q.whole and ${crossesBorder}
    union all
    select ${select('e.delta')} from placement p join entry e on e.position_then + 0 between p.lo and p.hi ${join}
    where q.keeps and q.whole <= q.up_to
      and p.unit_id = q.unit_id and e.measure = q.measure and e.occurred_on >= q.whole and e.occurred_on <= q.up_to and ${crossesBorder}
    union all
    select ${select('e.delta')} from placement p join entry e on e.position_then between p.lo and p.hi ${join}
    where not q.keeps and p.unit_id = q.unit_id and e.measure = q.measure and e.occurred_on <= q.up_to and ${crossesBorder}`;
}

/* Whole years are read once for each measure of a unit, whatever the number of days that are asked of it. */
const totals = {
  name: 'banyan-totals',
  text: `with ${questions('month', 'keeps_counters')}
  select part.ordinal::int as ordinal, sum(part.value)::int as value
  from (
    select cut.ordinal, c.value
    from (select unit_id, measure, max(year) as before, array_agg(ordinal) as ordinals, array_agg(year) as years from question where keeps group by unit_id, measure) asked
    cross join lateral (
      select c.starts_on, c.value from counter c
      where c.unit_id = asked.unit_id and c.measure = asked.measure and c.grain = 'YEAR' and c.starts_on < asked.before
    ) c
    cross join lateral unnest(asked.ordinals, asked.years) as cut (ordinal, year)
    where c.starts_on < cut.year
    union all
    select q.ordinal, rest.value
    from question q cross join lateral (
      select c.value from counter c
      where q.keeps and q.year < q.whole and c.unit_id = q.unit_id and c.measure = q.measure and c.grain = 'MONTH'
        and c.starts_on >= q.year and c.starts_on < q.whole
      union all ${loose((value) => `${value}::int`, '')}
    ) rest
  ) part
  group by part.ordinal`,
};

/** An array as PostgreSQL writes it, of words that need no quotes: the driver would look at each letter of hundreds of them. */
function words(values: readonly string[]): string {
  return `{${values.join(',')}}`;
}

/** Answers each question with one number, all by one statement. A unit outside the scope sums to 0. */
export async function sumByCounters(scope: Scope, asked: readonly SumQuestion[]): Promise<number[]> {
  const rows = await scope.query<{ ordinal: number; value: number }>(totals.text, [
    words(asked.map((question) => question.unitId)),
    words(asked.map((question) => question.measure)),
    words(asked.map((question) => question.upTo)),
    scope.lo,
    scope.hi,
  ], totals.name);
  const answers = new Array<number>(asked.length).fill(0);
  for (const row of rows) answers[row.ordinal - 1] = row.value;
  return answers;
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
