/** The grade of a member in a year; a year without one was not rated. */
export type YearlyGrade = 'EXCELLENT' | 'GOOD' | 'COMPLETED' | 'NOT_COMPLETED';

/** The last of two years in a row in which somebody did not complete the task: a ground for removal (Regulation 29-QĐ/TW, item 8.1). Null where there is none. */
export function twoYearsNotCompleted(grades: ReadonlyMap<number, YearlyGrade>): number | null {
  const failed = (year: number) => grades.get(year) === 'NOT_COMPLETED';
  return [...grades.keys()].toSorted((a, b) => b - a).find((year) => failed(year) && failed(year - 1)) ?? null;
}
