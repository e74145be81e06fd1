interface Line {
  readonly id: string;
  readonly reverses: string | null;
}

/** A line of the timeline together with the one that undid it. */
export interface TimelineRow<L extends Line> {
  readonly line: L;
  readonly undoneBy: L | null;
}

/** The lines, oldest first; what undoes a line stands with that line and not by itself. */
export function timelineRows<L extends Line>(lines: readonly L[]): TimelineRow<L>[] {
  const undoing = new Map(lines.flatMap((line) => (line.reverses === null ? [] : [[line.reverses, line] as const])));
  return lines.filter(({ reverses }) => reverses === null).map((line) => ({ line, undoneBy: undoing.get(line.id) ?? null }));
}
