import { plusDays } from '../worlds/days.ts';
import type { Day, World } from '../worlds/world-model.ts';

/** The tree of a world as parent pointers with dates, walked upward. */
export class OracleTree {
  private readonly world: World;
  private readonly parents: { readonly from: Day; readonly parent: number | null }[][];
  private readonly ends = new Map<number, { readonly on: Day; readonly successor: number }>();
  private readonly chains = new Map<string, readonly number[]>();

  constructor(world: World) {
    this.world = world;
    this.parents = world.units.map((unit) => [{ from: unit.foundedOn, parent: unit.parent }]);
    for (const step of world.steps) {
      if (step.do === 'move') this.parents[step.unit]!.push({ from: step.on, parent: step.to });
      if (step.do === 'close' || step.do === 'merge') this.ends.set(step.unit, { on: step.on, successor: step.successor });
    }
  }

  dayBefore(day: Day): Day {
    return plusDays(day, -1);
  }

  livesOn(unit: number, day: Day): boolean {
    const end = this.ends.get(unit);
    return this.world.units[unit]!.foundedOn <= day && (end === undefined || day < end.on);
  }

  closedOn(unit: number): Day | null {
    return this.ends.get(unit)?.on ?? null;
  }

  parentOn(unit: number, day: Day): number | null {
    return this.parents[unit]!.findLast((place) => place.from <= day)?.parent ?? null;
  }

  /** The unit itself and those above it on a day. */
  chainOn(unit: number, day: Day): readonly number[] {
    const key = `${unit} ${day}`;
    const known = this.chains.get(key);
    if (known) return known;
    const parent = this.parentOn(unit, day);
    const chain = parent === null ? [unit] : [unit, ...this.chainOn(parent, day)];
    this.chains.set(key, chain);
    return chain;
  }

  /** The last chain that a unit had up to a day: that of the day, or of its last one. */
  lastChain(unit: number, day: Day): readonly number[] {
    const end = this.ends.get(unit);
    return this.chainOn(unit, end !== undefined && end.on <= day ? this.dayBefore(end.on) : day);
  }

  /** The unit that has taken a unit over by a day: itself while it lives. */
  heirOn(unit: number, day: Day): number {
    const end = this.ends.get(unit);
    return end !== undefined && end.on <= day ? this.heirOn(end.successor, day) : unit;
  }

  subtreeOn(unit: number, day: Day): number[] {
    return [...this.world.units.keys()].filter((other) => this.livesOn(other, day) && this.chainOn(other, day).includes(unit));
  }

  childrenOn(unit: number, day: Day): number[] {
    return [...this.world.units.keys()].filter((other) => this.livesOn(other, day) && this.parentOn(other, day) === unit);
  }
}
