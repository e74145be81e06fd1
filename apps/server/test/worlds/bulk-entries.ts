import { randomUUID } from 'node:crypto';
import type { Slices, Step, World } from './world-model.ts';

/** An entry as the bulk load writes it; `at` and `other` are places in `World.units`. */
export interface BulkEntry {
  readonly event: string;
  readonly at: number;
  readonly other: number | null;
  readonly on: string;
  readonly recordedAt: string;
  readonly measure: string;
  readonly delta: number;
  readonly person: number;
  readonly slices: Slices;
}

type Fact = Extract<Step, { do: 'fact' }>;
type Line = readonly [measure: string, delta: 1 | -1, at: number, slices: Slices, other?: number];

function linesOf(fact: Fact, standing: { stock: string; slices: Slices } | undefined): Line[] {
  const { unit } = fact;
  const was = standing ?? { stock: '', slices: fact.slices };
  switch (fact.kind) {
    case 'OPENING_OFFICIAL':
      return [['OFFICIAL_MEMBERS', 1, unit, fact.slices]];
    case 'OPENING_PROBATIONARY':
      return [['PROBATIONARY_MEMBERS', 1, unit, fact.slices]];
    case 'ADMITTED':
      return [['ADMITTED', 1, unit, fact.slices], ['PROBATIONARY_MEMBERS', 1, unit, fact.slices]];
    case 'RECOGNISED':
      return [['RECOGNISED', 1, unit, fact.slices], ['PROBATIONARY_MEMBERS', -1, unit, was.slices], ['OFFICIAL_MEMBERS', 1, unit, fact.slices]];
    case 'TRANSFERRED': {
      const to = fact.toUnit!;
      return [['TRANSFERRED_OUT', 1, unit, was.slices, to], [was.stock, -1, unit, was.slices], ['TRANSFERRED_IN', 1, to, was.slices, unit], [was.stock, 1, to, was.slices]];
    }
    default:
      return [[fact.kind, 1, unit, was.slices], [was.stock, -1, unit, was.slices]];
  }
}

/** The entries of the facts that a world begins with, and the event of each fact. */
export function bulkEntries(world: World): { entries: BulkEntry[]; events: Map<number, string> } {
  const standing = new Map<number, { stock: string; slices: Slices }>();
  const events = new Map<number, string>();
  const entries = world.steps.slice(0, world.bulk).flatMap((step, index): BulkEntry[] => {
    if (step.do !== 'fact') throw new Error('only facts are loaded at once');
    const event = randomUUID();
    events.set(index, event);
    const lines = linesOf(step, standing.get(step.person));
    const raised = lines.find(([measure, delta]) => delta === 1 && measure.endsWith('_MEMBERS'));
    if (raised) standing.set(step.person, { stock: raised[0], slices: raised[3] });
    else standing.delete(step.person);
    return lines.map(([measure, delta, at, slices, other]) => ({ event, at, other: other ?? null, on: step.on, recordedAt: step.recordedAt, measure, delta, person: step.person, slices }));
  });
  return { entries, events };
}
