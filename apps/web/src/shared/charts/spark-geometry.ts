import { line } from 'd3-shape';

/** The drawing space of a sparkline in pixels, with room for a dot at each edge. */
export const sparkSize = { width: 92, height: 24, margin: 3.5 } as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Everything that the picture needs, in pixels. */
export interface SparkGeometry {
  /** The line, interrupted where a value is not known. */
  readonly path: string;
  /** Values between two that are not known, which no line can show. */
  readonly alone: readonly Point[];
  /** The last value that is known. */
  readonly last: Point | null;
  readonly zero: number;
}

/** Lays out a development on a scale from zero to `max`, which all rows of a table share. */
export function layOutSparkline(values: readonly (number | null)[], max: number): SparkGeometry {
  const { width, height, margin } = sparkSize;
  const zero = height - margin;
  const step = (width - margin * 2) / Math.max(1, values.length - 1);
  const points = values.map((value, index): Point | null =>
    value === null ? null : { x: margin + step * index, y: max <= 0 ? zero : zero - (Math.min(value, max) / max) * (zero - margin) },
  );
  const path = line<Point | null>(
    (point) => point?.x ?? 0,
    (point) => point?.y ?? 0,
  ).defined((point) => point !== null);
  return {
    path: path(points) ?? '',
    alone: points.filter((point, index): point is Point => point !== null && !points[index - 1] && !points[index + 1]),
    last: points.findLast((point) => point !== null) ?? null,
    zero,
  };
}
