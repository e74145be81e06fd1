import { addDays, earlier, endOf, later, startOf, type Day } from '../../../kernel/day.ts';
import type { Beside } from '../../../platform/request-context.ts';
import type { EntryMeasure } from '../domain/measure.ts';

/** Entries of one measure after a day (null: from the beginning) and up to a day. */
export interface Span {
  readonly measure: EntryMeasure;
  readonly after: Day | null;
  readonly upTo: Day;
}

/** First day of the first month that entries up to a day do not fill: counters hold what lies before it. */
function wholeUpTo(upTo: Day): Day {
  return startOf('MONTH', addDays(upTo, 1));
}

/** The last day that counters hold of what lies up to a day. */
export function lastCounted(upTo: Day): Day {
  return addDays(wholeUpTo(upTo), -1);
}

/** The whole months of a span, from `from` (null: the beginning) up to but without `to`, and the years that are whole among them. */
interface Window {
  readonly from: Day | null;
  readonly to: Day;
  readonly yearsFrom: Day | null;
  readonly yearsTo: Day;
}

/** The window of a span. Its years begin with the first 1 January in it: a year that it cuts is read by its months. */
function windowOf({ after, upTo }: Span): Window {
  const to = wholeUpTo(upTo);
  const yearsTo = startOf('YEAR', to);
  if (after === null) return { from: null, to, yearsFrom: null, yearsTo };
  const from = wholeUpTo(after);
  const yearsFrom = from === startOf('YEAR', from) ? from : addDays(endOf('YEAR', from), 1);
  return { from, to, yearsFrom, yearsTo: later(yearsFrom, yearsTo) };
}

/** Whether whole years lie in a window. */
function hasYears({ yearsFrom, yearsTo }: Window): boolean {
  return yearsFrom === null || yearsFrom < yearsTo;
}

/** The months of a span beside its whole years: from where, or null where there are none. */
function monthsFrom({ from, to, yearsFrom, yearsTo }: Window): Day | null {
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
  counted(row: object): Counted {
    const { keeps, queued, sums } = row as CountedRow;
    return { counting: this, keeps, queued, sums: sums === null ? this.spans.map(() => 0) : sums.slice(1, -1).split(',').map(Number) };
  }
}

/** What a counting reads of a unit, as it comes. */
export interface CountedRow {
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

/** The text of a counting: a filter for each span over the years, and the months beside them where a span cuts a year. What no span needs is not read. */
function writeCounting(spans: readonly Span[], firstPlace: number): Beside {
  const values: string[] = [];
  const places = new Map<Day, string>();
  const day = (value: Day) => {
    const place = places.get(value) ?? `$${values.push(value) + firstPlace - 1}::date`;
    places.set(value, place);
    return place;
  };
  const within = (from: Day | null, to: Day) => `${from === null ? '' : `c.starts_on >= ${day(from)} and `}c.starts_on < ${day(to)}`;
  const windows = new Map<string, Window>();
  for (const span of spans) if (!windows.has(windowKey(span))) windows.set(windowKey(span), windowOf(span));
  const all = [...windows.values()];
  const withYears = all.filter(hasYears);
  const ragged = all.filter((one) => monthsFrom(one) !== null);
  const columns = [...new Set(spans.map(({ measure }) => `c."${measure.toLowerCase()}"`))].join(', ');
  const rows = (grain: 'YEAR' | 'MONTH', ranges: readonly (readonly [from: Day | null, to: Day])[]) => {
    const from = ranges.some(([first]) => first === null) ? null : ranges.reduce((least, [first]) => earlier(least, first ?? least), '9999-01-01');
    const condition = ranges.length === 0 ? 'false' : within(from, ranges.reduce((most, [, to]) => later(most, to), '0001-01-01'));
    return `select c.grain, c.starts_on, ${columns} from counter c where c.unit_id = u.id and c.grain = '${grain}' and ${condition}`;
  };
  const years = withYears.map(({ yearsFrom, yearsTo }) => [yearsFrom, yearsTo] as const);
  const months = ragged.map((one) => [monthsFrom(one), one.to] as const);
  const read = [...(years.length > 0 || months.length === 0 ? [rows('YEAR', years)] : []), ...(months.length > 0 ? [rows('MONTH', months)] : [])].join(' union all ');
  const conditions = new Map<string, string>();
  for (const [key, window] of windows) {
    const { from, to, yearsFrom, yearsTo } = window;
    const ofYears = hasYears(window) ? within(yearsFrom, yearsTo) : null;
    const beside = monthsFrom(window) === null ? null : `c.grain = 'MONTH' and ${within(from ?? yearsTo, to)}${from === null || ofYears === null ? '' : ` and not (${ofYears})`}`;
    const wholly = ofYears !== null && months.length > 0 ? `c.grain = 'YEAR' and ${ofYears}` : ofYears;
    conditions.set(key, [wholly, beside].filter((one) => one !== null).join(' or ') || 'false');
  }
  const sums = spans.map((span) => `coalesce(sum(c."${span.measure.toLowerCase()}") filter (where ${conditions.get(windowKey(span))}), 0)`);
  return {
    columns: `, k.keeps_counters as keeps, case when (select app.is_anything_queued()) then app.has_queued(u.id) else false end as queued, c.sums`,
    join: `join unit_kind k on k.configuration = u.configuration and k.code = u.kind
      left join lateral (select array[${sums.join(', ')}]::text as sums from (${read}) c) c on k.keeps_counters`,
    values,
  };
}

/** Under which a counting finds the sum of a span again. */
function spanKey({ measure, after, upTo }: Span): string {
  return `${measure} ${after ?? ''} ${upTo}`;
}

/** Spans of the same days share a window, whatever they measure. */
function windowKey({ after, upTo }: Span): string {
  return `${after ?? ''} ${upTo}`;
}

/** Whether counters hold all that lies up to a day: not of a month that it cuts. */
export function endsMonth(day: Day): boolean {
  return wholeUpTo(day) > day;
}

/** Whether counters of slices hold all that lies up to a day: not of a quarter that it cuts. */
export function endsQuarter(day: Day): boolean {
  return endOf('QUARTER', day) === day;
}
