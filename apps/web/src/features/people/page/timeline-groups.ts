import { timelineRows, type TimelineRow } from './timeline-rows.ts';

/** A line of a way, as far as grouping goes. */
interface Line {
  readonly __typename: 'TimelineStep';
  readonly id: string;
  readonly step: string;
  readonly reverses: string | null;
  readonly candidacy: { readonly id: string };
}

/** Something that belongs to no way: a letter, a correction. */
interface Other {
  readonly __typename: 'TransferEvent' | 'Correction';
}

/** A way with all that happened from its beginning until the next one began. Without a way for who has none on record. */
export interface TimelineGroup<L extends Line, O extends Other> {
  readonly candidacy: L['candidacy'] | null;
  readonly rows: readonly (TimelineRow<L> | { readonly other: O })[];
}

const isLine = <L extends Line, O extends Other>(event: L | O): event is L => event.__typename === 'TimelineStep';
const begins = ({ step, reverses }: Line): boolean => (step === 'IDENTIFIED' || step === 'TAKEN_UP') && reverses === null;

/** What happened, oldest first, by ways: what belongs to none stands in the one that had begun, and in the first what was before it. */
export function timelineGroups<L extends Line, O extends Other>(events: readonly (L | O)[]): TimelineGroup<L, O>[] {
  const lines = events.filter(isLine<L, O>);
  const ways = lines.filter(begins).map(({ candidacy }) => candidacy);
  const rows = new Map(timelineRows(lines).map((row) => [row.line, row]));
  let at = 0;
  const placed = events.map((event) => {
    if (!isLine<L, O>(event)) return { at, row: { other: event } };
    const own = ways.findIndex(({ id }) => id === event.candidacy.id);
    if (begins(event)) at = own;
    // Of a way whose beginning is not told any more.
    return { at: Math.max(own, 0), row: rows.get(event) };
  });
  return (ways.length === 0 ? [null] : ways).map((candidacy, index) => ({ candidacy, rows: placed.flatMap((one) => (one.at === index && one.row ? [one.row] : [])) }));
}
