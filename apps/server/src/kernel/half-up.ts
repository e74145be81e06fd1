/**
 * Part of a whole in per cent, rounded half-up to one decimal. Null where the base is 0: such a share does not exist.
 * Computed in integers, so that 15.55 does not become 15.5 by binary fractions. Both numbers are counts.
 */
export function percentOf(part: number, base: number): number | null {
  if (base === 0) return null;
  return ratioOf(part * 100, base);
}

/** Quotient of two counts, rounded half-up (away from zero for negatives) to one decimal. Null where the divisor is 0. */
export function ratioOf(dividend: number, divisor: number): number | null {
  if (divisor === 0) return null;
  const sign = dividend < 0 !== divisor < 0 ? -1 : 1;
  const twentieths = (Math.abs(dividend) * 20) / Math.abs(divisor);
  const tenths = Math.floor((Math.floor(twentieths) + 1) / 2);
  return tenths === 0 ? 0 : (sign * tenths) / 10;
}
