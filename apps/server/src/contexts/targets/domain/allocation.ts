import { ruleHolds, sumAmounts } from '@banyan/schema/allocation-sum';
import { isRange, isRate, type SumRule } from '@banyan/schema/targets';
import type { Day } from '../../../kernel/day.ts';
import { readAmount, type Amount, type TargetRefusal, type TargetTerms } from './target.ts';

/** What one unit below is given. */
export interface AllocationLine extends Amount {
  readonly unitId: string;
  /** Why it is what it is; a target of 0 has one. */
  readonly note: string | null;
  /** Members of the unit, by which its rate weighs; null for numbers. */
  readonly weight: number | null;
}

/** How a unit divides its own target over the units below. */
export interface Allocation {
  readonly rule: SumRule;
  /** What is kept back; nothing unless the rule has a reserve, or a unit below has ended and left it. */
  readonly reserve: Amount;
  readonly lines: readonly AllocationLine[];
  /** What else counts. */
  readonly elsewhere: readonly PartElsewhere[];
}

/** What counts of a unit that is not below any more: of one that ended within the period its result, at the most what it had been given; of one that moved away what it was given. */
export interface PartElsewhere extends Amount {
  /** Members by which its rate weighs; null for numbers. */
  readonly weight: number | null;
}

/** One's own target beside the sum of what is given out. For a rate: per cent, the sum being the mean weighted by members. */
export interface AllocationSums {
  readonly given: Amount;
  readonly allocated: Amount;
  readonly reserve: Amount;
  /** What is given out and kept back less one's own target: below 0 it is left, above 0 too many. Nothing of a rate is summed: the difference of the means. */
  readonly difference: Amount;
  /** Whether the rule of the allocation holds. */
  readonly holds: boolean;
  /** What of the sum counts for units that are not below any more. */
  readonly elsewhere: readonly PartElsewhere[];
  /** Whether all of it is per cent. */
  readonly isRate: boolean;
}

/** The day whose members the rates weigh by: the end of the year before the allocation. */
export function weighingDay(today: Day): Day {
  return `${Number(today.slice(0, 4)) - 1}-12-31`;
}

/** No reserve. */
export const noReserve: Amount = { low: 0, high: null };

/** The sum of the bounds of some parts; null where one of them has none. */
function addUp(kind: TargetTerms['kind'], parts: readonly { readonly amount: number | null; readonly weight: number | null }[]): number | null {
  const bounds = parts.flatMap(({ amount, weight }) => (amount === null ? [] : [{ amount, weight }]));
  return bounds.length === parts.length ? sumAmounts(kind, bounds) : null;
}

/** The sums of an allocation (domain: roll-up of targets; each level's own per cent uses its own target). */
export function sumsOf(terms: TargetTerms, { rule, reserve, lines, elsewhere }: Allocation): AllocationSums {
  const parts = [...lines, ...elsewhere];
  const low = addUp(terms.kind, parts.map((part) => ({ amount: part.low, weight: part.weight }))) ?? 0;
  const high = terms.high === null ? null : addUp(terms.kind, parts.map((part) => ({ amount: part.high, weight: part.weight })));
  const difference = { low: low + reserve.low - terms.low, high: high === null || terms.high === null ? null : high + (reserve.high ?? reserve.low) - terms.high };
  const holds = [difference.low, difference.high].every((one) => one === null || ruleHolds(terms.kind, rule, one));
  return { given: { low: terms.low, high: terms.high }, allocated: { low, high }, reserve, difference, holds, elsewhere, isRate: isRate(terms.kind) };
}

function judgeLine({ kind }: TargetTerms, line: AllocationLine): TargetRefusal | null {
  const amount = readAmount(kind, line);
  if ('code' in amount) return { ...amount, unitId: line.unitId };
  return line.low === 0 && (line.high ?? 0) === 0 && kind !== 'REDUCE_TO' && line.note === null ? { code: 'NOTE_MISSING', field: 'note', unitId: line.unitId } : null;
}

function judgeReserve({ kind }: TargetTerms, { rule, reserve }: Allocation): TargetRefusal | null {
  const isKept = reserve.low !== 0 || (reserve.high ?? 0) !== 0;
  if (isKept && rule !== 'WITH_RESERVE') return { code: 'RESERVE_NOT_POSSIBLE', field: 'reserve' };
  const read = readAmount(isRange(kind) ? kind : 'EXACT', { low: reserve.low, high: isRange(kind) ? (reserve.high ?? reserve.low) : null });
  return 'code' in read ? { ...read, field: 'reserve' } : null;
}

/** Why an allocation cannot be published, all that is wrong with it: each line first, the sum last. None where its rule holds. */
export function judgeAllocation(terms: TargetTerms, allocation: Allocation): TargetRefusal[] {
  const { rule, lines } = allocation;
  if (isRate(terms.kind) && rule !== 'NOT_BELOW') return [{ code: 'RULE_NOT_POSSIBLE', field: 'sumRule' }];
  const seen = new Set<string>();
  const found = lines.flatMap((line): TargetRefusal[] => {
    if (seen.has(line.unitId)) return [{ code: 'UNIT_TWICE', field: 'unit', unitId: line.unitId }];
    seen.add(line.unitId);
    const wrong = judgeLine(terms, line);
    return wrong ? [wrong] : [];
  });
  const reserve = judgeReserve(terms, allocation);
  if (reserve) found.push(reserve);
  if (lines.length === 0) found.push({ code: 'FACT_MISSING', field: 'lines' });
  if (found.length > 0 || sumsOf(terms, allocation).holds) return found;
  if (rule !== 'NOT_BELOW') return [{ code: 'SUM_NOT_EXACT', field: 'lines' }];
  return [{ code: terms.kind === 'REDUCE_TO' ? 'SUM_ABOVE' : 'SUM_BELOW', field: 'lines' }];
}
