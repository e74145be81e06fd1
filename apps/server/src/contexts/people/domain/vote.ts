import type { Threshold } from './rule-pack.ts';

/** The result of a vote on one person. */
export interface Vote {
  /** Those who count: official members of the cell, or members of the committee, without those whom the rules exclude. Entered, never derived. */
  readonly base: number;
  readonly present: number;
  readonly inFavour: number;
}

/** More than any cell or committee has. */
const most = 10_000;

/** The number that cannot be that of a vote, with what it could be; null where all of them can. */
export function faultOf({ base, present, inFavour }: Vote): { readonly field: keyof Vote; readonly limit: { readonly given: number; readonly least: number; readonly most: number } } | null {
  const limits = [['base', base, 1, most], ['present', present, 0, base], ['inFavour', inFavour, 0, present]] as const;
  const fault = limits.find(([, given, least, largest]) => !Number.isInteger(given) || given < least || given > largest);
  return fault ? { field: fault[0], limit: { given: fault[1], least: fault[2], most: fault[3] } } : null;
}

/** How many have to be in favour to reach a share of the base. */
export function leastInFavour(base: number, { numerator, denominator }: Threshold): number {
  return Math.ceil((numerator * base) / denominator);
}

/** Whether a vote reaches at least a share of its base. In whole numbers: 9 of 13 reach two thirds, 7 of 11 do not. */
export function reaches({ base, inFavour }: Vote, { numerator, denominator }: Threshold): boolean {
  return denominator * inFavour >= numerator * base;
}

/** Whether more than half of the base is in favour. */
export function isMajority({ base, inFavour }: Vote): boolean {
  return 2 * inFavour > base;
}
