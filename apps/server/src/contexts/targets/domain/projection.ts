import { addDays, addMonths, type Day } from '../../../kernel/day.ts';
import { monthsFrom, type Course } from './progress.ts';

/*
 * What a period may end with: what there is, and what the same months of earlier years brought after the same day. Admissions are held against the people
 * who are near the ceremony; of nothing else do they tell. The interval is meant to hold four of five; a spec tries it on years that are over.
 */

/** How many earlier years are looked at, and beside how many no more are needed. */
export const earlierYears = 3;

/** Two-sided 80 % of a normal distribution. */
const width = 1.2816;
/** Two-sided 80 % of Student's distribution, for a spread that is itself taken from two years, and from three. */
const widthOfSpread: readonly number[] = [0, 0, 3.0777, 1.8856];

/** A stretch of an earlier year that tells of the rest of the period, and by how much it has to be stretched. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly factor: number;
}

/** The stretches of earlier years after the same day: the same months of a period of a year at most, else whole years that are stretched to the rest. */
export function stretchesOf({ to, endsOn, from }: Course): Stretch[] {
  if (endsOn === null || to >= endsOn) return [];
  const isLong = endsOn >= addMonths(from, 12);
  return Array.from({ length: earlierYears }, (_, index): Stretch => {
    const back = -12 * (index + 1);
    if (!isLong) return { from: addMonths(addDays(to, 1), back), to: addMonths(endsOn, back), factor: 1 };
    return { from: addMonths(addDays(to, 1), back), to: addMonths(to, back + 12), factor: monthsFrom(addDays(to, 1), endsOn) / 12 };
  });
}

/** People on their way, by how near they are to the ceremony. */
export interface Pipeline {
  /** Decided: the ceremony is to come. */
  readonly decided: number;
  /** Proposed by the cell, by the committee, or submitted. */
  readonly proposed: number;
}

/** How many of the pipeline are admitted by the end where there is time enough: working days of the regulations, and those who drop out. */
const share = { decided: 0.95, proposed: 0.85 } as const;
const needed = { decided: 15, proposed: 75 } as const;

/** What the pipeline alone will bring within some days. */
export function fromPipeline({ decided, proposed }: Pipeline, days: number): number {
  const part = (most: number, of: number) => most * Math.min(1, days / of);
  return decided * part(share.decided, needed.decided) + proposed * part(share.proposed, needed.proposed);
}

/** Where a period may end: whole numbers, the interval four of five. */
export interface Projection {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** How many earlier years it rests on. */
  readonly years: number;
}

/** The mean of what earlier years brought, and how far to either side four of five lie. */
function spreadOf(rests: readonly number[]): { readonly mean: number; readonly either: number } {
  const mean = rests.reduce((sum, rest) => sum + rest, 0) / rests.length;
  const spread = rests.length < 2 ? 0 : rests.reduce((sum, rest) => sum + (rest - mean) ** 2, 0) / (rests.length - 1);
  // The mean of a few years is itself uncertain, and their spread more so: what was taken from two or three of them is widened for it.
  const reach = (variance: number, by: number) => by * Math.sqrt(variance * (1 + 1 / rests.length));
  return { mean, either: Math.max(reach(Math.abs(mean), width), reach(spread, widthOfSpread[rests.length] ?? width)) };
}

/**
 * Projects the end of a period of what happens in it. `rests` are what earlier years brought after the same day. People come one by one, so the rest varies
 * at least like a count of its own size; of a few years the spread between them is added. What is decided is as good as there.
 */
export function projectionOf(actual: number, rests: readonly number[], pipeline: Pipeline, days: number): Projection | null {
  if (rests.length === 0) return null;
  const { mean, either } = spreadOf(rests);
  const sure = fromPipeline({ ...pipeline, proposed: 0 }, days);
  const rest = Math.max(mean, sure);
  return {
    low: actual + Math.max(0, Math.floor(Math.max(rest - either, sure))),
    middle: actual + Math.round(rest),
    high: actual + Math.ceil(Math.max(rest + either, fromPipeline(pipeline, days))),
    years: rests.length,
  };
}

/** What there was of a stock on the day before a stretch of an earlier year, and at the end of it. */
export interface StockThen {
  readonly before: number;
  readonly after: number;
  readonly factor: number;
}

/**
 * Projects a stock, such as the places without a cell: it goes on changing by the part by which it changed after the same day of earlier years. Of a year
 * that began with none of it there is no part to tell.
 */
export function projectionOfStock(level: number, then: readonly StockThen[]): Projection | null {
  const changes = then.flatMap(({ before, after, factor }) => (before === 0 ? [] : [((after - before) / before) * factor * level]));
  if (changes.length === 0) return null;
  const { mean, either } = spreadOf(changes);
  return {
    low: Math.max(0, Math.floor(level + mean - either)),
    middle: Math.max(0, Math.round(level + mean)),
    high: Math.max(0, Math.ceil(level + mean + either)),
    years: changes.length,
  };
}
