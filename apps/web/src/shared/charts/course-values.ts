/** A value of a year; null where it is hidden or there is none. */
export interface YearValue {
  readonly year: string;
  readonly value: number | null;
}

/** The first year in which anything was counted in any row: before it nothing was recorded, which is not a change. The number of years where nothing ever was. */
export function firstCounted(rows: readonly (readonly YearValue[])[]): number {
  const length = rows[0]?.length ?? 0;
  const index = Array.from({ length }, (_, year) => year).find((year) => rows.some((values) => (values[year]?.value ?? 0) > 0));
  return index ?? length;
}

interface Known {
  readonly year: string;
  readonly value: number;
}

/** Where a development began, where it stands, and where it was highest; null where nothing is known. */
export function readCourse(values: readonly YearValue[], begun: number): { readonly first: Known; readonly last: Known; readonly highest: Known } | null {
  const known = values.slice(begun).flatMap(({ year, value }): Known[] => (value === null ? [] : [{ year, value }]));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return null;
  return { first, last, highest: known.reduce((best, one) => (one.value > best.value ? one : best)) };
}
