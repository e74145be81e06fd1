import { nice, ticks } from 'd3-array';
import { line } from 'd3-shape';

/** One step of a trend; null where the count is hidden or the time has not come. */
export interface TrendValue {
  readonly key: string;
  readonly short: string;
  readonly value: number | null;
  readonly before: number | null;
}

/** The drawing space of a trend in pixels. */
export interface TrendSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Everything that the picture needs, in pixels. */
export interface TrendGeometry {
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly steps: readonly {
    readonly key: string;
    readonly short: string;
    readonly labelled: boolean;
    readonly x: number;
    readonly y: number | null;
    readonly beforeY: number | null;
  }[];
  readonly path: string;
  readonly area: string;
  readonly beforePath: string;
  readonly zero: number;
  readonly columnWidth: number;
}

const widestStep = 44;

/** Lays out a trend. The scale starts at zero and ends at a round number; years side by side share it. */
export function layOutTrend(values: readonly TrendValue[], size: TrendSize): TrendGeometry {
  const all = values.flatMap(({ value, before }) => [value ?? 0, before ?? 0]);
  const top = nice(0, Math.max(4, ...all), 4)[1];
  const zero = size.height - size.bottom;
  const y = (value: number) => zero - (value / top) * (zero - size.top);
  const step = (size.width - size.left - size.right) / Math.max(1, values.length);
  const x = (index: number) => size.left + step * (index + 0.5);
  const every = Math.max(1, Math.ceil(widestStep / Math.max(1, step)));
  const steps = values.map((value, index) => ({
    key: value.key,
    short: value.short,
    labelled: index % every === 0,
    x: x(index),
    y: value.value === null ? null : y(value.value),
    beforeY: value.before === null ? null : y(value.before),
  }));
  const drawn = steps.flatMap((step): [number, number][] => (step.y === null ? [] : [[step.x, step.y]]));
  const path = line()(drawn) ?? '';
  const first = drawn[0];
  const last = drawn.at(-1);
  return {
    ticks: ticks(0, top, 4).filter(Number.isInteger).map((value) => ({ value, y: y(value) })),
    steps,
    path,
    area: first && last && drawn.length > 1 ? `${path}L${last[0]},${zero}L${first[0]},${zero}Z` : '',
    beforePath: line()(steps.flatMap((step): [number, number][] => (step.beforeY === null ? [] : [[step.x, step.beforeY]]))) ?? '',
    zero,
    columnWidth: Math.min(28, Math.max(3, step * 0.56)),
  };
}
