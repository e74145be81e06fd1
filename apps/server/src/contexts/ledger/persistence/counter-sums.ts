import type { Dimension } from '@banyan/schema/enums';
import { addDays, earlier, endOf, later, startOf, type Day } from '../../../kernel/day.ts';
import { preparedName } from '../../../platform/prepared-name.ts';
import type { Beside } from '../../../platform/request-context.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { EntryMeasure } from '../domain/measure.ts';
import { keysOf, sensitiveJoin } from './slices.ts';

/** The sum of a unit's entries of one measure up to a day, by the tree of each entry's own day. */
export interface SumQuestion {
  readonly unitId: string;
  readonly measure: EntryMeasure;
  readonly upTo: Day;
}

/** Entries of one measure after a day (null: from the beginning) and up to a day. */
export interface Span {
  readonly measure: EntryMeasure;
  readonly after: Day | null;
  readonly upTo: Day;
}

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

/** First day of the first month that entries up to a day do not fill: counters hold what lies before it. */
function wholeUpTo(upTo: Day): Day {
  return startOf('MONTH', addDays(upTo, 1));
}

/** The whole months of a span, from `from` (null: the beginning) up to but without `to`, and the years that are whole among them. */
interface Held {
  readonly from: Day | null;
  readonly to: Day;
  readonly yearsFrom: Day | null;
  readonly yearsTo: Day;
}

function heldOf({ after, upTo }: Span): Held {
  const to = wholeUpTo(upTo);
  const yearsTo = startOf('YEAR', to);
  if (after === null) return { from: null, to, yearsFrom: null, yearsTo };
  const from = wholeUpTo(after);
  const yearsFrom = from === startOf('YEAR', from) ? from : addDays(endOf('YEAR', from), 1);
  return { from, to, yearsFrom, yearsTo: later(yearsFrom, yearsTo) };
}

/** The months of a span beside its whole years: from where, or null where there are none. */
function monthsFrom({ from, to, yearsFrom, yearsTo }: Held): Day | null {
  if (from !== yearsFrom) return from;
  return to > yearsTo ? yearsTo : null;
}

/** How counters are summed over some spans: worked out once for the units that are asked alike. */
export class Counting {
  readonly spans: readonly Span[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly written = new Map<number, Beside>();

  constructor(spans: Iterable<Span>) {
    this.spans = [...new Map([...spans].map((span) => [spanKey(span), span])).values()];
    this.places = new Map(this.spans.map((span, place) => [spanKey(span), place]));
  }

  /** Where the sum of a span stands among the sums, or undefined. */
  placeOf(span: Span): number | undefined {
    return this.places.get(spanKey(span));
  }

  /**
   * Reads, of a unit `u`, what counters hold of each span as `sums`, by one pass over its counters; whether it keeps
   * counters at all; and whether any of its entries is still queued.
   */
  write(firstPlace: number): Beside {
    const beside = this.written.get(firstPlace) ?? writeCounting(this.spans, firstPlace);
    this.written.set(firstPlace, beside);
    return beside;
  }

  /** Takes what was read of a unit. */
  counted(row: Readonly<Record<string, unknown>>): Counted {
    const { keeps, queued, sums } = row as unknown as CountedRow;
    return { counting: this, keeps, queued, sums: sums === null ? this.spans.map(() => 0) : sums.slice(1, -1).split(',').map(Number) };
  }
}

interface CountedRow {
  readonly keeps: boolean;
  readonly queued: boolean;
  readonly sums: string | null;
}

/** What counters hold of a unit over the spans of a counting. */
export interface Counted {
  readonly counting: Counting;
  readonly keeps: boolean;
  readonly queued: boolean;
  readonly sums: readonly number[];
}

function writeCounting(spans: readonly Span[], firstPlace: number): Beside {
  const values: string[] = [];
  const places = new Map<Day, string>();
  const day = (value: Day) => {
    const place = places.get(value) ?? `$${values.push(value) + firstPlace - 1}::date`;
    places.set(value, place);
    return place;
  };
  const within = (from: Day | null, to: Day) => `${from === null ? '' : `c.starts_on >= ${day(from)} and `}c.starts_on < ${day(to)}`;
  const windows = new Map<string, Held>();
  for (const span of spans) if (!windows.has(windowOf(span))) windows.set(windowOf(span), heldOf(span));
  const held = [...windows.values()];
  const firstYear = held.some(({ yearsFrom }) => yearsFrom === null) ? null : held.reduce((first, { yearsFrom }) => earlier(first, yearsFrom ?? first), '9999-01-01');
  const lastYear = held.reduce((last, { yearsTo }) => later(last, yearsTo), '0001-01-01');
  const ragged = held.flatMap((one) => monthsFrom(one) ?? []);
  const columns = [...new Set(spans.map(({ measure }) => `c."${measure.toLowerCase()}"`))].join(', ');
  const rows = (grain: 'YEAR' | 'MONTH', from: Day | null, to: Day) =>
    `select c.grain, c.starts_on, ${columns} from counter c where c.unit_id = u.id and c.grain = '${grain}' and ${within(from, to)}`;
  const months = ragged.length === 0 ? '' : `union all ${rows('MONTH', ragged.reduce(earlier), held.reduce((last, { to }) => later(last, to), ''))}`;
  const conditions = new Map<string, string>();
  for (const [window, { from, to, yearsFrom, yearsTo }] of windows) {
    const years = within(yearsFrom, yearsTo);
    const beside = () => `c.grain = 'MONTH' and ${within(from ?? yearsTo, to)}${from === null ? '' : ` and not (${years})`}`;
    conditions.set(window, months === '' ? years : `c.grain = 'YEAR' and ${years} or ${beside()}`);
  }
  const sums = spans.map((span) => `coalesce(sum(c."${span.measure.toLowerCase()}") filter (where ${conditions.get(windowOf(span))}), 0)`);
  return {
    columns: `, k.keeps_counters as keeps, case when (select app.is_anything_queued()) then app.has_queued(u.id) else false end as queued, c.sums`,
    join: `join unit_kind k on k.configuration = u.configuration and k.code = u.kind
      left join lateral (select array[${sums.join(', ')}]::text as sums from (${rows('YEAR', firstYear, lastYear)} ${months}) c) c on k.keeps_counters`,
    values,
  };
}

/** Tells spans apart. */
function spanKey({ measure, after, upTo }: Span): string {
  return `${measure} ${after ?? ''} ${upTo}`;
}

function windowOf({ after, upTo }: Span): string {
  return `${after ?? ''} ${upTo}`;
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

/** What counters hold of units, by one statement. Units outside the scope are left out. */
async function readCounted(scope: Scope, unitIds: readonly string[], counting: Counting): Promise<Map<string, Counted>> {
  if (unitIds.length === 0) return new Map();
  const { columns, join, values } = counting.write(4);
  const text = `select a.ordinal::int as unit${columns}
    from unnest($1::uuid[]) with ordinality as a (id, ordinal)
    join unit u on u.id = a.id and u.lo + 0 between $2 and $3 ${join}`;
  const rows = await scope.query<CountedRow & { unit: number }>(text, [words(unitIds), scope.lo, scope.hi, ...values], preparedName(text));
  return new Map(rows.map((row) => [unitIds[row.unit - 1] ?? '', counting.counted({ ...row })]));
}

/** A sum that counters do not hold, and the number that it belongs to. */
interface Left {
  readonly question: SumQuestion;
  readonly span: number;
  readonly sign: 1 | -1;
}

/** Whether counters hold all that lies up to a day: not of a month that it cuts. */
export function endsMonth(day: Day): boolean {
  return wholeUpTo(day) > day;
}

/** The ends of each span, and whether counters hold all that lies up to them. */
function endsOf(spans: readonly Span[]): { measure: EntryMeasure; upTo: Day; span: number; sign: 1 | -1; whole: boolean }[] {
  const wholes = new Map<Day, boolean>();
  const isWhole = (day: Day) => {
    const known = wholes.get(day) ?? endsMonth(day);
    wholes.set(day, known);
    return known;
  };
  return spans.flatMap(({ measure, after, upTo }, span) => [
    { measure, upTo, span, sign: 1 as const, whole: isWhole(upTo) },
    ...(after === null ? [] : [{ measure, upTo: after, span, sign: -1 as const, whole: isWhole(after) }]),
  ]);
}

/**
 * The sums of each unit over each span, by one statement over the counters and, where entries are left that no counter holds (of an
 * unfinished month, still queued, or of a unit that keeps none), one over those. A unit outside the scope is not in the answer.
 */
export async function sumByCounters(scope: Scope, unitIds: readonly string[], spans: readonly Span[]): Promise<Map<string, number[]>> {
  const counting = new Counting(spans);
  const counted = await readCounted(scope, unitIds, counting);
  const ends = endsOf(spans);
  const unfinished = ends.filter(({ whole }) => !whole);
  const sums = new Map<string, number[]>();
  const left: Left[] = [];
  for (const [unitId, held] of counted) {
    sums.set(unitId, spans.map((span) => held.sums[counting.placeOf(span) ?? -1] ?? 0));
    for (const { measure, upTo, span, sign } of held.queued || !held.keeps ? ends : unfinished) left.push({ question: { unitId, measure, upTo }, span, sign });
  }
  const answers = await sumRest(scope, left.map(({ question }) => question));
  left.forEach(({ question: { unitId }, span, sign }, index) => {
    const own = sums.get(unitId);
    if (own) own[span] = (own[span] ?? 0) + sign * (answers[index] ?? 0);
  });
  return sums;
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
