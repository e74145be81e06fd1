import { sumByCounters } from '../../src/contexts/ledger/persistence/counter-sums.ts';
import { sumByEntries, wholeKey } from '../../src/contexts/ledger/persistence/entry-sums.ts';
import { entryMeasures } from '../../src/contexts/ledger/domain/measure.ts';
import type { Scope } from '../../src/platform/scope.ts';
import type { Day } from '../worlds/world-model.ts';
import type { Oracle } from './oracle.ts';

export const measures = entryMeasures;

/** Which sums: of each unit (a place in `World.units`) up to each day, every measure. */
export interface Cells {
  readonly units: readonly number[];
  readonly days: readonly Day[];
}

/** All sums of some cells. */
export class Table {
  readonly cells: Cells;
  readonly values: Int32Array;

  constructor(cells: Cells) {
    this.cells = cells;
    this.values = new Int32Array(cells.units.length * cells.days.length * measures.length);
  }

  place(unit: number, day: number, measure: number): number {
    return (unit * this.cells.days.length + day) * measures.length + measure;
  }

  /** The sum of a unit up to a day, by their names; both must be of the cells. */
  at(unit: number, day: Day, measure: (typeof measures)[number]): number {
    return this.values[this.place(this.cells.units.indexOf(unit), this.cells.days.indexOf(day), measures.indexOf(measure))]!;
  }

  /** Some of the cells. */
  part(cells: Cells): Table {
    const part = new Table(cells);
    cells.units.forEach((unit, one) => {
      cells.days.forEach((day, two) => {
        measures.forEach((measure, three) => {
          part.values[part.place(one, two, three)] = this.at(unit, day, measure);
        });
      });
    });
    return part;
  }

  /** What differs from another table of the same cells, in words: the first few. */
  differences(other: Table, what: string): string[] {
    const found: string[] = [];
    for (let place = 0; place < this.values.length && found.length < 3; place += 1) {
      if (this.values[place] === other.values[place]) continue;
      const [measure, rest] = [place % measures.length, Math.floor(place / measures.length)];
      const [day, unit] = [rest % this.cells.days.length, Math.floor(rest / this.cells.days.length)];
      found.push(`${what}: ${measures[measure]} of unit ${this.cells.units[unit]} up to ${this.cells.days[day]} is ${this.values[place]} and ${other.values[place]}`);
    }
    return found;
  }
}

/** What the oracle expects: its marks laid on the days and summed along them. Days must be in order. */
export function expected({ marks, tree }: Oracle, cells: Cells, knownAt?: string): Table {
  const table = new Table(cells);
  const places = new Map(cells.units.map((unit, place) => [unit, place]));
  for (const mark of marks) {
    const day = cells.days.findIndex((candidate) => mark.on <= candidate);
    if (day === -1 || (knownAt !== undefined && mark.recordedAt > knownAt)) continue;
    const inside = mark.other === null ? [] : tree.chainOn(mark.other.unit, mark.other.day);
    const measure = measures.findIndex((candidate) => candidate === mark.measure);
    for (const unit of tree.chainOn(mark.unit, mark.day)) {
      const place = places.get(unit);
      if (place !== undefined && !inside.includes(unit)) table.values[table.place(place, day, measure)]! += mark.delta;
    }
  }
  for (const unit of cells.units.keys()) {
    for (let day = 1; day < cells.days.length; day += 1) {
      for (const measure of measures.keys()) table.values[table.place(unit, day, measure)]! += table.values[table.place(unit, day - 1, measure)]!;
    }
  }
  return table;
}

/** Reads a table through the counters, a day at a time as screens do. */
export async function readByCounters(scope: Scope, cells: Cells, idOf: (unit: number) => string): Promise<Table> {
  const table = new Table(cells);
  const ids = cells.units.map(idOf);
  for (const [day, upTo] of cells.days.entries()) {
    const [sums = new Map<string, number[]>()] = await sumByCounters(scope, [{ unitIds: ids, spans: measures.map((measure) => ({ measure, after: null, upTo })) }]);
    ids.forEach((id, unit) => {
      table.values.set(sums.get(id) ?? [], table.place(unit, day, 0));
    });
  }
  return table;
}

/** Reads a table from the entries, in one statement; what was known at an instant, or all. */
export async function readByEntries(scope: Scope, cells: Cells, idOf: (unit: number) => string, knownAt: string | null = null): Promise<Table> {
  const table = new Table(cells);
  const basis = { view: 'AS_IT_WAS', asOf: '9999-12-31', knownAt: knownAt === null ? null : new Date(knownAt) } as const;
  const asked = cells.units.flatMap((unit) => cells.days.flatMap((upTo) => measures.map((measure) => ({ unitId: idOf(unit), measures: [measure], upTo }))));
  const sums = await sumByEntries(scope, basis, { dimension: null, where: [] }, asked);
  sums.forEach((sum, place) => {
    table.values[place] = sum.get(wholeKey) ?? 0;
  });
  return table;
}
