import { parsePeriod } from '@banyan/schema/period';
import { isRange, isRate, largestAmount, type Indicator, type TargetBase, type TargetKind, type TargetRefusalCode } from '@banyan/schema/targets';
import type { Judged, Refusing } from '../../../kernel/conflict.ts';
import type { Day } from '../../../kernel/day.ts';
import { indicatorSources } from './indicator.ts';

/** How much a target asks for: people, units or places, or per cent of a base with two decimals at most. */
export interface Amount {
  readonly low: number;
  /** The high bound of a range, the same as `low` for one number; null where there is none. */
  readonly high: number | null;
}

/** What a target asks for, and how it is put. */
export interface TargetTerms extends Amount {
  readonly kind: TargetKind;
  /** What a rate is taken of; null for numbers. */
  readonly base: TargetBase | null;
  /** The number of members that a rate is taken of where it is fixed, and by which it weighs in the allocation above; null for numbers. */
  readonly baseNumber: number | null;
}

/** Why something about a target is refused: the code, the input to blame, and both versions where somebody else was quicker. */
export type TargetRefusal = Refusing<TargetRefusalCode> & {
  /** The unit whose line is to blame, where there are many. */
  readonly unitId?: string;
};

function isAmount(value: number, kind: TargetKind): boolean {
  if (!Number.isFinite(value) || value < 0) return false;
  // Hundredths of a per cent: 2.35 times a hundred is no whole number in binary fractions.
  return isRate(kind) ? value <= 100 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6 : Number.isInteger(value) && value <= largestAmount;
}

/** The amount of a kind as it is kept, or why it cannot be one. Without a high bound one number is both. */
export function readAmount(kind: TargetKind, { low, high }: Amount): Amount | { readonly code: Judged<TargetRefusalCode>; readonly field: string } {
  if (!isAmount(low, kind)) return { code: 'NUMBER_NOT_POSSIBLE', field: 'low' };
  if (!isRange(kind)) {
    if (high !== null && high !== low) return { code: 'KIND_NOT_POSSIBLE', field: 'high' };
    return { low, high: kind === 'EXACT' ? low : null };
  }
  if (high === null) return { code: 'FACT_MISSING', field: 'high' };
  if (!isAmount(high, kind)) return { code: 'NUMBER_NOT_POSSIBLE', field: 'high' };
  return low > high ? { code: 'RANGE_UPSIDE_DOWN', field: 'high' } : { low, high };
}

/** Whether two amounts are the same. */
export function isSameAmount(one: Amount, other: Amount): boolean {
  return one.low === other.low && one.high === other.high;
}

/**
 * Whether whoever reads sums alone may read the result of a target: where the figure itself could be asked, which is the whole of a year or a quarter that is
 * over. Of a group small counts would name people, and candidacies and places are no figures of theirs.
 */
export function isPublicResult({ indicator, slice, period, endsOn }: { readonly indicator: Indicator; readonly slice: object | null; readonly period: string; readonly endsOn: Day | null }, today: Day): boolean {
  const form = parsePeriod(period)?.form;
  return slice === null && indicatorSources[indicator].from === 'LEDGER' && (form === 'YEAR' || form === 'QUARTER') && endsOn !== null && endsOn <= today;
}
