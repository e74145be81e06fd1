import { ruleHolds, sumAmounts } from '@banyan/schema/allocation-sum';
import { isRange, isRate, type SumRule, type TargetKind } from '@banyan/schema/targets';
import { readPasted, readTypedAmount, type AmountProblem, type PastedRow } from '@banyan/schema/typed-amount';
import { foldName } from '../../../shared/format/fold-name.ts';

/** A row of the worksheet as it is typed. */
export interface Row {
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  readonly low: string;
  readonly high: string;
  readonly note: string;
  readonly isLocked: boolean;
  readonly members: number;
  /** Members by which its rate weighs; null for numbers. */
  readonly weight: number | null;
}

/** All that is typed into a worksheet. */
export interface Worksheet {
  readonly rule: SumRule;
  readonly reserve: string;
  readonly reserveHigh: string;
  readonly rows: readonly Row[];
}

/** The target that is divided. */
export interface Whole {
  readonly kind: TargetKind;
  readonly low: number;
  readonly high: number | null;
  /** What counts of units that are not below any more. */
  readonly elsewhere: readonly { readonly low: number; readonly high: number | null; readonly weight: number | null }[];
}

function amountOf(text: string, kind: TargetKind): number | null {
  const read = readTypedAmount(text, kind);
  return 'value' in read ? read.value : null;
}

/** Why the text of a cell is no amount; undefined where it is one, or empty. */
export function problemOf(text: string, kind: TargetKind): AmountProblem | undefined {
  const read = readTypedAmount(text, kind);
  return 'problem' in read ? read.problem : undefined;
}

/** The amount of a row, where all of it can be read. */
export function readRow({ low, high }: Pick<Row, 'low' | 'high'>, kind: TargetKind): { low: number; high: number | null } | null {
  const read = amountOf(low, kind);
  if (read === null) return null;
  if (!isRange(kind)) return { low: read, high: null };
  const upper = amountOf(high, kind);
  return upper === null ? null : { low: read, high: upper };
}

/** Whether the low bound of a row lies above its high one. */
export function isUpsideDown(row: Pick<Row, 'low' | 'high'>, kind: TargetKind): boolean {
  const read = readRow(row, kind);
  return read !== null && read.high !== null && read.low > read.high;
}

/** What is left (below 0) or too many (above 0) of each bound, and whether the rule holds for both. */
export interface Balance {
  readonly allocated: number;
  readonly allocatedHigh: number | null;
  /** What of each bound counts for units that are not below any more. */
  readonly elsewhere: number;
  readonly elsewhereHigh: number | null;
  /** What is kept back of each bound, where the rule keeps anything. */
  readonly reserve: number;
  readonly reserveHigh: number;
  readonly difference: number;
  readonly differenceHigh: number | null;
  readonly holds: boolean;
}

/** The sums of what is typed so far and of what counts elsewhere; what cannot be read counts nothing. */
export function balanceOf({ rule, reserve, reserveHigh, rows }: Worksheet, { kind, low, high, elsewhere: away }: Whole): Balance {
  const typed = (text: (row: Row) => string) => rows.flatMap((row) => {
    const amount = amountOf(text(row), kind);
    return amount === null ? [] : [{ amount, weight: row.weight }];
  });
  const awayLow = away.map((part) => ({ amount: part.low, weight: part.weight }));
  const awayHigh = away.map((part) => ({ amount: part.high ?? part.low, weight: part.weight }));
  const kept = rule === 'WITH_RESERVE' ? (amountOf(reserve, kind) ?? 0) : 0;
  const keptHigh = rule === 'WITH_RESERVE' ? (amountOf(reserveHigh, kind) ?? kept) : 0;
  const allocated = sumAmounts(kind, [...typed((row) => row.low), ...awayLow]);
  const allocatedHigh = isRange(kind) ? sumAmounts(kind, [...typed((row) => row.high), ...awayHigh]) : null;
  const difference = allocated + kept - low;
  const differenceHigh = allocatedHigh === null || high === null ? null : allocatedHigh + keptHigh - high;
  const holds = ruleHolds(kind, rule, difference) && (differenceHigh === null || ruleHolds(kind, rule, differenceHigh));
  const elsewhere = sumAmounts(kind, awayLow);
  const elsewhereHigh = isRange(kind) ? sumAmounts(kind, awayHigh) : null;
  return { allocated, allocatedHigh, elsewhere, elsewhereHigh, reserve: kept, reserveHigh: keptHigh, difference, differenceHigh, holds };
}

/** Why a worksheet cannot be published yet; null where nothing is known against it. */
export type Blocked = { readonly by: 'WRONG' | 'EMPTY' | 'NOTES'; readonly count: number } | { readonly by: 'SUM'; readonly difference: number };

/** The first thing that keeps a worksheet from being published. A unit that has nothing and gets nothing may stay empty. */
export function blockedBy(sheet: Worksheet, whole: Whole, hasPart: (unit: string) => boolean): Blocked | null {
  const { kind } = whole;
  const wrong = sheet.rows.filter((row) => problemOf(row.low, kind) ?? problemOf(row.high, kind) ?? isUpsideDown(row, kind)).length;
  if (wrong > 0) return { by: 'WRONG', count: wrong };
  const empty = sheet.rows.filter((row) => readRow(row, kind) === null && (hasPart(row.unit) || row.low.trim() !== '' || row.high.trim() !== '')).length;
  if (empty > 0) return { by: 'EMPTY', count: empty };
  const balance = balanceOf(sheet, whole);
  if (!balance.holds) return { by: 'SUM', difference: balance.difference === 0 ? (balance.differenceHigh ?? 0) : balance.difference };
  const silent = kind === 'REDUCE_TO' ? 0 : sheet.rows.filter((row) => readRow(row, kind)?.low === 0 && row.note.trim() === '' && (readRow(row, kind)?.high ?? 0) === 0).length;
  return silent > 0 ? { by: 'NOTES', count: silent } : null;
}

/** What becomes of one pasted line. */
export interface PastedLine {
  readonly row: PastedRow;
  /** The unit that it goes to; null where there is none. */
  readonly unit: Row | null;
  readonly problem: AmountProblem | 'UPSIDE_DOWN' | 'UNKNOWN_UNIT' | 'TOO_MANY' | 'TWICE' | null;
}

function findRow(rows: readonly Row[], label: string): Row | null {
  const folded = foldName(label).trim();
  const exact = rows.find(({ code, name }) => foldName(code) === folded || foldName(name) === folded);
  if (exact) return exact;
  // "Xã An Kiều" is "Đảng bộ xã An Kiều", where it is nobody else.
  const ending = rows.filter(({ name }) => foldName(name).endsWith(` ${folded}`));
  return ending.length === 1 ? (ending[0] ?? null) : null;
}

/** Holds what is pasted against the rows: by unit where the lines name one, else in order from the row where it is pasted. */
export function matchPasted(text: string, rows: readonly Row[], from: number, kind: TargetKind): PastedLine[] {
  const seen = new Set<string>();
  return readPasted(text).map((row, index): PastedLine => {
    const unit = row.label === null ? (rows[from + index] ?? null) : findRow(rows, row.label);
    if (unit === null) return { row, unit, problem: row.label === null ? 'TOO_MANY' : 'UNKNOWN_UNIT' };
    if (seen.has(unit.unit)) return { row, unit, problem: 'TWICE' };
    seen.add(unit.unit);
    const [low = '', high = ''] = row.cells;
    const problem = problemOf(low, kind) ?? (isRange(kind) ? problemOf(high, kind) : undefined);
    return { row, unit, problem: problem ?? (isUpsideDown({ low, high }, kind) ? 'UPSIDE_DOWN' : null) };
  });
}

/** The rows with what can be pasted; what cannot be is pasted too, and then said at its cell. Lines without a unit are left out. */
export function applyPasted(rows: readonly Row[], lines: readonly PastedLine[], kind: TargetKind): Row[] {
  const cells = new Map(lines.flatMap(({ unit, row, problem }) => (unit === null || problem === 'TWICE' ? [] : [[unit.unit, row.cells] as const])));
  return rows.map((row) => {
    const pasted = cells.get(row.unit);
    if (!pasted) return row;
    const [low = '', high = ''] = pasted;
    return isRange(kind) ? { ...row, low, high } : { ...row, low };
  });
}

/** An amount as a cell shows it. */
export function cellText(amount: number | null, kind: TargetKind): string {
  if (amount === null) return '';
  return isRate(kind) ? String(amount).replace('.', ',') : String(amount);
}
