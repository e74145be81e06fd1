import type { Standing } from '@banyan/schema/enums';
import { writePeriod } from '@banyan/schema/period';
import { addDays, addMonths, daysFrom, type Day } from '../../../kernel/day.ts';
import type { ResolvedPeriod } from '../../../kernel/period.ts';

/*
 * The same period of the year before (cùng kỳ): what a figure is compared with until units have targets, and beside them afterwards.
 */

/**
 * The same period a year earlier, counted up to the same day where the period is not over yet. Null for a term, and for a range of
 * more than a year, which would overlap it.
 */
export function samePeriodLastYear({ parts, from, to, complete }: ResolvedPeriod): ResolvedPeriod | null {
  if (parts.form === 'TERM' || to < from) return null;
  const before = parts.form !== 'RANGE' && complete ? { ...parts, year: parts.year - 1 } : null;
  const first = addMonths(from, -12);
  const last = before === null ? addMonths(to, -12) : lastDayOf(first, from, to);
  if (last >= from) return null;
  const counted = before ?? { form: 'RANGE' as const, from: first, to: last };
  return { text: writePeriod(counted), parts: counted, from: first, to: last, endsOn: last, complete: true };
}

/** The periods of a year before, of those that the units of a page share. */
const yearBefore = new WeakMap<ResolvedPeriod, ResolvedPeriod | null>();

/** The period that a unit's figures are compared with; null where there is none, and where the unit was not there when it began. */
export function comparedWith(period: ResolvedPeriod, foundedOn: Day): ResolvedPeriod | null {
  let before = yearBefore.get(period);
  if (before === undefined) yearBefore.set(period, (before = samePeriodLastYear(period)));
  return before !== null && foundedOn <= before.from ? before : null;
}

/** A whole month, quarter or year keeps its end: February has one day more in some years. */
function lastDayOf(first: Day, from: Day, to: Day): Day {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
  return addDays(addMonths(first, months), -1);
}

/** How a period lies in time. */
type Course = Pick<ResolvedPeriod, 'from' | 'to' | 'endsOn' | 'complete'>;

/** What was worked out last: hundreds of units of one page have the same course. */
let last = { days: '', isTooEarly: false };

/** Whether a period that still runs says too little yet: before 31 March nobody is called behind in a year, and as early in any other. */
export function isTooEarly({ from, to, endsOn, complete }: Course): boolean {
  if (complete) return false;
  const days = `${from} ${to} ${endsOn}`;
  if (last.days !== days) last = { days, isTooEarly: daysFrom(from, to) * 365 < 90 * daysFrom(from, endsOn) };
  return last.isTooEarly;
}

/** How a figure stands against the one a year before. A unit that was not there the whole time cannot be compared. */
export function standingOf(now: number, before: number, period: Course): Exclude<Standing, 'NOT_COMPARABLE'> {
  if (isTooEarly(period)) return 'TOO_EARLY';
  if (now === before) return now === 0 ? 'NONE' : 'SAME';
  return now < before ? 'FEWER' : 'MORE';
}
