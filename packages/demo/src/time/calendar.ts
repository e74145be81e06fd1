import type { IsoDate } from '../types.ts';

/** A day as the number of days since 1970-01-01: cheap to compare and to shift. */
export type Day = number;

const dayLength = 86_400_000;
const firstCached = -36_524; // 1870-01-01, before any birth
const written: (IsoDate | undefined)[] = [];

/** The day that a date names. */
export function dayOf(date: IsoDate): Day {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / dayLength;
}

/** The date of a day. */
export function dateOf(day: Day): IsoDate {
  const index = day - firstCached;
  return (written[index] ??= new Date(day * dayLength).toISOString().slice(0, 10));
}

/** The same day of the month so many months away; a day that the month lacks becomes its last one. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * dayLength);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(dayOfMonth, date.getUTCDate()));
  return date.getTime() / dayLength;
}

/** Full years from a birth to a day. */
export function ageOn(birth: Day, day: Day): number {
  const [born, then] = [dateOf(birth), dateOf(day)];
  return Number(then.slice(0, 4)) - Number(born.slice(0, 4)) - (then.slice(5) < born.slice(5) ? 1 : 0);
}
