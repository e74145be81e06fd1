/** The days of a month in weeks from Monday to Sunday; null before its first day and after its last. */
export type MonthGrid = readonly (readonly (string | null)[])[];

const week = 7;

/** The grid of a month (1 to 12) of a year, each day as an ISO date. */
export function monthGrid(year: number, month: number): MonthGrid {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const lead = (first.getUTCDay() + 6) % week;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const prefix = first.toISOString().slice(0, 8);
  const cells = Array.from({ length: Math.ceil((lead + length) / week) * week }, (_, index) => {
    const day = index - lead + 1;
    return day < 1 || day > length ? null : `${prefix}${String(day).padStart(2, '0')}`;
  });
  return Array.from({ length: cells.length / week }, (_, row) => cells.slice(row * week, (row + 1) * week));
}

/** The day of the week of an ISO date: 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
