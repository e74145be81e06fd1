import type { Measure } from '@banyan/schema/enums';
import { median } from 'd3-array';
import { graphql, type ResultOf } from '../../shared/graphql/graphql.ts';

export const ComparedFigures = graphql(`
  fragment ComparedFigures on Rollup {
    period { text to complete }
    admitted { value target { percentOfLow } }
    recognised { value }
    members { value }
    probationaryMembers { value }
    grassrootsOrganisations { value }
    cells { value }
    admissionRate(base: STOCK_AT_PERIOD_START) { percent denominator hidden baseLabel(language: $language) }
  }
`);

export type Figures = ResultOf<typeof ComparedFigures>;

/** What can be compared, as the address writes it and in the order in which it is shown. */
export const comparedMeasures = ['ket-nap', 'ty-le', 'chi-tieu', 'cong-nhan', 'dang-vien', 'du-bi', 'to-chuc-co-so', 'chi-bo'] as const;
export type ComparedMeasure = (typeof comparedMeasures)[number];

const counts = {
  'ket-nap': { measure: 'ADMITTED', field: 'admitted' },
  'cong-nhan': { measure: 'RECOGNISED', field: 'recognised' },
  'dang-vien': { measure: 'MEMBERS', field: 'members' },
  'du-bi': { measure: 'PROBATIONARY_MEMBERS', field: 'probationaryMembers' },
  'to-chuc-co-so': { measure: 'GRASSROOTS_ORGANISATIONS', field: 'grassrootsOrganisations' },
  'chi-bo': { measure: 'CELLS', field: 'cells' },
} as const satisfies Record<Exclude<ComparedMeasure, 'ty-le' | 'chi-tieu'>, { measure: Measure; field: keyof Figures }>;

/** The measure of the ledger behind a figure; null for what is made of two. */
export function ledgerMeasure(measure: ComparedMeasure): Measure | null {
  return measure === 'ty-le' || measure === 'chi-tieu' ? null : counts[measure].measure;
}

/** A value to compare. Without a number it is hidden from the role, or there is nothing to divide by. */
export interface Value {
  readonly value: number | null;
  readonly hidden: boolean;
}

/** What is compared: a count, the rate, or the per cent of a target, or a count per 100 of the members at the start of the period. */
export function valueOf(figures: Figures, measure: ComparedMeasure, perHundred: boolean): Value {
  const { percent, denominator, hidden } = figures.admissionRate;
  if (measure === 'chi-tieu') return { value: figures.admitted.target?.percentOfLow ?? null, hidden: false };
  if (measure === 'ty-le' || (perHundred && measure === 'ket-nap')) return { value: percent, hidden };
  const { value } = figures[counts[measure].field];
  if (!perHundred || value === null) return { value, hidden: value === null };
  if (denominator === null) return { value: null, hidden: true };
  // Half-up to one decimal, as the API's own percentages are.
  return { value: denominator === 0 ? null : Math.round((value * 1000) / denominator) / 10, hidden: false };
}

/** Whether the values of a figure have a decimal. */
export function hasDecimal(measure: ComparedMeasure, perHundred: boolean): boolean {
  return perHundred || ledgerMeasure(measure) === null;
}

/** The figures to show: per 100 members the rate is the admissions and is not shown twice. */
export function shownMeasures(measures: readonly ComparedMeasure[], perHundred: boolean): readonly ComparedMeasure[] {
  if (!perHundred || !measures.includes('ty-le')) return measures;
  return comparedMeasures.filter((measure) => measure !== 'ty-le' && (measure === 'ket-nap' || measures.includes(measure)));
}

/** Something with a name and a value. */
export interface Named {
  readonly name: string;
  readonly value: number | null;
}

/** The one with the highest value and the one with the lowest; undefined where a value is missing or nothing is there. */
export function extremes<T extends Named>(rows: readonly T[]): { readonly highest: T; readonly lowest: T } | undefined {
  const [first] = rows;
  if (first === undefined || rows.some(({ value }) => value === null)) return undefined;
  const better = (sign: 1 | -1) => rows.reduce((best, row) => (sign * ((row.value ?? 0) - (best.value ?? 0)) > 0 ? row : best), first);
  return { highest: better(1), lowest: better(-1) };
}

/** The middle of the values that are known; null where fewer than three are: so few have no middle to speak of. */
export function medianOf(values: readonly (number | null)[], decimal: boolean): number | null {
  const known = values.filter((value) => value !== null);
  const middle = known.length < 3 ? undefined : median(known);
  if (middle === undefined) return null;
  return decimal ? Math.round(middle * 10) / 10 : Math.round(middle * 2) / 2;
}

/** The place of a value among all, 1 for the highest; equal values share a place. */
export function rankOf(value: number, values: readonly (number | null)[]): number {
  return 1 + values.filter((other) => other !== null && other > value).length;
}
