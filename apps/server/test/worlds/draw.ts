import { createHash } from 'node:crypto';
import fc from 'fast-check';

/** Draws from a seeded, endless stream: the same seed gives the same world. */
export class Draw {
  private readonly stream: Iterator<number>;
  private readonly seed: number;
  private ids = 0;

  constructor(seed: number) {
    this.seed = seed;
    const [stream] = fc.sample(fc.infiniteStream(fc.maxSafeNat().map((value) => value % 1_000_003)), { numRuns: 1, seed });
    this.stream = stream![Symbol.iterator]();
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + ((this.stream.next().value as number) % (max - min + 1));
  }

  chance(percent: number): boolean {
    return this.int(0, 99) < percent;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[this.int(0, list.length - 1)]!;
  }

  some<T>(list: readonly T[], percent: number): T[] {
    return list.filter(() => this.chance(percent));
  }

  /** An id that no other draw of this seed or of another one gives. */
  id(): string {
    this.ids += 1;
    const hex = createHash('sha256').update(`${this.seed}:${this.ids}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
}
