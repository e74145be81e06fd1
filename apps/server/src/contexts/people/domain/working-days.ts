import { addDays, type Day } from '../../../kernel/day.ts';

/** Which days are worked: Monday to Friday without the holidays of a table that the operator keeps. */
export interface WorkingCalendar {
  readonly holidays: ReadonlySet<Day>;
}

function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.has(day);
}

/** The day that many working days after a day; counting starts on the next day. */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, days: number): Day {
  let reached = day;
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(calendar, reached)) left -= 1;
  }
  return reached;
}

/** How many working days there are from a day, not counted, to a later one, counted; negative where the later one has passed. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}
