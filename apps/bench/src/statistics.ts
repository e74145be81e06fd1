/** The middle of numbers; the mean of the two in the middle where their number is even. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The number that 95 of 100 do not exceed. NaN of none. */
export function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}

/** What a measured number must reach. */
export interface Gate {
  readonly name: string;
  readonly measured: number;
  readonly at: 'LEAST' | 'MOST';
  readonly limit: number;
}

/** Whether a gate holds. What could not be measured does not. */
export function holds({ measured, at, limit }: Gate): boolean {
  return at === 'LEAST' ? measured >= limit : measured <= limit;
}
