import type { Day } from '../../../kernel/day.ts';
import type { Kept } from './kept.ts';
import type { RecordRefusal } from './record-refusal.ts';
import { readNeeded } from './record-text.ts';

/** What is kept of a hamlet or a quarter. Of the days, null is not yet. */
export interface LocalityFacts {
  readonly name: string;
  readonly since: Day;
  readonly ownCellSince: Day | null;
  readonly sharedCellSince: Day | null;
  readonly memberSince: Day | null;
}

/** A hamlet or a quarter in the area of a unit. */
export interface Locality extends LocalityFacts, Kept {
  readonly unitId: string;
  /** First day on which it is no longer there; null while it is. */
  readonly endedOn: Day | null;
  readonly endReason: string | null;
  readonly enderName: string | null;
}

/** A unit with more than this is none that anybody looks after. */
export const mostLocalities = 200;

const days = ['ownCellSince', 'sharedCellSince', 'memberSince'] as const;

/** A locality as it is kept, or why it cannot be: it had neither cell nor member before it was there, nor has one in days to come or after its end. */
export function readLocality(facts: LocalityFacts, { today, endedOn = null }: { readonly today: Day; readonly endedOn?: Day | null }): LocalityFacts | { readonly refused: RecordRefusal } {
  const name = readNeeded('name', facts.name, 'name');
  if ('code' in name) return { refused: name };
  for (const field of ['since', ...days] as const) {
    const day = facts[field];
    if (day === null) continue;
    if (day > today) return { refused: { code: 'DATE_IN_FUTURE', field } };
    if (day < facts.since || (endedOn !== null && day > endedOn)) return { refused: { code: 'DATES_NOT_IN_ORDER', field } };
  }
  return { ...facts, name: name.text };
}

/** The last day of which something is known of a locality: it does not end before that. */
export function lastKnown(facts: LocalityFacts): Day {
  return days.reduce<Day>((last, field) => {
    const day = facts[field];
    return day !== null && day > last ? day : last;
  }, facts.since);
}
