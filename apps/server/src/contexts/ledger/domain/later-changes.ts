import type { Day } from '../../../kernel/day.ts';
import type { Fact, PersonSlices, StockOfPeople } from './fact.ts';
import type { EntryMeasure } from './measure.ts';

/** What somebody is counted with. */
export interface Counted {
  readonly slices: PersonSlices;
  readonly unitType: string;
  readonly areas: string[];
}

/** One half of a change: out of the old slices (-1), or into the new (1). */
export interface Half extends Counted {
  readonly occurredOn: Day;
  readonly delta: 1 | -1;
}

/** A change of the slices of a counted person, or of the type or areas of the unit. */
export interface LaterChange {
  readonly occurredOn: Day;
  readonly before: Counted;
  readonly after: Counted;
}

/** What a fact posts for changes that came after its day. */
export interface CarriedEntry extends Half {
  readonly measure: EntryMeasure;
}

/** The changes that these halves are, in order; null where something else is among them: the person was not in the same stock all the time. */
export function changesOf(halves: readonly Half[]): LaterChange[] | null {
  const changes = halves.flatMap((before, index) => {
    const after = halves[index + 1];
    return index % 2 === 0 && after?.delta === 1 && before.delta === -1 ? [{ occurredOn: after.occurredOn, before, after }] : [];
  });
  return changes.length * 2 === halves.length ? changes : null;
}

const sliceNames = ['gender', 'ageBand', 'ethnicMinority', 'religion', 'youthUnion', 'occupation', 'enterpriseRelation', 'education'] as const satisfies readonly (keyof PersonSlices)[];

/** The slices that a change makes of some. */
function changed(slices: PersonSlices, { before, after }: LaterChange): PersonSlices {
  const differing = sliceNames.filter((name) => before.slices[name] !== after.slices[name]);
  return { ...slices, ...Object.fromEntries(differing.map((name) => [name, after.slices[name]])) };
}

/** The slices of a fact on its own day: without what changed after it. */
export function slicesBefore(slices: PersonSlices, later: readonly LaterChange[]): PersonSlices {
  return later.toReversed().reduce((then, { occurredOn, before, after }) => changed(then, { occurredOn, before: after, after: before }), slices);
}

/**
 * What a fact posts for the changes after its day. The stock that it lowers is no longer there to be changed; the one that it raises, by a
 * recognition, changes instead, from the slices of its own day on. All of it goes with the fact when that is taken back.
 */
export function carriedBy({ kind, slices }: Pick<Fact, 'kind' | 'slices'>, stock: StockOfPeople, later: readonly LaterChange[]): CarriedEntry[] {
  let running = slices;
  return later.flatMap((change): CarriedEntry[] => {
    const { occurredOn, before, after } = change;
    const undone: CarriedEntry[] = [
      { ...before, occurredOn, measure: stock, delta: 1 },
      { ...after, occurredOn, measure: stock, delta: -1 },
    ];
    if (kind !== 'RECOGNISED') return undone;
    const [from, to] = [running, changed(running, change)];
    running = to;
    return [...undone, { ...before, occurredOn, measure: 'OFFICIAL_MEMBERS', delta: -1, slices: from }, { ...after, occurredOn, measure: 'OFFICIAL_MEMBERS', delta: 1, slices: to }];
  });
}
