import type { ScopeSearch } from '../../shared/period/scope-choice.ts';
import { keepKnown } from '../../shared/url/known-search.ts';
import { comparedMeasures, type ComparedMeasure } from './measures.ts';

/** What the address of the comparison says. Everything that can be chosen is here, so one address shows one view. */
export interface ComparisonSearch extends ScopeSearch {
  /** Codes of the units that are compared, separated by commas. */
  readonly a?: string | undefined;
  /** Figures that are compared, separated by commas. */
  readonly so?: string | undefined;
  /** `nam`: over five years; `cung-loai`: all units of one kind. Left out: the units side by side. */
  readonly xem?: string | undefined;
  /** `tren-100`: per 100 members. */
  readonly chia?: string | undefined;
  /** Kind of the units of which all are shown. */
  readonly loai?: string | undefined;
  /** The figure that a phone shows, one at a time. */
  readonly muc?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

const keys = ['don-vi', 'ky', 'ngay', 'a', 'so', 'xem', 'chia', 'loai', 'muc'] as const;

/** Keeps what the comparison understands and names what it does not. */
export function readComparisonSearch(search: Readonly<Record<string, unknown>>): ComparisonSearch {
  return keepKnown(search, keys);
}

export const mostUnits = 6;
const usualMeasures: readonly ComparedMeasure[] = ['ket-nap', 'ty-le', 'cong-nhan', 'dang-vien'];

export type ComparisonView = 'units' | 'years' | 'peers';
const viewWords: Readonly<Record<ComparisonView, string | undefined>> = { units: undefined, years: 'nam', peers: 'cung-loai' };

/** The way of comparing that an address names. */
export function readView(word: string | undefined): ComparisonView {
  if (word === viewWords.years) return 'years';
  return word === viewWords.peers ? 'peers' : 'units';
}

/** The word of a way of comparing. */
export function writeView(view: ComparisonView): string | undefined {
  return viewWords[view];
}

/** The codes of the units, each once, as many as can be compared. */
export function readCodes(text: string | undefined): string[] {
  const codes = (text ?? '').split(',').map((code) => code.trim()).filter((code) => code !== '');
  return [...new Set(codes)].slice(0, mostUnits);
}

/** A list for the address; nothing for an empty one. */
export function writeList(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.join(',');
}

/** The figures that are compared, in their fixed order. */
export function readMeasures(text: string | undefined): readonly ComparedMeasure[] {
  const words = (text ?? '').split(',');
  const known = comparedMeasures.filter((measure) => words.includes(measure));
  return known.length === 0 ? usualMeasures : known;
}

/** The figures for the address; nothing for the usual ones. */
export function writeMeasures(measures: readonly ComparedMeasure[]): string | undefined {
  const ordered = comparedMeasures.filter((measure) => measures.includes(measure));
  return ordered.join() === usualMeasures.join() ? undefined : writeList(ordered);
}

/** The list with the item where it was not in it, without it where it was. */
export function toggle<T>(items: readonly T[], item: T): T[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}
