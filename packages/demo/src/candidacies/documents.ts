import type { Random } from '../chance/random.ts';
import type { Leaf } from '../tree/leaf.ts';
import type { DemoVote } from '../types.ts';

/** How a committee signs, by the words after "Đảng bộ" in its name. */
const signs: readonly (readonly [beginning: string, sign: string])[] = [['huyện', 'HU'], ['quận', 'QU'], ['Khối', 'ĐUK']];

/** Whether a committee stands between the cell and the body that decides: a cell has one, a grassroots cell has none. */
export function hasCommittee(leaf: Leaf): boolean {
  return leaf.unit.kind === 'CELL';
}

/** Numbers of decisions of the body above a leaf, such as 12-QĐ/ĐU. */
export function decisionNumber(random: Random, upperName: string): string {
  const name = upperName.replace('Đảng bộ ', '');
  const sign = signs.find(([beginning]) => name.startsWith(beginning))?.[1] ?? 'ĐU';
  return `${random.between(1, 320)}-QĐ/${sign}`;
}

/** Numbers of resolutions of a cell. */
export function cellNumber(random: Random): string {
  return `${random.between(1, 24)}-NQ/CB`;
}

/** Numbers of resolutions of a grassroots committee. */
export function committeeNumber(random: Random): string {
  return `${random.between(1, 90)}-NQ/ĐU`;
}

/** Numbers of certificates of the awareness class. */
export function certificateNumber(random: Random): string {
  return `${random.between(100, 999)}/CN-NTVĐ`;
}

/** The official members of a cell, near enough: probationers and those excused do not count. */
export function voters(leaf: Leaf): number {
  return Math.max(4, Math.round(leaf.closing * 0.88));
}

/** The members of a grassroots committee. */
export function committeeMembers(random: Random): number {
  return random.between(9, 15);
}

const twoThirds = (base: number) => Math.ceil((2 * base) / 3);

/** A vote that reached two thirds of its base. */
export function passedVote(random: Random, base: number): DemoVote {
  const least = twoThirds(base);
  const present = base - random.between(0, Math.floor((base - least) / 2));
  return { base, present, inFavour: Math.max(least, present - random.between(0, 2)) };
}

/** A vote that did not. */
export function failedVote(random: Random, base: number): DemoVote {
  return { base, present: base, inFavour: twoThirds(base) - random.between(1, 2) };
}
