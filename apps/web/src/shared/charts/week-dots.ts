/** So many dots at most in a column: more are not counted by eye. */
const mostDots = 20;

/** How many each dot stands for, so that the largest column still fits: one, two, five, ten, and so on. */
export function dotWorth(counts: readonly number[]): number {
  const most = Math.max(0, ...counts);
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if (most <= mostDots * step * power) return step * power;
  }
}

/** How many dots a count gets: what is there is never drawn as nothing. */
export function dotsOf(count: number, worth: number): number {
  return Math.ceil(count / worth);
}
