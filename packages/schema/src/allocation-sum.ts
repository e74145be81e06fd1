import { isRate, type SumRule, type TargetKind } from './targets.ts';

/** What one unit below is given: its amount, and its members, by which a rate weighs. */
export interface SumPart {
  readonly amount: number;
  readonly weight: number | null;
}

function hundredths(amount: number): number {
  return Math.round(amount * 100);
}

/** The sum of amounts, or of a rate the mean weighted by members; where nobody weighs yet, all weigh the same. */
export function sumAmounts(kind: TargetKind, parts: readonly SumPart[]): number {
  if (!isRate(kind)) return parts.reduce((sum, { amount }) => sum + amount, 0);
  const weights = parts.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  if (weights === 0) return parts.length === 0 ? 0 : parts.reduce((sum, { amount }) => sum + hundredths(amount), 0) / parts.length / 100;
  return parts.reduce((sum, { amount, weight }) => sum + hundredths(amount) * (weight ?? 0), 0) / weights / 100;
}

/** Whether the rule of a sum holds, from what is given out and kept back less the own target. */
export function ruleHolds(kind: TargetKind, rule: SumRule, difference: number): boolean {
  if (rule !== 'NOT_BELOW') return difference === 0;
  // A mean of whole hundredths and whole members lies a hair beside what it is.
  return kind === 'REDUCE_TO' ? difference <= 0 : difference >= -1e-9;
}
