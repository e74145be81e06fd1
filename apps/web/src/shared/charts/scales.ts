/**
 * The width of a bar in percent of its track. All bars of one column share `max`, so that lengths can be compared;
 * a value above zero is always seen.
 */
export function barWidth(value: number, max: number): string {
  if (max <= 0 || value <= 0) return '0%';
  return `max(2px, ${((Math.min(value, max) / max) * 100).toFixed(3)}%)`;
}

/** The width of a part in percent of its whole. A part is always seen, and so is what is missing of the whole. */
export function shareWidth(value: number, of: number): string {
  if (of <= 0 || value <= 0) return '0%';
  return value >= of ? '100%' : `clamp(2px, ${((value / of) * 100).toFixed(3)}%, 100% - 2px)`;
}

/** The largest of the values that are shown; 0 where there is none. */
export function largest(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => (value !== null && value > most ? value : most), 0);
}

/** Running sums; null from the first hidden value on, because what follows cannot be known. */
export function cumulate(values: readonly (number | null)[]): (number | null)[] {
  let sum: number | null = 0;
  return values.map((value) => {
    sum = sum === null || value === null ? null : sum + value;
    return sum;
  });
}
