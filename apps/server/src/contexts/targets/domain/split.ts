import type { Amount } from './target.ts';

/**
 * Divides a whole number by weights: each share rounded down, what is left given one by one to the largest fractions, the first of
 * equals before the others (largest remainder). Without weights all are equal.
 */
export function splitByWeights(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((whole, weight) => whole + weight, 0);
  const used = sum > 0 ? weights : weights.map(() => 1);
  const whole = sum > 0 ? sum : weights.length;
  const shares = used.map((weight, place) => ({ place, share: Math.floor((total * weight) / whole), rest: (total * weight) % whole }));
  const left = total - shares.reduce((given, { share }) => given + share, 0);
  const first = new Set(shares.toSorted((a, b) => b.rest - a.rest || a.place - b.place).slice(0, left).map(({ place }) => place));
  return shares.map(({ share, place }) => share + (first.has(place) ? 1 : 0));
}

/** A row of the worksheet: by what it is weighed, and what it holds where it is locked. */
export interface SplitRow {
  readonly weight: number;
  readonly locked: Amount | null;
}

function splitOne(total: number, rows: readonly SplitRow[], held: (locked: Amount) => number): number[] {
  const left = Math.max(0, total - rows.reduce((sum, { locked }) => sum + (locked ? held(locked) : 0), 0));
  const open = rows.filter(({ locked }) => locked === null);
  const shares = splitByWeights(left, open.map(({ weight }) => weight));
  let next = 0;
  return rows.map(({ locked }) => (locked ? held(locked) : (shares[next++] ?? 0)));
}

/** Suggests how a number or a range is divided over the rows that are not locked, whose sum makes the total where the locked ones leave enough. */
export function suggestSplit(total: Amount, rows: readonly SplitRow[]): Amount[] {
  const lows = splitOne(total.low, rows, ({ low }) => low);
  if (total.high === null) return lows.map((low) => ({ low, high: null }));
  // The width of the range is divided by itself, so that no row is upside down.
  const widths = splitOne(total.high - total.low, rows, ({ low, high }) => (high ?? low) - low);
  return lows.map((low, place) => ({ low, high: low + (widths[place] ?? 0) }));
}
