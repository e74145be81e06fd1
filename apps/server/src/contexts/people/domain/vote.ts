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

/** Whether the numbers can be those of a vote. */
export function isPossibleVote({ base, present, inFavour }: Vote): boolean {
  return [base, present, inFavour].every((count) => Number.isInteger(count) && count >= 0 && count <= most) && base > 0 && present <= base && inFavour <= present;
}

/** Whether a vote reaches at least a share of its base. In whole numbers: 9 of 13 reach two thirds, 7 of 11 do not. */
export function reaches({ base, inFavour }: Vote, { numerator, denominator }: Threshold): boolean {
  return denominator * inFavour >= numerator * base;
}

/** Whether more than half of the base is in favour. */
export function isMajority({ base, inFavour }: Vote): boolean {
  return 2 * inFavour > base;
}
