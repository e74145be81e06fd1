import type { PeriodType } from '@banyan/schema/enums';

/** A calendar day, `YYYY-MM-DD`. Days compare as texts. */
export type Day = string;

function utc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function text(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** The day that many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return text(date);
}

/** How many days there are from one day to another, both included. */
export function daysFrom(first: Day, last: Day): number {
  return (utc(last).getTime() - utc(first).getTime()) / 86_400_000 + 1;
}

/** The same day that many calendar months later; a day that the target month lacks becomes its last day. */
export function addMonths(day: Day, months: number): Day {
  const date = utc(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return text(date);
}

/** First day of the month, quarter or year that holds the day. */
export function startOf(type: PeriodType, day: Day): Day {
  const month = Number(day.slice(5, 7));
  if (type === 'YEAR') return `${day.slice(0, 4)}-01-01`;
  const first = type === 'MONTH' ? month : month - ((month - 1) % 3);
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}

/** Last day of the month, quarter or year that holds the day. */
export function endOf(type: PeriodType, day: Day): Day {
  const months = { MONTH: 1, QUARTER: 3, YEAR: 12 }[type];
  return addDays(addMonths(startOf(type, day), months), -1);
}

/** The earlier of two days. */
export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** The later of two days. */
export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The calendar day in Viet Nam at an instant. */
export function dayInVietNam(instant: Date): Day {
  return text(new Date(instant.getTime() + 7 * 3_600_000));
}
