import type { Random } from './random.ts';

/** Items drawn with unequal probability. */
export class Weighted<T> {
  readonly #items: readonly T[];
  readonly #sums: Float64Array;
  readonly #total: number;

  constructor(choices: readonly (readonly [item: T, weight: number])[]) {
    let total = 0;
    this.#items = choices.map(([item]) => item);
    this.#sums = Float64Array.from(choices, ([, weight]) => (total += weight));
    this.#total = total;
  }

  /** One of the items. */
  draw(random: Random): T {
    const mark = random.next() * this.#total;
    let low = 0;
    let high = this.#sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] ?? 0) <= mark) low = middle + 1;
      else high = middle;
    }
    const item = this.#items[low];
    if (item === undefined) throw new Error('Nothing to draw from');
    return item;
  }
}

/** Splits a total over weights: whole parts of at least `least` whose sum is the total (largest remainders first). */
export function apportion(total: number, weights: readonly number[], least: number): number[] {
  const free = total - least * weights.length;
  if (free < 0) throw new Error(`Cannot give ${least} to each of ${weights.length} out of ${total}`);
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => (free * weight) / sum);
  const parts = shares.map((share) => least + Math.floor(share));
  let rest = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = shares.map(
    (share, index) => ({ index, remainder: share - Math.floor(share) }),
  ).sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (rest === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    rest -= 1;
  }
  return parts;
}
