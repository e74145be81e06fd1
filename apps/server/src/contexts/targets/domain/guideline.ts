import type { GuidelineStanding } from '@banyan/schema/targets';
import type { Day } from '../../../kernel/day.ts';

/** Admissions a year in per cent of all members that a resolution asks for (domain: rate targets). It stands beside a unit's own target and is never mixed with it. */
export interface Guideline {
  readonly lowPercent: number;
  readonly highPercent: number;
  /** First day on which it holds. */
  readonly validFrom: Day;
  readonly source: string;
}

/** The guidelines of each time, the latest first. */
export const guidelines: readonly Guideline[] = [{ lowPercent: 3, highPercent: 4, validFrom: '2022-06-16', source: 'Nghị quyết 21-NQ/TW (2022)' }];

/** The guideline of a year: one that came into force within it or before; null where there was none. */
export function guidelineOf(year: number): Guideline | null {
  return guidelines.find(({ validFrom }) => Number(validFrom.slice(0, 4)) <= year) ?? null;
}

/** The guideline as numbers of people on a base, half-up, and how admissions stand in it: in whole numbers, so that exactly 3 % is within. */
export function besideGuideline({ lowPercent, highPercent }: Guideline, admitted: number, base: number): { readonly low: number; readonly high: number; readonly standing: GuidelineStanding | null } {
  const people = (percent: number) => Math.floor((2 * base * percent + 100) / 200);
  const standing = base === 0 ? null : admitted * 100 < base * lowPercent ? 'BELOW' : admitted * 100 > base * highPercent ? 'ABOVE' : 'WITHIN';
  return { low: people(lowPercent), high: people(highPercent), standing };
}
