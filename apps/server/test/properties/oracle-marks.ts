import type { Day, Slices, World } from '../worlds/world-model.ts';
import type { OracleTree } from './oracle-tree.ts';

/** One signed fact of the model: it counts for the units above `unit` on `day`, less those above `other` on `otherDay`. */
export interface Mark {
  readonly measure: string;
  readonly delta: number;
  readonly unit: number;
  readonly day: Day;
  readonly other: { readonly unit: number; readonly day: Day } | null;
  readonly on: Day;
  readonly recordedAt: string;
  readonly subject: string;
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

interface Standing {
  unit: number;
  stock: string;
  slices: Slices;
  /** Whose type and areas the stock was raised with. */
  profileOf: number;
}

interface Draft {
  readonly measure: string;
  readonly delta: number;
  readonly unit: number;
  readonly day: Day;
  readonly other?: { readonly unit: number; readonly day: Day };
  readonly slices: Slices | null;
  readonly profileOf: number;
}

function unitMeasures(world: World, unit: number): string[] {
  const kind = world.kinds.find((candidate) => candidate.code === world.units[unit]!.kind)!;
  return ['UNITS', ...(kind.isGrassrootsOrganisation ? ['GRASSROOTS_ORGANISATIONS'] : []), ...(kind.holdsMembers ? ['CELLS'] : [])];
}

/** Replays a world's script into marks. */
export function marksOf(world: World, tree: OracleTree): Mark[] {
  const marks: Mark[] = [];
  const byStep = new Map<number, Mark[]>();
  const standings = new Map<number, Standing[]>();
  const past = new Map<number, (Standing | null)[]>();

  function write(step: number, at: { on: Day; recordedAt: string; subject: string }, drafts: Draft[]): void {
    for (const draft of drafts) {
      const unit = world.units[draft.profileOf]!;
      const mark: Mark = {
        ...draft,
        on: at.on,
        recordedAt: at.recordedAt,
        subject: at.subject,
        other: draft.other ?? null,
        keys: { ...Object.fromEntries(Object.entries(draft.slices ?? {}).map(([dimension, key]) => [dimension, [key]])), UNIT_TYPE: [unit.unitType], AREA: unit.areas.length === 0 ? ['UNKNOWN'] : unit.areas },
      };
      marks.push(mark);
      byStep.set(step, [...(byStep.get(step) ?? []), mark]);
    }
  }

  function personAt(person: number): Standing | null {
    return past.get(person)?.at(-1) ?? null;
  }

  function setPerson(person: number, standing: Standing | null): void {
    past.set(person, [...(past.get(person) ?? []), standing]);
    standings.set(person, standing ? [standing] : []);
  }

  function carry(step: number, at: { on: Day; recordedAt: string }, from: number, to: number): void {
    const leaving = { unit: from, day: tree.dayBefore(at.on) };
    const arriving = { unit: to, day: at.on };
    for (const [person, [standing]] of standings) {
      if (!standing || standing.unit !== from) continue;
      const { slices, stock, profileOf } = standing;
      // What arrives is of the type of the unit where it arrives.
      const now = from === to ? profileOf : to;
      write(step, { ...at, subject: world.people[person]!.id }, [
        { measure: stock, delta: -1, ...leaving, slices, profileOf },
        { measure: stock, delta: 1, ...arriving, slices, profileOf: now },
        { measure: 'REORGANISED_OUT', delta: 1, ...leaving, other: arriving, slices, profileOf },
        { measure: 'REORGANISED_IN', delta: 1, ...arriving, other: leaving, slices, profileOf: now },
      ]);
      standing.unit = to;
      standing.profileOf = now;
    }
  }

  function found(index: number, unit: number, recordedAt: string): void {
    const on = world.units[unit]!.foundedOn;
    const drafts = [...unitMeasures(world, unit), 'UNITS_FOUNDED'].map((measure) => ({ measure, delta: 1, unit, day: on, slices: null, profileOf: unit }));
    write(index, { on, recordedAt, subject: world.units[unit]!.id }, drafts);
  }

  function close(step: number, at: { on: Day; recordedAt: string }, unit: number): void {
    const day = tree.dayBefore(at.on);
    write(step, { ...at, subject: world.units[unit]!.id }, [
      ...unitMeasures(world, unit).map((measure) => ({ measure, delta: -1, unit, day, slices: null, profileOf: unit })),
      { measure: 'UNITS_CLOSED', delta: 1, unit, day, slices: null, profileOf: unit },
    ]);
  }

  world.units.forEach((unit, index) => {
    if (!unit.founded) found(-1, index, `${unit.foundedOn}T12:00:00.000Z`);
  });
  world.steps.forEach((step, index) => {
    switch (step.do) {
      case 'found':
        return found(index, step.unit, step.recordedAt);
      case 'close':
        return close(index, step, step.unit);
      case 'merge':
        carry(index, step, step.unit, step.successor);
        return close(index, step, step.unit);
      case 'move': {
        for (const unit of tree.subtreeOn(step.unit, step.on)) {
          carry(index, step, unit, unit);
          const was = { unit, day: tree.dayBefore(step.on), slices: null, profileOf: unit };
          const at = { on: step.on, recordedAt: step.recordedAt, subject: world.units[unit]!.id };
          for (const measure of unitMeasures(world, unit)) write(index, at, [{ measure, delta: -1, ...was }, { measure, delta: 1, ...was, day: step.on }]);
        }
        return undefined;
      }
      case 'reverse': {
        for (const mark of byStep.get(step.step)!) marks.push({ ...mark, delta: -mark.delta, recordedAt: step.recordedAt });
        const fact = world.steps[step.step]!;
        if (fact.do !== 'fact') throw new Error('only facts are reversed');
        const before = past.get(fact.person)!.slice(0, -1);
        past.set(fact.person, before);
        standings.set(fact.person, before.at(-1) ? [before.at(-1)!] : []);
        return undefined;
      }
      case 'fact': {
        const { kind, person, unit, on } = step;
        const now = personAt(person);
        const here = { unit, day: on, slices: now?.slices ?? step.slices, profileOf: now?.profileOf ?? unit };
        const anew = { ...here, slices: step.slices, profileOf: unit };
        const at = { on, recordedAt: step.recordedAt, subject: world.people[person]!.id };
        if (kind === 'OPENING_OFFICIAL' || kind === 'OPENING_PROBATIONARY' || kind === 'ADMITTED') {
          const stock = kind === 'OPENING_OFFICIAL' ? 'OFFICIAL_MEMBERS' : 'PROBATIONARY_MEMBERS';
          write(index, at, [...(kind === 'ADMITTED' ? [{ measure: kind, delta: 1, ...anew }] : []), { measure: stock, delta: 1, ...anew }]);
          return setPerson(person, { unit, stock, slices: step.slices, profileOf: unit });
        }
        if (!now) throw new Error(`nobody stands anywhere in ${JSON.stringify(step)}`);
        const lower = { measure: now.stock, delta: -1, ...here };
        if (kind === 'RECOGNISED') {
          write(index, at, [{ measure: kind, delta: 1, ...anew }, lower, { measure: 'OFFICIAL_MEMBERS', delta: 1, ...anew }]);
          return setPerson(person, { unit, stock: 'OFFICIAL_MEMBERS', slices: step.slices, profileOf: unit });
        }
        if (kind === 'TRANSFERRED') {
          const to = step.toUnit!;
          const there = { unit: to, day: on, slices: now.slices, profileOf: to };
          write(index, at, [
            { measure: 'TRANSFERRED_OUT', delta: 1, ...here, other: { unit: to, day: on } },
            lower,
            { measure: 'TRANSFERRED_IN', delta: 1, ...there, other: { unit, day: on } },
            { measure: now.stock, delta: 1, ...there },
          ]);
          return setPerson(person, { ...now, unit: to, profileOf: to });
        }
        write(index, at, [{ measure: kind, delta: 1, ...here }, lower]);
        return setPerson(person, null);
      }
      default:
        return undefined;
    }
  });
  return marks;
}
