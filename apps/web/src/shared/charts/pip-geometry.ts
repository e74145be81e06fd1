/** The most that is drawn one by one; more than that is a length. */
export const mostPips = 5;

/** A drawing of squares in a row: their side, what lies between two of them, and how far the line stands out above and below. */
export const pipSize = { side: 12, gap: 5, out: 3 } as const;

/** Everything that the picture needs, in pixels. */
export interface PipGeometry {
  readonly pips: readonly { readonly x: number; readonly filled: boolean }[];
  /** Where that which the value is held against ends; null where there is nothing. */
  readonly line: number | null;
  readonly width: number;
}

/**
 * Lays out a small count as squares: as many filled ones as there are, empty ones up to what it is held against. What is more than that
 * stands behind the line.
 */
export function layOutPips(value: number, of: number | null): PipGeometry {
  const { side, gap } = pipSize;
  const step = side + gap;
  const length = Math.max(value, of ?? 0);
  return {
    pips: Array.from({ length }, (_, index) => ({ x: gap + step * index, filled: index < value })),
    line: of === null ? null : gap / 2 + step * of,
    width: gap + step * length,
  };
}
