import { belongings } from '../worlds/belongings.ts';
import { plusDays, plusMonths } from '../worlds/days.ts';
import { readingRoles, type Day, type Role, type World, type WorldGrant } from '../worlds/world-model.ts';
import { marksOf, type Mark } from './oracle-marks.ts';
import { OracleTree } from './oracle-tree.ts';

/*
 * What the product has to answer, computed from the script of a world with parent pointers and plain arrays. Nothing of the server's
 * sources is imported here or below: an error there cannot hide here.
 */

export const stocks = ['MEMBERS', 'PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS', 'UNITS', 'GRASSROOTS_ORGANISATIONS', 'CELLS'];

/** The fields of a roll-up and what they measure. */
export const figureFields = {
  members: 'MEMBERS',
  probationaryMembers: 'PROBATIONARY_MEMBERS',
  officialMembers: 'OFFICIAL_MEMBERS',
  admitted: 'ADMITTED',
  recognised: 'RECOGNISED',
  transferredIn: 'TRANSFERRED_IN',
  transferredOut: 'TRANSFERRED_OUT',
  removed: 'REMOVED',
  expelled: 'EXPELLED',
  left: 'LEFT',
  deceased: 'DECEASED',
  reorganisedIn: 'REORGANISED_IN',
  reorganisedOut: 'REORGANISED_OUT',
  units: 'UNITS',
  unitsFounded: 'UNITS_FOUNDED',
  unitsClosed: 'UNITS_CLOSED',
  grassrootsOrganisations: 'GRASSROOTS_ORGANISATIONS',
  cells: 'CELLS',
} as const;
export type FigureField = keyof typeof figureFields;

/** A question as it is put to the API. */
export interface Question {
  readonly unit: number;
  readonly period: string;
  readonly view?: 'AS_IT_WAS' | 'AS_IT_IS_NOW' | undefined;
  readonly asOf?: Day | null | undefined;
  readonly knownAt?: string | null | undefined;
}

export interface Slice {
  readonly dimension: string;
  readonly key: string;
}

/** The calendar day in Viet Nam. */
export function todayInVietNam(): Day {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** First and last day of a written period; null for a term that is not in force. */
export function daysOf(world: World, tree: OracleTree, { unit, period }: Pick<Question, 'unit' | 'period'>, asOf: Day): { from: Day; to: Day } | null {
  const [year = '', rest = ''] = period.split('-');
  const cut = (from: Day, to: Day) => ({ from, to: to < asOf ? to : asOf });
  if (period === 'term') {
    if (!tree.livesOn(unit, asOf)) return null;
    const holder = tree.chainOn(unit, asOf).flatMap((above) => world.units[above]!.terms.filter((term) => term.from <= asOf && asOf <= term.to))[0];
    return holder ? cut(holder.from, holder.to) : null;
  }
  if (period.includes('/')) {
    const [from = '', to = ''] = period.split('/');
    return cut(from, to);
  }
  if (rest === '') return cut(`${year}-01-01`, `${year}-12-31`);
  const months = { Q: 3, M: Number(rest.slice(0, 1)) };
  if (rest.startsWith('Q')) {
    const from = plusMonths(`${year}-01-01`, (Number(rest.slice(1)) - 1) * months.Q);
    return cut(from, plusDays(plusMonths(from, 3), -1));
  }
  if (rest.endsWith('M')) return cut(`${year}-01-01`, plusDays(plusMonths(`${year}-01-01`, months.M), -1));
  return cut(`${period}-01`, plusDays(plusMonths(`${period}-01`, 1), -1));
}

export class Oracle {
  readonly world: World;
  readonly tree: OracleTree;
  readonly today: Day;
  readonly marks: readonly Mark[];
  private readonly homes: ReadonlyMap<number, number>;

  constructor(world: World, today: Day = todayInVietNam()) {
    this.world = world;
    this.tree = new OracleTree(world);
    this.today = today;
    this.marks = marksOf(world, this.tree);
    this.homes = new Map(belongings(world).map((at) => [at.person, at.unit]));
  }

  /** Whether a unit lies in the scope of another today. */
  sees(scope: number, unit: number): boolean {
    return this.tree.lastChain(unit, this.today).includes(scope);
  }

  visibleUnits(scope: number): number[] {
    return [...this.world.units.keys()].filter((unit) => this.sees(scope, unit));
  }

  /** Units above a scope, of which a reader knows the stub. */
  above(scope: number): number[] {
    return this.tree.chainOn(scope, this.today).slice(1);
  }

  /** Whether a role works with people at all. */
  worksWithPeople(role: Role): boolean {
    return readingRoles.includes(role);
  }

  visiblePeople(scope: number, role: Role): number[] {
    if (!readingRoles.includes(role)) return [];
    return [...this.homes].filter(([, unit]) => this.sees(scope, unit)).map(([person]) => person);
  }

  /** Whether an account still has a grant: not ended, its unit open, and, of a supervisor, never moved out of the tree of the body that assigned it. */
  isInForce({ unit, body, ended }: WorldGrant): boolean {
    if (ended !== undefined || !this.isOpen(unit)) return false;
    return body === undefined || this.world.steps.every((step) => step.do !== 'move' || this.tree.chainOn(unit, step.on).includes(body));
  }

  isOpen(unit: number): boolean {
    return this.tree.closedOn(unit) === null;
  }

  asOf(question: Question): Day {
    return question.asOf && question.asOf < this.today ? question.asOf : this.today;
  }

  private counts(mark: Mark, unit: number, view: Question['view'], asOf: Day): boolean {
    if (view === 'AS_IT_IS_NOW') {
      const at = (place: number) => this.tree.lastChain(this.tree.heirOn(place, asOf), asOf);
      if (!this.tree.livesOn(unit, asOf)) return false;
      return at(mark.unit).includes(unit) && (mark.other === null || !at(mark.other.unit).includes(unit));
    }
    return this.tree.chainOn(mark.unit, mark.day).includes(unit) && (mark.other === null || !this.tree.chainOn(mark.other.unit, mark.other.day).includes(unit));
  }

  /** The marks behind a figure. */
  behind(measure: string, question: Question, where: readonly Slice[] = []): Mark[] {
    const asOf = this.asOf(question);
    const days = daysOf(this.world, this.tree, question, asOf);
    if (!days) return [];
    const measures = measure === 'MEMBERS' ? ['PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS'] : [measure];
    const isStock = stocks.includes(measure);
    return this.marks.filter(
      (mark) =>
        measures.includes(mark.measure) && mark.on <= days.to && (isStock || mark.on >= days.from) &&
        (!question.knownAt || mark.recordedAt <= question.knownAt) &&
        where.every((slice) => mark.keys[slice.dimension]?.includes(slice.key)) &&
        this.counts(mark, question.unit, question.view, asOf),
    );
  }

  figure(measure: string, question: Question, where: readonly Slice[] = []): number {
    return this.behind(measure, question, where).reduce((sum, mark) => sum + mark.delta, 0);
  }

  /** The figure by the keys of a dimension; keys that are 0 are left out. */
  by(measure: string, dimension: string, question: Question, where: readonly Slice[] = []): Map<string, number> {
    const sums = new Map<string, number>();
    for (const mark of this.behind(measure, question, where)) for (const key of mark.keys[dimension] ?? []) sums.set(key, (sums.get(key) ?? 0) + mark.delta);
    return new Map([...sums].filter(([, value]) => value !== 0));
  }

  /** The subjects behind a figure with their net deltas; those that cancel are left out. */
  evidence(measure: string, question: Question, where: readonly Slice[] = []): Map<string, number> {
    const sums = new Map<string, number>();
    for (const mark of this.behind(measure, question, where)) sums.set(mark.subject, (sums.get(mark.subject) ?? 0) + mark.delta);
    return new Map([...sums].filter(([, value]) => value !== 0));
  }
}
