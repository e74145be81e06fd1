/** The lower ends of the steps above the first one, ascending: four ends make five steps. */
export type StepEnds = readonly [number, number, number, number];

export type Step = 1 | 2 | 3 | 4 | 5;

const round = [1, 2, 2.5, 5, 10] as const;

/**
 * Five steps of one round width. The last one begins where a tenth of the values lies above, so that a few very high ones do not put
 * all others into the first.
 */
export function stepEnds(values: readonly number[]): StepEnds {
  const sorted = values.toSorted((one, other) => one - other);
  const high = sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 0;
  const wanted = Math.max(high, 0.1) / 5;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const width = power * (round.find((candidate) => candidate * power >= wanted - 1e-9) ?? 10);
  const end = (times: number) => Number((width * times).toPrecision(6));
  return [end(1), end(2), end(3), end(4)];
}

/** The step of a value. */
export function stepOfValue(value: number, [first, second, third, fourth]: StepEnds): Step {
  if (value < first) return 1;
  if (value < second) return 2;
  if (value < third) return 3;
  return value < fourth ? 4 : 5;
}
