import { usualWatch } from '@banyan/schema/watch';
import { isRate, type Attainment, type Pace, type TargetStanding } from '@banyan/schema/targets';
import { addDays, addMonths, daysFrom, earlier, type Day } from '../../../kernel/day.ts';
import { percentOf, ratioOf } from '../../../kernel/half-up.ts';
import type { TargetTerms } from './target.ts';

/** How the period of a target lies in time: up to which day facts count, and whether it had ended by then. */
export interface Course {
  readonly from: Day;
  readonly to: Day;
  /** Last day of the period; null where it has none. */
  readonly endsOn: Day | null;
  readonly complete: boolean;
}

/** What a target is measured by. */
export interface Achieved {
  /** The result so far: people, units or places. */
  readonly actual: number;
  /** Members that a rate is taken of; null for numbers. */
  readonly base: number | null;
  /** What there was on the day before the period, for a number to come down from; null for all others. */
  readonly start: number | null;
}

/** How a result stands beside its target. Numbers of people, units or places unless said otherwise. */
export interface Progress {
  readonly attainment: Attainment;
  /** Per cent of the low bound, half-up to one decimal; null for a target of 0, and where a rate has no base. */
  readonly percentOfLow: number | null;
  /** Per cent of the high bound; null where there is none. */
  readonly percentOfHigh: number | null;
  /** What the bounds come to: for a rate, per cent of the base. */
  readonly low: number;
  readonly high: number | null;
  /** What is still missing to the bounds, whole ones; 0 where they are reached. */
  readonly remainingLow: number;
  readonly remainingHigh: number | null;
  readonly pace: Pace;
  /** What linear pace would have brought by now; null where it cannot be told. */
  readonly expectedLow: number | null;
  readonly expectedHigh: number | null;
  /** What is missing to the linear pace, whole ones; 0 where it is kept or not assessed. */
  readonly shortOfPace: number;
  readonly standing: TargetStanding;
}

/** How far below linear pace a unit is still called on pace, in per cent of what is expected. */
export const usualTolerance = usualWatch.tolerance;
/** Below that many nobody is called behind. */
const leastExpected = 5;

/** Months from a day up to and with another: whole ones, and of a cut month the part that its days make up. */
export function monthsFrom(from: Day, last: Day): number {
  const end = addDays(last, 1);
  let months = (Number(end.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(from.slice(5, 7));
  if (addMonths(from, months) > end) months -= 1;
  const begun = addMonths(from, months);
  return months + (daysFrom(begun, end) - 1) / (daysFrom(begun, addMonths(from, months + 1)) - 1);
}

/** What was worked out last: hundreds of units of one page have the same course. */
let last = { days: '', part: 0, isTooEarly: false };

function stageOf(from: Day, to: Day, endsOn: Day): typeof last {
  const days = `${from} ${to} ${endsOn}`;
  if (last.days !== days) {
    // Less than a quarter, of a period that lasts longer of its first year: of a year whatever lies before 31 March.
    const judged = earlier(endsOn, addDays(addMonths(from, 12), -1));
    last = { days, part: monthsFrom(from, to) / monthsFrom(from, endsOn), isTooEarly: daysFrom(from, to) * 365 < 90 * daysFrom(from, judged) };
  }
  return last;
}

/** The part of a period that is over, 0 to 1; null where the period has no end or has not begun. */
export function elapsedPart({ from, to, endsOn }: Course): number | null {
  return endsOn === null || to < from ? null : stageOf(from, to, endsOn).part;
}

/** What the bounds of a target come to: a rate is taken of its base. */
function boundsOf({ kind, low, high }: TargetTerms, base: number | null): { low: number; high: number | null } {
  const of = (amount: number) => (isRate(kind) ? (Math.round(amount * 100) * (base ?? 0)) / 10_000 : amount);
  return { low: of(low), high: high === null ? null : of(high) };
}

function percentOfBound({ kind }: TargetTerms, amount: number | null, { actual, base }: Achieved): number | null {
  if (amount === null || amount === 0) return null;
  if (!isRate(kind)) return percentOf(actual, amount);
  return base === null || base === 0 ? null : ratioOf(actual * 1_000_000, base * Math.round(amount * 100));
}

/** Whether a target asks for nothing, or for a part of nobody: it is shown as a dash. */
function isNone({ kind, low, high }: TargetTerms, { base }: Achieved): boolean {
  if (kind === 'REDUCE_TO') return false;
  return (low === 0 && (high ?? 0) === 0) || (isRate(kind) && (base ?? 0) === 0);
}

function attainmentOf(terms: TargetTerms, bounds: { low: number; high: number | null }, achieved: Achieved): Attainment {
  if (isNone(terms, achieved)) return 'NO_TARGET';
  const { actual } = achieved;
  if (terms.kind === 'REDUCE_TO') return actual > bounds.low ? 'NOT_MET' : actual < bounds.low ? 'EXCEEDED' : 'MET';
  if (actual < bounds.low) return 'NOT_MET';
  return bounds.high !== null && actual > bounds.high ? 'EXCEEDED' : 'MET';
}

/** Whole ones that are missing to a bound. A binary fraction that lies a hair above a whole number is that number. */
function missingTo(bound: number, actual: number): number {
  return Math.max(0, Math.ceil(bound - actual - 1e-9));
}

/** What linear pace asks for: towards a number to come down to it falls from what there was at the start. */
function expectedOf(bound: number, part: number, start: number | null): number {
  return start === null ? bound * part : start - (start - bound) * part;
}

/** Whether too little of a period is over for anybody to be called behind. */
function isTooEarly({ from, to, endsOn }: Course): boolean {
  return endsOn !== null && stageOf(from, to, endsOn).isTooEarly;
}

function paceOf({ kind }: TargetTerms, course: Course, expected: { low: number; high: number }, { actual }: Achieved, tolerance: number): Pace {
  if (isTooEarly(course)) return 'NOT_ASSESSED';
  if (kind === 'REDUCE_TO') return actual > expected.low * (1 + tolerance / 100) ? 'BEHIND' : actual < expected.low ? 'AHEAD' : 'ON_PACE';
  if (expected.low < leastExpected) return 'NOT_ASSESSED';
  if (actual < expected.low * (1 - tolerance / 100)) return 'BEHIND';
  return actual > expected.high ? 'AHEAD' : 'ON_PACE';
}

/** How a unit stands: what is met is met whatever the pace, a period that is over has no pace. */
function standingOf(attainment: Attainment, pace: Pace, complete: boolean): TargetStanding {
  return attainment !== 'NOT_MET' || complete ? attainment : pace;
}

/**
 * How a result stands beside a target (domain: progress arithmetic). `tolerance` is in per cent of what linear pace expects. Early in the
 * period, and where fewer than five are expected, nobody is called behind.
 */
export function progressOf(terms: TargetTerms, achieved: Achieved, course: Course, tolerance: number = usualTolerance): Progress {
  const bounds = boundsOf(terms, achieved.base);
  const { actual } = achieved;
  const attainment = attainmentOf(terms, bounds, achieved);
  const part = isNone(terms, achieved) ? null : elapsedPart(course);
  const isDown = terms.kind === 'REDUCE_TO';
  const start = isDown ? (achieved.start ?? actual) : null;
  const expectedLow = part === null ? null : expectedOf(bounds.low, part, start);
  const expectedHigh = part === null || bounds.high === null ? null : expectedOf(bounds.high, part, start);
  const pace = expectedLow === null || course.complete ? 'NOT_ASSESSED' : paceOf(terms, course, { low: expectedLow, high: expectedHigh ?? expectedLow }, achieved, tolerance);
  const missing = (bound: number) => (isDown ? missingTo(actual, bound) : missingTo(bound, actual));
  return {
    attainment,
    percentOfLow: isDown ? null : percentOfBound(terms, terms.low, achieved),
    percentOfHigh: isDown ? null : percentOfBound(terms, terms.high, achieved),
    ...bounds,
    remainingLow: missing(bounds.low),
    remainingHigh: bounds.high === null ? null : missing(bounds.high),
    pace,
    expectedLow,
    expectedHigh,
    shortOfPace: pace === 'BEHIND' && expectedLow !== null ? missing(expectedLow) : 0,
    standing: standingOf(attainment, pace, course.complete),
  };
}
