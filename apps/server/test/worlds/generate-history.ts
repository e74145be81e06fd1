import { plusDays } from './days.ts';
import type { Draw } from './draw.ts';
import { generateUnit } from './generate-tree.ts';
import { personDimensions, sliceColumns, type Day, type FactKind, type Slices, type Step, type WorldKind, type WorldPerson, type WorldUnit } from './world-model.ts';

interface Standing {
  readonly unit: number;
  readonly stock: 'PROBATIONARY' | 'OFFICIAL' | null;
}
type Fact = Extract<Step, { do: 'fact' }>;

/** How many units one event moves at most. */
const mostMoves = 12;

/**
 * Writes a history that the rules of the tree and of membership allow, day after day as it is recorded. What is recorded late lies
 * after the last reorganisation, and nothing with a closed unit in it is moved.
 */
export class History {
  readonly steps: Step[] = [];
  readonly units: WorldUnit[];
  private readonly draw: Draw;
  private readonly seed: number;
  private readonly kinds: ReadonlyMap<string, WorldKind>;
  private readonly people: readonly WorldPerson[];
  private readonly parents: (number | null)[];
  private readonly closed = new Set<number>();
  /** What each person's facts were and what they led to; the last stands. */
  private readonly past: { step: number; on: Day; standing: Standing }[][];
  private clock: Day = '2015-01-05';
  private instant = '';
  private reorganisedOn: Day = '2010-01-01';
  private abolished = false;

  constructor(draw: Draw, world: { seed: number; kinds: readonly WorldKind[]; units: readonly WorldUnit[]; people: readonly WorldPerson[] }) {
    this.draw = draw;
    this.seed = world.seed;
    this.kinds = new Map(world.kinds.map((kind) => [kind.code, kind]));
    this.units = [...world.units];
    this.people = world.people;
    this.parents = world.units.map((unit) => unit.parent);
    this.past = world.people.map(() => []);
  }

  /** The people that the world begins with. */
  openings(): void {
    for (const person of this.people.keys()) {
      if (!this.draw.chance(60)) continue;
      const official = this.draw.chance(80);
      this.post(official ? 'OPENING_OFFICIAL' : 'OPENING_PROBATIONARY', person, this.aHolder(), { unit: 0, stock: official ? 'OFFICIAL' : 'PROBATIONARY' });
    }
  }

  /** So many tries of a fact about somebody. */
  facts(count: number): void {
    for (let index = 0; index < count; index += 1) this.aFact();
  }

  /** So many tries of any event: of people and of the tree. */
  events(count: number): void {
    const tries = [() => this.aFact(), () => this.aFact(), () => this.aFact(), () => this.aReversal(), () => this.aMove(), () => this.aMerge(), () => this.aClosing(), () => this.aFoundation(), () => this.aRenaming(), () => this.aSplit(), () => this.anAbolition()];
    for (let index = 0; index < count; index += 1) this.draw.pick(tries)();
  }

  private isOpen(unit: number): boolean {
    return !this.closed.has(unit);
  }

  private holds(unit: number): boolean {
    return this.kinds.get(this.units[unit]!.kind)!.holdsMembers;
  }

  private aHolder(): number {
    return this.draw.pick([...this.units.keys()].filter((unit) => this.holds(unit) && this.isOpen(unit)));
  }

  /** The instant at which the next step is recorded: never before the one that it may build on. */
  private tick(days: number): string {
    this.clock = plusDays(this.clock, days);
    const drawn = `${this.clock}T0${this.draw.int(1, 9)}:${this.draw.int(10, 59)}:00.000Z`;
    this.instant = drawn > this.instant ? drawn : new Date(Date.parse(this.instant) + 60_000).toISOString();
    return this.instant;
  }

  private standing(person: number): Standing | null {
    const last = this.past[person]!.at(-1)?.standing ?? null;
    if (last === null || last.stock === null) return last;
    return { ...last, unit: this.heir(last.unit) };
  }

  private heir(unit: number): number {
    const step = this.steps.find((candidate) => (candidate.do === 'merge' || candidate.do === 'close') && candidate.unit === unit);
    return step && 'successor' in step ? this.heir(step.successor) : unit;
  }

  private latestDay(): Day {
    return this.steps.reduce((day, step) => ('on' in step && step.on > day ? step.on : day), this.clock);
  }

  private reslice(slices: Slices): Slices {
    if (this.draw.chance(60)) return slices;
    const dimension = this.draw.pick(personDimensions);
    return { ...slices, [dimension]: this.draw.pick(sliceColumns[dimension]) };
  }

  private slicesOf(person: number): Slices {
    const last = this.past[person]!.at(-1);
    return last ? (this.steps[last.step] as Fact).slices : this.people[person]!.slices;
  }

  private post(kind: FactKind, person: number, unit: number, after: Standing, toUnit?: number): void {
    const recordedAt = this.tick(this.draw.int(0, 9));
    const floor = [this.past[person]!.at(-1)?.on ?? '2014-01-01', this.reorganisedOn, this.units[unit]!.foundedOn, ...(toUnit === undefined ? [] : [this.units[toUnit]!.foundedOn])].reduce((a, b) => (a > b ? a : b));
    const wanted = plusDays(this.clock, -this.draw.int(1, this.draw.chance(20) ? 300 : 20));
    const on = wanted > floor ? wanted : floor < this.clock ? plusDays(floor, 0) : null;
    if (on === null || on > this.clock) return;
    const slices = kind === 'RECOGNISED' ? this.reslice(this.slicesOf(person)) : this.slicesOf(person);
    this.past[person]!.push({ step: this.steps.length, on, standing: { ...after, unit: toUnit ?? unit } });
    this.steps.push({ do: 'fact', kind, person, unit, ...(toUnit === undefined ? {} : { toUnit }), on, recordedAt, slices });
  }

  private aFact(): void {
    if (this.people.length === 0) return;
    const person = this.draw.int(0, this.people.length - 1);
    const now = this.standing(person);
    if (now === null || now.stock === null) {
      if (now === null) this.post('ADMITTED', person, this.aHolder(), { unit: 0, stock: 'PROBATIONARY' });
      return;
    }
    const kinds: FactKind[] = ['TRANSFERRED', 'TRANSFERRED', 'TRANSFERRED', 'REMOVED', 'LEFT', 'DECEASED', now.stock === 'OFFICIAL' ? 'EXPELLED' : 'RECOGNISED', now.stock === 'OFFICIAL' ? 'DECEASED' : 'RECOGNISED'];
    const kind = this.draw.pick(kinds);
    if (kind === 'RECOGNISED') this.post(kind, person, now.unit, { unit: 0, stock: 'OFFICIAL' });
    else if (kind !== 'TRANSFERRED') this.post(kind, person, now.unit, { unit: 0, stock: null });
    else {
      const toUnit = this.aHolder();
      if (toUnit !== now.unit) this.post(kind, person, now.unit, { unit: 0, stock: now.stock }, toUnit);
    }
  }

  private aReversal(): void {
    if (this.people.length === 0) return;
    const person = this.draw.int(0, this.people.length - 1);
    const last = this.past[person]!.at(-1);
    if (!last || last.on <= this.reorganisedOn) return;
    this.steps.push({ do: 'reverse', step: last.step, recordedAt: this.tick(this.draw.int(1, 60)) });
    this.past[person]!.pop();
  }

  private childrenOf(unit: number): number[] {
    return [...this.units.keys()].filter((child) => this.parents[child] === unit);
  }

  private subtree(unit: number): number[] {
    return [unit, ...this.childrenOf(unit).flatMap((child) => this.subtree(child))];
  }

  private depth(unit: number): number {
    const parent = this.parents[unit] ?? null;
    return parent === null ? 0 : this.depth(parent) + 1;
  }

  private height(unit: number): number {
    return Math.max(0, ...this.childrenOf(unit).map((child) => this.height(child) + 1));
  }

  /** A day after everything that was recorded so far. */
  private nextReorganisation(): { on: Day; recordedAt: string } {
    const on = plusDays(this.latestDay(), this.draw.int(1, 40));
    this.clock = on;
    this.reorganisedOn = on;
    return { on, recordedAt: this.tick(this.draw.int(0, 9)) };
  }

  private isWhole(unit: number): boolean {
    return this.subtree(unit).every((member) => this.isOpen(member));
  }

  private mayHang(unit: number, under: number): boolean {
    return this.kinds.get(this.units[unit]!.kind)!.parents.includes(this.units[under]!.kind);
  }

  private move(unit: number, to: number, at: { on: Day; recordedAt: string }): void {
    this.steps.push({ do: 'move', unit, to, ...at });
    this.parents[unit] = to;
  }

  private aMove(): void {
    const unit = this.draw.int(0, this.units.length - 1);
    const below = this.subtree(unit);
    if (unit === 0 || !this.isWhole(unit)) return;
    const height = this.height(unit);
    const targets = [...this.units.keys()].filter(
      (target) => this.isOpen(target) && target !== this.parents[unit] && !below.includes(target) && this.mayHang(unit, target) && this.depth(target) + 1 + height <= 5,
    );
    if (targets.length === 0) return;
    this.move(unit, this.draw.pick(targets), this.nextReorganisation());
  }

  /** A unit is founded beside another and takes over some of its people, or of the units under it. */
  private aSplit(): void {
    const unit = this.draw.int(0, this.units.length - 1);
    const parent = this.parents[unit] ?? null;
    if (parent === null || !this.isOpen(unit) || !this.isOpen(parent)) return;
    const beside = Array.from({ length: this.draw.int(1, 2) }, () => this.found(parent, this.units[unit]!.kind));
    for (const child of this.childrenOf(unit).slice(0, mostMoves)) {
      if (this.isWhole(child) && this.draw.chance(50)) this.move(child, this.draw.pick(beside), this.nextReorganisation());
    }
    for (const person of this.people.keys()) {
      const now = this.standing(person);
      if (now !== null && now.stock !== null && now.unit === unit && this.draw.chance(50)) this.post('TRANSFERRED', person, unit, { unit: 0, stock: now.stock }, this.draw.pick(beside));
    }
  }

  /** All units of a level between two others give what hangs under them to the units above, and are closed: on one day, once in a history. */
  private anAbolition(): void {
    if (this.abolished) return;
    const middle = [...this.kinds.values()].filter((kind) => !kind.mayBeRoot && !kind.holdsMembers).map((kind) => kind.code);
    if (middle.length === 0) return;
    const kind = this.draw.pick(middle);
    const units = [...this.units.keys()].filter((unit) => this.isOpen(unit) && this.units[unit]!.kind === kind);
    const fits = (unit: number) => this.childrenOf(unit).every((child) => this.units[child]!.kind !== kind && this.isWhole(child) && this.mayHang(child, this.parents[unit]!));
    if (units.length === 0 || units.flatMap((unit) => this.childrenOf(unit)).length > mostMoves || !units.every((unit) => this.units[this.parents[unit]!]!.kind !== kind && fits(unit))) return;
    this.abolished = true;
    const { on, recordedAt } = this.nextReorganisation();
    let at = { on, recordedAt };
    for (const unit of units) {
      for (const child of this.childrenOf(unit)) {
        this.move(child, this.parents[unit]!, at);
        at = { on, recordedAt: this.tick(1) };
      }
      this.steps.push({ do: 'close', unit, successor: this.parents[unit]!, ...at });
      this.closed.add(unit);
      at = { on, recordedAt: this.tick(1) };
    }
  }

  private aMerge(): void {
    const unit = this.aHolder();
    const others = [...this.units.keys()].filter((other) => other !== unit && this.holds(other) && this.isOpen(other));
    if (unit === 0 || others.length === 0) return;
    this.steps.push({ do: 'merge', unit, successor: this.draw.pick(others), ...this.nextReorganisation() });
    this.closed.add(unit);
  }

  private aClosing(): void {
    const unit = this.draw.int(0, this.units.length - 1);
    const isEmpty = this.people.every((_, person) => this.standing(person)?.stock === null || this.standing(person)?.unit !== unit);
    const others = [...this.units.keys()].filter((other) => other !== unit && this.isOpen(other) && !this.subtree(unit).includes(other));
    if (unit === 0 || !this.isOpen(unit) || !isEmpty || others.length === 0 || this.childrenOf(unit).some((child) => this.isOpen(child))) return;
    if (this.holds(unit) && !others.some((other) => this.holds(other))) return;
    this.steps.push({ do: 'close', unit, successor: this.draw.pick(others), ...this.nextReorganisation() });
    this.closed.add(unit);
  }

  private aFoundation(): void {
    const parents = [...this.units.keys()].filter((unit) => this.isOpen(unit) && !this.holds(unit) && this.depth(unit) < 5);
    if (parents.length === 0) return;
    const parent = this.draw.pick(parents);
    const kind = this.draw.pick([...this.kinds.values()].filter((candidate) => candidate.parents.includes(this.units[parent]!.kind)));
    this.found(parent, kind.code);
  }

  private found(parent: number, kind: string): number {
    const recordedAt = this.tick(this.draw.int(1, 30));
    const index = this.units.length;
    this.units.push({ ...generateUnit(this.draw, { world: this.seed, index, parent, units: this.units, kind, founded: true, foundedOn: this.clock }), aliases: [], terms: [] });
    this.parents.push(parent);
    this.steps.push({ do: 'found', unit: index, recordedAt });
    return index;
  }

  private aRenaming(): void {
    const unit = this.draw.int(0, this.units.length - 1);
    if (!this.isOpen(unit) || this.units[unit]!.founded) return;
    const already = this.steps.some((step) => step.do === 'rename' && step.unit === unit);
    if (already) return;
    const recordedAt = this.tick(this.draw.int(1, 9));
    this.steps.push({ do: 'rename', unit, name: `Tên mới ${this.units[unit]!.name}`.normalize('NFC'), on: this.clock, recordedAt });
  }
}
