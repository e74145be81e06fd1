import { nice, ticks } from 'd3-array';

/** One dot: a named value, chosen or one of the crowd. */
export interface DotValue {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly named: boolean;
  readonly chosen: boolean;
  /** The colour of the chosen where they are those behind. */
  readonly tone?: 'behind' | undefined;
  /** What is said of the value where the scale ends before it. */
  readonly text?: string | undefined;
}

/** Everything that the picture needs, in pixels. */
export interface DotGeometry {
  readonly height: number;
  readonly axis: number;
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
  readonly dots: readonly (DotValue & { readonly x: number; readonly y: number })[];
  readonly labels: readonly { readonly key: string; readonly text: string; readonly chosen: boolean; readonly tone: DotValue['tone']; readonly x: number; readonly left: number; readonly y: number; readonly dotY: number }[];
  readonly median: { readonly x: number; readonly labelX: number; readonly y: number } | null;
}

interface DotSize {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** How wide a letter is, about: to keep names apart. */
  readonly letter: number;
  /** Height of a line of names. */
  readonly line: number;
}

export const dotRadius = 6;
const mostLevels = 14;
const axisHeight = 26;

/** Lays out up to a few hundred dots on a scale from zero. Dots that would cover each other stand upon each other, names above in lines of their own. */
export function layOutDots(values: readonly DotValue[], median: { readonly value: number; readonly text: string } | null, size: DotSize): DotGeometry {
  const top = nice(0, Math.max(1, ...values.map(({ value }) => value)), 5)[1];
  const x = (value: number) => size.left + (value / top) * (size.width - size.left - size.right);
  const stacked = stack(values.map((dot) => ({ ...dot, x: x(dot.value) })));
  const levels = Math.max(1, ...stacked.map(({ level }) => level + 1));
  const step = (dotRadius * 2 + 1) * Math.min(1, mostLevels / levels);
  const named = stacked.filter((dot) => dot.named).toSorted((one, other) => one.x - other.x);
  const lines = placeNames(named, size);
  const lineCount = Math.max(0, ...lines.map(({ line }) => line + 1));
  const medianLine = median === null ? 0 : size.line;
  const axis = lineCount * size.line + medianLine + levels * step + 10;
  const y = (level: number) => axis - dotRadius - 3 - level * step;
  return {
    height: axis + axisHeight,
    axis,
    ticks: ticks(0, top, size.width < 480 ? 4 : 8).map((value) => ({ value, x: x(value) })),
    dots: stacked.map(({ level, ...dot }) => ({ ...dot, y: y(level) })),
    labels: lines.map(({ dot, line, left }) => ({
      key: dot.key,
      text: dot.name,
      chosen: dot.chosen,
      tone: dot.tone,
      x: dot.x,
      left,
      y: medianLine + (lineCount - 1 - line) * size.line + size.line * 0.7,
      dotY: y(dot.level),
    })),
    median:
      median === null
        ? null
        : {
            x: x(median.value),
            labelX: within(x(median.value) + 5, median.text.length * size.letter, size),
            y: size.line * 0.7,
          },
  };
}

interface Placed extends DotValue {
  readonly x: number;
}

/** Gives each dot the lowest level on which it touches no other. The chosen come first, so they stand at the bottom. */
function stack(dots: readonly Placed[]): (Placed & { level: number })[] {
  const taken: number[][] = [];
  const order = dots.toSorted((one, other) => Number(other.chosen) - Number(one.chosen) || one.x - other.x);
  return order.map((dot) => {
    const free = taken.findIndex((level) => level.every((x) => Math.abs(x - dot.x) > dotRadius * 2));
    const level = free === -1 ? taken.length : free;
    (taken[level] ??= []).push(dot.x);
    return { ...dot, level };
  });
}

function within(left: number, width: number, size: DotSize): number {
  return Math.max(0, Math.min(left, size.width - width));
}

/** Puts each name into the lowest line in which it has room. */
function placeNames<T extends Placed>(dots: readonly T[], size: DotSize) {
  const ends: number[] = [];
  return dots.map((dot) => {
    const width = dot.name.length * size.letter;
    const left = within(dot.x - width / 2, width, size);
    const free = ends.findIndex((end) => end + 12 < left);
    const line = free === -1 ? ends.length : free;
    ends[line] = left + width;
    return { dot, line, left };
  });
}
