import type { Dimension } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';
import { arrayLiteral } from '../../../platform/array-literal.ts';
import { preparedName } from '../../../platform/prepared-name.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { EntryMeasure } from '../domain/measure.ts';
import { Counting, endsMonth, endsQuarter, lastCounted, type Counted, type CountedRow, type Span } from './counting.ts';
import { sliceDaysOfQuarters, sumDaysOfMonths } from './days-beside-counters.ts';
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

/** The unit of each question and the last day of it that is asked of counters and of the queue, or of the entries of a unit that keeps none. */
const slicesAsked = `question as materialized (
    select asked.ordinal, asked.measure collate "C" as measure, u.id as unit_id, k.keeps_slice_counters as keeps,
      case when k.keeps_slice_counters then date_trunc('quarter', (asked.up_to + 1)::timestamp)::date - 1 else asked.up_to end as last
    from unnest($1::uuid[], $2::text[], $3::date[]) with ordinality as asked (unit_id, measure, up_to, ordinal)
    join unit u on u.id = asked.unit_id and u.lo + 0 between $4 and $5
    join unit_kind k on k.configuration = u.configuration and k.code = u.kind
  )`;

/** Whether an entry is queued at any place that one of the units has had: asked once a statement. A unit that moved has had places outside the scope. */
const anyQueued = `(select exists (select from placement p join pending w on w.position between p.lo and p.hi where p.unit_id = any ($1::uuid[])))`;

/*
 * Entries that no counter answers: queued ones, and all of a unit that keeps no counters. What a condition on the question alone
 * shows to be empty is not even begun: most questions find nothing queued.
 */
function loose({ columns, join, measured }: { readonly columns: string; readonly join: string; readonly measured: string }): string {
  return `
    select ${columns} from placement p join pending w on w.position between p.lo and p.hi join entry e on e.id = w.entry_id ${join}
    where q.keeps and ${anyQueued}
      and p.unit_id = q.unit_id and ${measured} and e.occurred_on <= q.last and ${crossesBorder}
    union all
    select ${columns} from placement p join entry e on e.position_then between p.lo and p.hi ${join}
    where not q.keeps and p.unit_id = q.unit_id and ${measured} and e.occurred_on <= q.last and ${crossesBorder}`;
}

/** What counters lack of some ends: of a unit that keeps counters what is queued of the time that they cover, of any other everything. */
interface Lack {
  readonly measures: readonly EntryMeasure[];
  /** The days up to which it is asked, in order. */
  readonly days: readonly Day[];
  /** The place of each end's day among the days. */
  readonly places: readonly number[];
}

/*
 * What is queued, or lies at units that keep no counters. The entries of a unit are read once, however much is asked of them: each falls behind
 * so many of the days, and counts for all that follow.
 */
const restStatement = {
  name: 'banyan-totals-rest',
  text: `with question as materialized (
      select asked.place::int as place, u.id as unit_id, k.keeps_counters as keeps,
        string_to_array(asked.measures collate "C", ' ') as measures, string_to_array(asked.days, ' ')::date[] as days, right(asked.days, 10)::date as last
      from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as asked (unit_id, measures, days, place)
      join unit u on u.id = asked.unit_id and u.lo + 0 between $4 and $5
      join unit_kind k on k.configuration = u.configuration and k.code = u.kind
    )
    select q.place, part.measure, width_bucket(part.day - 1, q.days) as behind, sum(part.value)::int as value
    from question q cross join lateral (${loose({ columns: 'e.measure, e.occurred_on as day, e.delta::int as value', join: '', measured: 'e.measure = any (q.measures)' })}) part
    group by 1, 2, 3`,
};

/** Of each unit the sum of each measure that it lacks, up to each of the days in turn; what is not there is 0. */
async function sumRests(scope: Scope, asked: readonly { readonly unitId: string; readonly lack: Lack }[]): Promise<ReadonlyMap<EntryMeasure, readonly number[]>[]> {
  const sums = asked.map(() => new Map<EntryMeasure, number[]>());
  if (asked.length === 0) return sums;
  const rows = await scope.query<{ place: number; measure: EntryMeasure; behind: number; value: number }>(
    restStatement.text,
    [arrayLiteral(asked.map(({ unitId }) => unitId)), arrayLiteral(asked.map(({ lack }) => lack.measures.join(' '))), arrayLiteral(asked.map(({ lack }) => lack.days.join(' '))), scope.lo, scope.hi],
    restStatement.name,
  );
  for (const { place, measure, behind, value } of rows) {
    const days = asked[place - 1]?.lack.days.length ?? 0;
    const own = sums[place - 1]?.get(measure) ?? new Array<number>(days).fill(0);
    sums[place - 1]?.set(measure, own);
    for (let day = behind; day < days; day += 1) own[day] = (own[day] ?? 0) + value;
  }
  return sums;
}

/** What counters hold of units, by one statement. Units outside the scope are left out. */
async function readCounted(scope: Scope, unitIds: readonly string[], counting: Counting): Promise<Map<string, Counted>> {
  if (unitIds.length === 0) return new Map();
  const { columns, join, values } = counting.write(4);
  const text = `select a.ordinal::int as unit${columns}
    from unnest($1::uuid[]) with ordinality as a (id, ordinal)
    join unit u on u.id = a.id and u.lo + 0 between $2 and $3 ${join}`;
  const rows = await scope.query<CountedRow & { unit: number }>(text, [arrayLiteral(unitIds), scope.lo, scope.hi, ...values], preparedName(text));
  return new Map(rows.map((row) => [unitIds[row.unit - 1] ?? '', counting.counted(row)]));
}

function endKey({ measure, upTo }: Pick<SumQuestion, 'measure' | 'upTo'>): string {
  return `${measure} ${upTo}`;
}

/** A day up to which sums are needed, of one measure, and the spans that it ends (added) or comes before (taken away). */
interface End {
  readonly measure: EntryMeasure;
  readonly upTo: Day;
  readonly parts: { readonly span: number; readonly sign: 1 | -1 }[];
}

/** The ends of spans, each once: the end of one step of a trend is what comes before the next. */
function endsOf(spans: readonly Span[]): End[] {
  const ends = new Map<string, End>();
  const add = (measure: EntryMeasure, upTo: Day, span: number, sign: 1 | -1) => {
    const key = endKey({ measure, upTo });
    const end = ends.get(key) ?? { measure, upTo, parts: [] };
    end.parts.push({ span, sign });
    ends.set(key, end);
  };
  spans.forEach(({ measure, after, upTo }, span) => {
    add(measure, upTo, span, 1);
    if (after !== null) add(measure, after, span, -1);
  });
  return [...ends.values()];
}

function lackOf(ends: readonly End[], keeps: boolean): Lack {
  const lasts = ends.map(({ upTo }) => (keeps ? lastCounted(upTo) : upTo));
  const days = [...new Set(lasts)].toSorted();
  return { measures: [...new Set(ends.map(({ measure }) => measure))], days, places: lasts.map((day) => days.indexOf(day)) };
}

/** Units that are asked for the same spans. */
export interface Alike {
  readonly unitIds: readonly string[];
  readonly spans: readonly Span[];
}

/**
 * The sums of each unit over each span of its group, by one statement over the counters for each group and, where entries are left that no
 * counter holds, one over those of unfinished months and one over those that are queued or lie at a unit that keeps none. A unit outside
 * the scope is not in the answer.
 */
export async function sumByCounters(scope: Scope, groups: readonly Alike[]): Promise<Map<string, number[]>[]> {
  const asked = groups.map((group) => ({ ...group, counting: new Counting(group.spans), ends: endsOf(group.spans) }));
  const unfinished = [...new Map(asked.flatMap(({ ends }) => ends).filter(({ upTo }) => !endsMonth(upTo)).map((end) => [endKey(end), end])).values()];
  const placeOfEnd = new Map(unfinished.map((end, place) => [endKey(end), place]));
  // Asked without waiting for which units keep counters: the days of the others are left out below.
  const [daysOf, ...read] = await Promise.all([
    sumDaysOfMonths(scope, [...new Set(groups.flatMap(({ unitIds }) => unitIds))], unfinished),
    ...asked.map(async (group) => ({ ...group, counted: await readCounted(scope, group.unitIds, group.counting) })),
  ]);
  const left: { readonly unitId: string; readonly own: number[]; readonly ends: readonly End[]; readonly lack: Lack }[] = [];
  const add = (own: number[], { parts }: End, value: number) => {
    for (const { span, sign } of parts) own[span] = (own[span] ?? 0) + sign * value;
  };
  const answers = read.map(({ spans, counting, ends, counted }) => {
    const places = spans.map((span) => counting.placeOf(span) ?? -1);
    const inDays = ends.flatMap((end) => {
      const place = placeOfEnd.get(endKey(end));
      return place === undefined ? [] : [{ end, place }];
    });
    const sums = new Map<string, number[]>();
    const lack = { kept: lackOf(ends, true), loose: lackOf(ends, false) };
    for (const [unitId, unit] of counted) {
      const own = places.map((place) => unit.sums[place] ?? 0);
      sums.set(unitId, own);
      const days = unit.keeps ? daysOf.get(unitId) : undefined;
      if (days) for (const { end, place } of inDays) add(own, end, days[place] ?? 0);
      if (ends.length > 0 && (unit.queued || !unit.keeps)) left.push({ unitId, own, ends, lack: unit.keeps ? lack.kept : lack.loose });
    }
    return sums;
  });
  const rests = await sumRests(scope, left);
  left.forEach(({ own, ends, lack }, index) => {
    ends.forEach((end, place) => {
      add(own, end, rests[index]?.get(end.measure)?.[lack.places[place] ?? -1] ?? 0);
    });
  });
  return answers;
}

/** Answers each question with its sum per slice key of a dimension, by one statement over the counters and one over the days of unfinished quarters. Keys that sum to 0 are left out. */
export async function sliceByCounters(scope: Scope, dimension: Dimension, asked: readonly SumQuestion[]): Promise<Map<string, number>[]> {
  const text = `with ${slicesAsked}
    select q.ordinal::int as ordinal, part.key, sum(part.value)::int as value
    from question q cross join lateral (
      select c.key, c.value from slice_counter c
      where q.keeps and c.unit_id = q.unit_id and c.measure = q.measure and c.dimension = $6 and c.starts_on <= q.last
      union all ${loose({ columns: 'slice.key, e.delta::int', join: `${sensitiveJoin([dimension])} cross join lateral unnest(${keysOf(dimension)}) as slice (key)`, measured: 'e.measure = q.measure' })}
    ) part
    group by q.ordinal, part.key`;
  const endOf = new Map<string, number>();
  const unfinished = asked.filter(({ upTo }) => !endsQuarter(upTo));
  const ends = unfinished.filter((one) => !endOf.has(endKey(one)) && endOf.set(endKey(one), endOf.size));
  const [rows, daysOf] = await Promise.all([
    scope.query<{ ordinal: number; key: string; value: number }>(text, [
      arrayLiteral(asked.map((question) => question.unitId)),
      arrayLiteral(asked.map((question) => question.measure)),
      arrayLiteral(asked.map((question) => question.upTo)),
      scope.lo,
      scope.hi,
      dimension,
    ], `banyan-slices-${dimension}`),
    sliceDaysOfQuarters(scope, [...new Set(unfinished.map(({ unitId }) => unitId))], ends, dimension),
  ]);
  const answers = asked.map(() => new Map<string, number>());
  for (const row of rows) answers[row.ordinal - 1]?.set(row.key, row.value);
  asked.forEach((question, index) => {
    const end = endOf.get(endKey(question));
    const answer = answers[index];
    if (!answer || end === undefined) return;
    for (const [key, value] of daysOf(question.unitId, end)) answer.set(key, (answer.get(key) ?? 0) + value);
  });
  for (const answer of answers) for (const [key, value] of answer) if (value === 0) answer.delete(key);
  return answers;
}
