import type { EntryMeasure } from '../../src/contexts/ledger/domain/measure.ts';
import type { Day, Step } from '../worlds/world-model.ts';
import type { Table } from './figure-tables.ts';
import type { Oracle } from './oracle.ts';

/* How figures of one history must hang together, whatever they are. Each relation returns, in words, where it does not hold. */

const stocksOfPeople: readonly EntryMeasure[] = ['PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS'];
const flowsOfADay: readonly EntryMeasure[] = ['ADMITTED', 'RECOGNISED', 'REMOVED', 'EXPELLED', 'LEFT', 'DECEASED'];

/** The days of a table whose day before it holds as well. */
function pairsOf({ cells }: Table, { tree }: Oracle): { before: Day; on: Day }[] {
  const known = new Set(cells.days);
  return cells.days.map((on) => ({ before: tree.dayBefore(on), on })).filter(({ before }) => known.has(before));
}

/** A unit stands for itself and its children: stocks on any day, and the flows of that day which cross no border. */
export function childrenAddUp(table: Table, oracle: Oracle): string[] {
  const { tree, world } = oracle;
  const found: string[] = [];
  for (const { before, on } of pairsOf(table, oracle)) {
    const children = new Map<number, number[]>();
    for (const unit of table.cells.units.filter((candidate) => tree.livesOn(candidate, on))) {
      const parent = tree.parentOn(unit, on);
      if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), unit]);
    }
    for (const [unit, below] of children) {
      const kind = world.kinds.find((candidate) => candidate.code === world.units[unit]!.kind)!;
      const own: Partial<Record<EntryMeasure, number>> = { UNITS: 1, GRASSROOTS_ORGANISATIONS: kind.isGrassrootsOrganisation ? 1 : 0 };
      const check = (measure: EntryMeasure, value: (of: number) => number) => {
        const parts = below.reduce((sum, child) => sum + value(child), own[measure] ?? 0);
        if (value(unit) !== parts) found.push(`${measure} of unit ${unit} on ${on} is ${value(unit)}, of its parts ${parts}`);
      };
      for (const measure of [...stocksOfPeople, 'UNITS', 'GRASSROOTS_ORGANISATIONS', 'CELLS'] as const) check(measure, (of) => table.at(of, on, measure));
      for (const measure of flowsOfADay) check(measure, (of) => table.at(of, on, measure) - table.at(of, before, measure));
    }
  }
  return found;
}

/** The steps of the days on which nothing but units moved and were closed: one move, or a level that was abolished. */
function daysOfMoves(oracle: Oracle): Map<Day, Step[]> {
  const days = new Map<Day, Step[]>();
  for (const step of oracle.world.steps) if ('on' in step && step.do !== 'rename') days.set(step.on, [...(days.get(step.on) ?? []), step]);
  return new Map([...days].filter(([, steps]) => steps.some((step) => step.do === 'move') && steps.every((step) => step.do === 'move' || step.do === 'close')));
}

/** On such a day, whoever was above a moved unit before loses its people, whoever is now gains them, and for all others nothing changes. */
export function movesShift(table: Table, oracle: Oracle): string[] {
  const { tree } = oracle;
  const found: string[] = [];
  for (const [on, steps] of daysOfMoves(oracle)) {
    const before = tree.dayBefore(on);
    const moved = steps.flatMap((step) => (step.do === 'move' ? [{ unit: step.unit, from: tree.chainOn(step.unit, before).slice(1), to: tree.chainOn(step.unit, on).slice(1) }] : []));
    for (const unit of table.cells.units) {
      for (const measure of stocksOfPeople) {
        const gain = moved.reduce((sum, { unit: part, from, to }) => sum + ((to.includes(unit) ? 1 : 0) - (from.includes(unit) ? 1 : 0)) * table.at(part, before, measure), 0);
        const change = table.at(unit, on, measure) - table.at(unit, before, measure);
        if (change !== gain) found.push(`${measure} of unit ${unit} changes by ${change} on ${on}, where ${gain} move`);
      }
    }
  }
  return found;
}

/** On the day of a merger, its successor has what both had. */
export function mergersAdd(table: Table, { world, tree }: Oracle): string[] {
  const found: string[] = [];
  for (const step of world.steps) {
    if (step.do !== 'merge' || world.steps.some((other) => other !== step && 'on' in other && other.on === step.on)) continue;
    const before = tree.dayBefore(step.on);
    for (const measure of stocksOfPeople) {
      const both = table.at(step.unit, before, measure) + table.at(step.successor, before, measure);
      const now = table.at(step.successor, step.on, measure);
      if (now !== both) found.push(`${measure} of unit ${step.successor} on ${step.on} is ${now}, of the two that merged ${both}`);
    }
  }
  return found;
}

/** The first day on which a step may change a figure; null where it changes none. */
export function effectiveOn(oracle: Oracle, step: Step): Day | null {
  if (step.do === 'rename') return null;
  if (step.do === 'found') return oracle.world.units[step.unit]!.foundedOn;
  if (step.do === 'reverse') return effectiveOn(oracle, oracle.world.steps[step.step]!);
  return step.on;
}
