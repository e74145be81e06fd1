import type { ScopeSearch } from '../../../shared/period/scope-choice.ts';
import { keepKnown } from '../../../shared/url/known-search.ts';

/** What the address of a plan says. Period and day belong to the other pages: they go along and mean nothing here. */
export interface PlanSearch extends ScopeSearch {
  /** The year; the present one where it is left out. */
  readonly nam?: string | undefined;
  /** Item that is shown beside the plan; `moi` for one that is added, `can-cu` for what the plan rests on. */
  readonly viec?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

/** Keeps what the page understands and names what it does not. */
export function readPlanSearch(search: Readonly<Record<string, unknown>>): PlanSearch {
  const { nam } = search;
  return keepKnown(typeof nam === 'number' ? { ...search, nam: String(nam) } : search, ['don-vi', 'ky', 'ngay', 'nam', 'viec']);
}

/** The year that is shown: that of the address, else the present one. */
export function planYear(text: string | undefined, today: string): number {
  return text !== undefined && /^20\d\d$/.test(text) ? Number(text) : Number(today.slice(0, 4));
}

/** The months and quarters of a year in the order in which they end, as the API writes them. */
export function periodsOf(year: number): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => [`${year}-${String(month).padStart(2, '0')}`, ...(month % 3 === 0 ? [`${year}-Q${month / 3}`] : [])]);
}

const roman = ['I', 'II', 'III', 'IV'] as const;

/** A month or a quarter in words. */
export function periodName(period: string, says: { readonly month: (month: number) => string; readonly quarter: (quarter: string) => string }): string {
  const [, part = ''] = period.split('-');
  return part.startsWith('Q') ? says.quarter(roman[Number(part.slice(1)) - 1] ?? '') : says.month(Number(part));
}
