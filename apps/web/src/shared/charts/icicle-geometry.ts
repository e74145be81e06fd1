/** A part of the whole, with its own parts. */
export interface IciclePart {
  readonly key: string;
  readonly value: number;
  readonly parts: readonly IciclePart[];
}

/** Where a part is drawn: its column, from the left, and its place in it in pixels. */
export interface IcicleCell {
  readonly key: string;
  /** The part that it belongs to; null in the first column. */
  readonly above: string | null;
  readonly column: number;
  readonly top: number;
  readonly height: number;
}

/**
 * Shares out a height by value. What would be lower than `least` is that high, and the others give way; where there is not room for
 * that, all of it is cut alike.
 */
export function shareHeight(values: readonly number[], height: number, least: number): number[] {
  const floor = Math.min(least, values.length === 0 ? 0 : height / values.length);
  const raised = new Set<number>();
  for (;;) {
    const left = height - raised.size * floor;
    const sum = values.reduce((total, value, index) => (raised.has(index) ? total : total + value), 0);
    const share = (value: number) => (sum === 0 ? left / Math.max(1, values.length - raised.size) : (value / sum) * left);
    const low = values.flatMap((value, index) => (!raised.has(index) && share(value) < floor - 1e-9 ? [index] : []));
    if (low.length === 0) return values.map((value, index) => (raised.has(index) ? floor : share(value)));
    for (const index of low) raised.add(index);
  }
}

/** Lays out parts in a column and the parts of each beside it, in the order in which they are given. */
export function layOutIcicle(parts: readonly IciclePart[], { height, least }: { height: number; least: number }): IcicleCell[] {
  const cells: IcicleCell[] = [];
  const place = (above: string | null, column: number, inside: readonly IciclePart[], space: { top: number; height: number }) => {
    const heights = shareHeight(inside.map(({ value }) => value), space.height, least);
    let { top } = space;
    inside.forEach((part, index) => {
      const own = heights[index] ?? 0;
      cells.push({ key: part.key, above, column, top, height: own });
      place(part.key, column + 1, part.parts, { top, height: own });
      top += own;
    });
  };
  place(null, 0, parts, { top: 0, height });
  return cells;
}

/** The cell to which a key leads from another one, itself where there is none; null for a key that leads nowhere. */
export function stepInIcicle(cells: readonly IcicleCell[], from: string, key: string): string | null {
  const cell = cells.find((other) => other.key === from);
  const column = cells.filter((other) => other.column === cell?.column);
  const place = column.findIndex((other) => other.key === from);
  const to = (other: IcicleCell | undefined) => other?.key ?? from;
  switch (key) {
    case 'ArrowDown':
      return to(column[place + 1]);
    case 'ArrowUp':
      return to(column[place - 1]);
    case 'ArrowRight':
      return to(cells.find((other) => other.above === from));
    case 'ArrowLeft':
      return cell?.above ?? from;
    case 'Home':
      return to(column[0]);
    case 'End':
      return to(column.at(-1));
    default:
      return null;
  }
}
