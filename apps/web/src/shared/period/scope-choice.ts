import { isIsoDate, writePeriod, type PeriodParts } from '@banyan/schema/period';
import { defaultPeriod, formsForRole, isPeriodAllowed, periodBounds, readPeriod } from './period-arithmetic.ts';
import type { PeriodHint } from './period-hint.ts';
import { seesSumsAlone } from './sums-alone.ts';

/** What every page's address says about what its figures are of: the unit, the period and the day up to which facts count. */
export interface ScopeSearch {
  /** Code of the unit; the viewer's own where it is left out. */
  readonly 'don-vi'?: string | undefined;
  /** Period, in the grammar of the API. */
  readonly ky?: string | undefined;
  /** Day up to which facts count, and of which the tree is shown; today where it is left out. */
  readonly ngay?: string | undefined;
}

/** Why something else is shown than what the address says. */
export type ScopeProblem = 'UNREADABLE' | 'FORBIDDEN' | 'BAD_DAY' | null;

/** The choices of an address, made whole. */
export interface ScopeChoice {
  readonly period: PeriodParts;
  readonly problem: ScopeProblem;
  /** The day that the address names; null for today. */
  readonly asOf: string | null;
  readonly hint: PeriodHint;
}

/** Decides what an address asks for, given the day and the role of the viewer. */
export function chooseScope(search: ScopeSearch, hint: PeriodHint): ScopeChoice {
  const wanted = readPeriod(search.ky);
  const allowed =
    wanted !== null &&
    formsForRole(hint.role).includes(wanted.form) &&
    (!seesSumsAlone(hint.role) || isPeriodAllowed(wanted, hint.role, hint.today));
  const period = wanted !== null && allowed ? wanted : defaultPeriod(hint.today, hint.role);
  const day = readDay(search.ngay, hint);
  const periodProblem = search.ky === undefined || allowed ? null : wanted === null ? 'UNREADABLE' : 'FORBIDDEN';
  return { period, problem: periodProblem ?? (day === undefined ? 'BAD_DAY' : null), asOf: day ?? null, hint };
}

/** The day of an address; null where it names none or today, undefined where it is no day that the viewer may ask. */
function readDay(text: string | undefined, { today, role }: PeriodHint): string | null | undefined {
  if (text === undefined || text === today) return null;
  return isIsoDate(text) && text < today && !seesSumsAlone(role) ? text : undefined;
}

/** The day of which the tree is shown: the end of a period that is over, or the day of the address where that is earlier. */
export function treeDay({ period, asOf, hint }: ScopeChoice): string | null {
  const bounds = periodBounds(period);
  const day = asOf ?? hint.today;
  if (bounds !== null && bounds.to < day) return bounds.to;
  return asOf;
}

/** The period of a choice as the API reads it. */
export function writtenPeriod({ period }: ScopeChoice): string {
  return writePeriod(period);
}
