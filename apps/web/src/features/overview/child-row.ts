import { standings } from '@banyan/schema/enums';
import { targetStandings } from '@banyan/schema/targets';
import { foldName } from '../../shared/format/fold-name.ts';
import { graphql, readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';
import { isBehind, isJudged, type Judged } from '../ledger/index.ts';
import { AgainstFields, readComparison, type Against } from './against.ts';
import type { OverviewSearch } from './overview-search.ts';

export const ChildFields = graphql(
  `
  fragment ChildFields on Unit {
    id
    code
    name
    kind { code name(language: $language) }
    rollup(period: $period, asOf: $asOf) {
      admitted { value target { standing } ...AgainstFields }
      members { value }
      admissionRate(base: STOCK_AT_PERIOD_START) { percent hidden }
      childrenByStanding { standing count }
      childrenByTarget { standing count }
    }
  }
`,
  [AgainstFields],
);

/** Only for roles that see more than sums: the others may not ask figures of a day. */
export const SinceGoneFields = graphql(`
  fragment SinceGoneFields on Rollup {
    admitted { atUnitsSinceGone }
    members { atUnitsSinceGone }
  }
`);

/** The part of the unit's figures at units that are not among its children any more, so that no row shows it. */
export interface SinceGone {
  readonly admitted: number;
  readonly members: number;
}

/** One row of the table of units below. A null is a hidden count, or a rate without a base. */
export interface ChildRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly kindName: string;
  readonly admitted: number | null;
  readonly members: number | null;
  readonly rate: number | null;
  readonly rateHidden: boolean;
  /** What the admissions are held against: the same of all rows of a table. */
  readonly against: Against;
  /** The target, or the admissions of the same period of the year before, and how the unit stands against it; null where there is nothing to compare with. */
  readonly before: number | null;
  /** Against the year before the difference; against a target what is missing, negative, or null where nothing is. */
  readonly difference: number | null;
  /** Admissions per cent of what they are held against. */
  readonly percent: number | null;
  readonly standing: Judged | null;
  /** What linear pace asks for by now; null where there is none. */
  readonly pace: number | null;
  /** The units directly below it by their own standing, the worst first. */
  readonly below: readonly StandingCount[];
}

/** So many units of one standing. */
export interface StandingCount {
  readonly standing: Judged;
  readonly count: number;
}

/** Reads the rows of the table out of the answer. */
export function readChildRows(nodes: readonly FragmentOf<typeof ChildFields>[]): ChildRow[] {
  const children = readFragment(ChildFields, nodes);
  // Where targets were given for the period, they are what counts.
  const against = children.some(({ rollup }) => rollup.admitted.target !== null) ? 'TARGET' : 'LAST_YEAR';
  return children.map(({ id, code, name, kind, rollup }) => ({
    id,
    code,
    name,
    kind: kind.code,
    kindName: kind.name,
    admitted: rollup.admitted.value,
    members: rollup.members.value,
    rate: rollup.admissionRate.percent,
    rateHidden: rollup.admissionRate.hidden,
    against,
    ...readComparison(rollup.admitted, against),
    below: against === 'TARGET' ? rollup.childrenByTarget : rollup.childrenByStanding,
  }));
}

/** Whether the period has one to be compared with: then the table is sorted by who fell behind it. */
export function isCompared(rows: readonly ChildRow[]): boolean {
  return rows.some(({ standing }) => standing !== null);
}

/** How many units have fallen behind, out of how many that can be judged. */
export function countFewer(counts: readonly StandingCount[]): { readonly fewer: number; readonly all: number } {
  const sum = (some: readonly StandingCount[]) => some.reduce((total, { count }) => total + count, 0);
  return { fewer: sum(counts.filter(({ standing }) => isBehind(standing))), all: sum(counts.filter(({ standing }) => isJudged(standing))) };
}

/** Why none of some units is judged: it is too early for the first of them, or it cannot be compared. */
export function whyUnjudged(counts: readonly StandingCount[]): Judged {
  return counts[0]?.standing ?? 'NOT_COMPARABLE';
}

/** The rows by their own standing. */
export function countStandings(rows: readonly ChildRow[]): StandingCount[] {
  const groups = Map.groupBy(rows, ({ standing }) => standing ?? 'NOT_COMPARABLE');
  return [...standings, ...targetStandings].flatMap((standing) => {
    const count = groups.get(standing)?.length ?? 0;
    return count === 0 ? [] : [{ standing, count }];
  });
}

/** Reads that part out of the answer; null where there is nothing of it to show. */
export function readSinceGone(rollup: FragmentOf<typeof SinceGoneFields> | undefined): SinceGone | null {
  if (rollup === undefined) return null;
  const figures = readFragment(SinceGoneFields, rollup);
  const admitted = figures.admitted.atUnitsSinceGone ?? 0;
  const members = figures.members.atUnitsSinceGone ?? 0;
  return admitted === 0 && members === 0 ? null : { admitted, members };
}

/** The columns by which the table can be sorted, as the address writes them. */
export const sortColumns = {
  name: 'ten',
  kind: 'loai',
  admitted: 'ket-nap',
  members: 'dang-vien',
  rate: 'ty-le',
  before: 'cung-ky',
  difference: 'chenh-lech',
  percent: 'so-cung-ky',
} as const;
export type SortColumn = keyof typeof sortColumns;

/** A column and its direction. */
export interface Sorting {
  readonly column: SortColumn;
  readonly descending: boolean;
}

const columns = ['name', 'kind', 'admitted', 'members', 'rate', 'before', 'difference', 'percent'] as const satisfies readonly SortColumn[];

/** The sorting where the address names none: who fell behind most comes first, or who admitted most where nothing can be compared. */
export function usualSorting(compared: boolean): Sorting {
  return compared ? { column: 'difference', descending: false } : { column: 'admitted', descending: true };
}

/** Reads the sorting of an address: `-ket-nap` is most admissions first. */
export function readSorting(text: string | undefined, usual: Sorting): Sorting {
  if (text === undefined) return usual;
  const descending = text.startsWith('-');
  const word = descending ? text.slice(1) : text;
  const column = columns.find((candidate) => sortColumns[candidate] === word);
  return column === undefined ? usual : { column, descending };
}

/** Writes a sorting for an address; nothing for the usual one. */
export function writeSorting({ column, descending }: Sorting, usual: Sorting): string | undefined {
  if (column === usual.column && descending === usual.descending) return undefined;
  return `${descending ? '-' : ''}${sortColumns[column]}`;
}

const ascendingFirst: ReadonlySet<SortColumn> = new Set(['name', 'kind', 'difference', 'percent']);

/** The sorting after a click on a column: numbers start with the largest, names with A, comparisons with the worst; a second click turns it round. */
export function nextSorting(current: Sorting, column: SortColumn): Sorting {
  if (current.column === column) return { column, descending: !current.descending };
  return { column, descending: !ascendingFirst.has(column) };
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Sorts rows. Hidden and missing numbers come last in both directions; equal rows keep the order of the tree. */
export function sortRows(rows: readonly ChildRow[], { column, descending }: Sorting): ChildRow[] {
  const turn = descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    if (column === 'name') return turn * collator.compare(one.name, other.name);
    if (column === 'kind') return turn * collator.compare(one.kindName, other.kindName);
    const left = one[column];
    const right = other[column];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return turn * (left - right);
  });
}

/** How an address names the units that have fallen behind. */
export const fewerAlone = 'it-hon';

/**
 * The rows that an address asks for: by standing, by kind, and by what was typed with or without marks, each word of which must
 * begin a word of the name or of the code.
 */
export function matchRows(rows: readonly ChildRow[], { loc, tim = '', loai }: Pick<OverviewSearch, 'loc' | 'tim' | 'loai'>): ChildRow[] {
  const words = foldName(tim).split(/\s+/).filter((word) => word !== '');
  return rows.filter((row) => {
    if (loc === fewerAlone && !isBehind(row.standing)) return false;
    if (loai !== undefined && row.kind !== loai) return false;
    const names = foldName(`${row.name} ${row.code}`).split(/[\s,.()–-]+/);
    return words.every((word) => names.some((name) => name.startsWith(word)));
  });
}
