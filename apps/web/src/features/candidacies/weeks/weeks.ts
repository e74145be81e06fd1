/** Days from the first to the last, both included. */
export interface Week {
  readonly from: string;
  readonly to: string;
}

/** A week with how many limits run out in it. */
export interface CountedWeek extends Week {
  readonly count: number;
}

/** How many weeks the page of admissions looks ahead. */
export const weeksAhead = 12;

const dayLength = 86_400_000;
const weekDays = 7;

/** The day so many days after one. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
}

/** The weeks that follow today, without a gap. The first has today and the seven days after it, as the list of things to do counts the next seven days. */
export function weeksFrom(today: string, weeks: number): Week[] {
  return Array.from({ length: weeks }, (_, index) => ({
    from: index === 0 ? today : daysAfter(today, index * weekDays + 1),
    to: daysAfter(today, (index + 1) * weekDays),
  }));
}

/** The weeks that follow today, with how many of the limits of single days each holds. */
export function weeksOfDays(today: string, weeks: number, days: readonly { readonly day: string; readonly count: number }[]): CountedWeek[] {
  return weeksFrom(today, weeks).map((week) => ({ ...week, count: days.reduce((sum, { day, count }) => (day >= week.from && day <= week.to ? sum + count : sum), 0) }));
}

/** The week with most, the earlier of equals; null where no week has any. */
export function busiestWeek(weeks: readonly CountedWeek[]): CountedWeek | null {
  return weeks.reduce<CountedWeek | null>((busiest, week) => (week.count > (busiest?.count ?? 0) ? week : busiest), null);
}

/** How many limits there are in all of them. */
export function sumOf(weeks: readonly CountedWeek[]): number {
  return weeks.reduce((sum, { count }) => sum + count, 0);
}
