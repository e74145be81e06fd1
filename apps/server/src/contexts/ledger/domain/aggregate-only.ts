import { measureTraits, type Dimension, type Measure } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';
import { endOf, startOf } from '../../../kernel/day.ts';
import { Refused } from '../../../kernel/refused.ts';
import type { ResolvedPeriod } from '../../../kernel/period.ts';
import type { Basis } from './question.ts';

/*
 * What a role that reads sums and no rows may ask. Sums that small would name people, so the questions are few and fixed:
 * whole past years and quarters, by the tree as it was, everything that was recorded by now. docs/decisions tells why.
 */

/** Refuses a period or a basis that such a role may not ask. `today` is the day up to which its unit has data. */
export function refuseUnlessPublic(period: ResolvedPeriod, basis: Basis, asked: { asOf: Day | null; knownAt: Date | null }, today: Day): void {
  const { form } = period.parts;
  if ((form !== 'YEAR' && form !== 'QUARTER') || !period.complete || period.to > today) throw new Refused('FORBIDDEN_FOR_ROLE', 'period');
  if (asked.asOf !== null) throw new Refused('FORBIDDEN_FOR_ROLE', 'asOf');
  if (asked.knownAt !== null) throw new Refused('FORBIDDEN_FOR_ROLE', 'knownAt');
  if (basis.view !== 'AS_IT_WAS') throw new Refused('FORBIDDEN_FOR_ROLE', 'view');
}

/** Removals and expulsions: small ones are hidden. */
export function isExit(measure: Measure): boolean {
  return measure === 'REMOVED' || measure === 'EXPELLED';
}

/**
 * Transfers and deaths: hidden altogether, or opening, closing and the other flows would give the removals away by subtraction. Over
 * the border of a whole tree hardly anybody is transferred: there, deaths are what is left unknown.
 */
export function isHeldBack(measure: Measure): boolean {
  return measure === 'TRANSFERRED_IN' || measure === 'TRANSFERRED_OUT' || measure === 'DECEASED';
}

const sensitive: readonly Dimension[] = ['ETHNIC_MINORITY', 'RELIGION'];

/** Whether small slices of a dimension are hidden. */
export function isSensitiveDimension(dimension: Dimension): boolean {
  return sensitive.includes(dimension);
}

const brokenDown: readonly Measure[] = ['MEMBERS', 'ADMITTED', 'RECOGNISED'];

/** Refuses a breakdown that such a role may not ask: of exits and what is held back none; by a sensitive dimension only of three measures. */
export function refuseUnlessPublicBreakdown(measure: Measure, dimension: Dimension, crossed: boolean): void {
  if (crossed) throw new Refused('FORBIDDEN_FOR_ROLE', 'where');
  const allowed = isSensitiveDimension(dimension) ? brokenDown.includes(measure) : !isExit(measure) && !isHeldBack(measure);
  if (!allowed) throw new Refused('FORBIDDEN_FOR_ROLE', 'dimension');
}

/**
 * Whether small counts can be published for the period: a flow for whole years only, the quarters of a year staying hidden; a stock
 * at the end of a year only, so that nobody is told apart by what changed from one quarter to the next.
 */
export function isPublishedPeriod(measure: Measure, period: { readonly from: Day; readonly to: Day }): boolean {
  const endsYear = period.to === endOf('YEAR', period.to);
  return endsYear && (measureTraits[measure].nature === 'STOCK' || period.from === startOf('YEAR', period.to));
}
