import { addDays, type Day } from '../../../kernel/day.ts';

/** Which days are worked: Monday to Friday without the holidays of a table that the operator keeps. */
export interface WorkingCalendar {
  readonly holidays: ReadonlySet<Day>;
}

const noHolidays: WorkingCalendar = { holidays: new Set() };

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  return !isWeekend(day) && !calendar.holidays.has(day);
}

/** The day that many days of Monday to Friday later. */
function addWeekdays(day: Day, days: number): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  // From a weekend, the count begins on Friday.
  const [from, back] = weekday === 6 ? [5, -1] : weekday === 0 ? [5, -2] : [weekday, 0];
  return addDays(day, back + days + 2 * Math.floor((from - 1 + days) / 5));
}

/** The day that many working days after a day; counting starts on the next day. */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, days: number): Day {
  if (days <= 0) return day;
  let [reached, counted] = [addWeekdays(day, days), day];
  for (;;) {
    // One more for each holiday that was counted as worked; on the way of those there may be others.
    const between = [...calendar.holidays].filter((holiday) => counted < holiday && holiday <= reached);
    const taken = between.filter((holiday) => isWorkingDay(noHolidays, holiday)).length;
    if (taken === 0) return reached;
    [reached, counted] = [addWeekdays(reached, taken), reached];
  }
}

/** How many working days there are from a day, not counted, to a later one, counted; negative where the later one has passed. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}
