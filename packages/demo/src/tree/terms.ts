import { dayOf } from '../time/calendar.ts';
import type { DemoTerm, IsoDate } from '../types.ts';

/** Terms that follow each other: each ends on the day before the next begins. */
export function termsInARow(firstOrdinal: number, starts: readonly (readonly [startsOn: IsoDate, label: string])[]): DemoTerm[] {
  return starts.map(([startsOn, label], index) => {
    const next = starts[index + 1];
    return { ordinal: firstOrdinal + index, label, startsOn, endsOn: next === undefined ? null : dayBefore(next[0]) };
  });
}

/** The terms of a unit founded on a day: those that begin later, or a first one from that day. */
export function termsSince(terms: readonly DemoTerm[], foundedOn: IsoDate): readonly DemoTerm[] {
  if (terms.every((term) => term.startsOn >= foundedOn)) return terms;
  const running = terms.find((term) => term.startsOn < foundedOn && (term.endsOn === null || term.endsOn >= foundedOn));
  const later = terms.filter((term) => term.startsOn >= foundedOn);
  if (running === undefined) return later;
  const first = { ordinal: 1, label: `${foundedOn.slice(0, 4)}–${running.label.slice(-4)}`, startsOn: foundedOn, endsOn: running.endsOn };
  return [first, ...later.map((term, index) => ({ ...term, ordinal: index + 2 }))];
}

function dayBefore(date: IsoDate): IsoDate {
  return new Date((dayOf(date) - 1) * 86_400_000).toISOString().slice(0, 10);
}
