import type { GraphQLResolveInfo } from 'graphql';
import type { Dimension, Measure } from '@banyan/schema/enums';
import { startOf, type Day } from '../../../kernel/day.ts';
import type { ResolvedPeriod } from '../../../kernel/period.ts';
import { Refused } from '../../../kernel/refused.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { oncePerSelection, selectedFields } from '../../../platform/selection.ts';
import type { UnitValue } from '../../organisation/index.ts';
import { countersAnswer, figuresOfCounted, readGone, readSlices, readTotals, type UnitQuestion } from '../application/read-figures.ts';
import { isExit, isPublishedPeriod, isTransfer } from '../domain/aggregate-only.ts';
import type { Basis, FigureQuestion, SliceFilter } from '../domain/question.ts';
import { questionOf } from '../domain/question.ts';
import type { Counted } from '../persistence/counter-sums.ts';
import { findPublished } from '../persistence/disclosure.ts';

/** What the roll-ups of units that are asked alike have in common. */
export interface RollupFrame {
  readonly period: ResolvedPeriod;
  readonly basis: Basis;
  readonly view: Basis['view'];
  readonly asOf: Day;
  readonly knownAt: Date | null;
  /** Whether the reader sees sums and no rows, so that small counts are hidden. */
  readonly aggregateOnly: boolean;
}

/** A value that may be hidden. */
export interface Shown {
  readonly value: number | null;
  readonly hidden: boolean;
}

/** What counters hold of units that were read together with them. */
export function countedBeside(context: RequestContext): Map<string, Counted> {
  return context.held('counted beside units', () => new Map());
}

/** The figures of a roll-up by the names of their fields. */
const figureMeasures = {
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
} as const satisfies Readonly<Record<string, Measure>>;
type FigureName = keyof typeof figureMeasures;

function isFigureName(name: string): name is FigureName {
  return Object.hasOwn(figureMeasures, name);
}

/** What a document asks of a roll-up: the fields of its figures, and the measures whose numbers it asks, each with its place. */
export interface AskedFigures {
  readonly names: ReadonlySet<string>;
  readonly measures: readonly Measure[];
  readonly places: ReadonlyMap<FigureName, number>;
}

/** Worked out once for each place of a document, asked by hundreds of units. */
export const askedFigures = oncePerSelection((info): AskedFigures => {
  const names = [...selectedFields(info)].filter(([name]) => isFigureName(name));
  const valued = names.filter(([, below]) => below.has('value') || below.has('hidden')).map(([name]) => name).filter(isFigureName);
  return {
    names: new Set(names.map(([name]) => name)),
    measures: valued.map((name) => figureMeasures[name]),
    places: new Map(valued.map((name, place) => [name, place])),
  };
});

/** A figure: a measure of a roll-up, with its number where the document asks for it. */
export class FigureValue implements Shown {
  readonly rollup: RollupValue;
  readonly measure: Measure;
  readonly value: number | null;
  readonly hidden: boolean;

  constructor(rollup: RollupValue, measure: Measure, number: number | null | undefined) {
    this.rollup = rollup;
    this.measure = measure;
    this.value = number ?? null;
    // Nothing else makes a number null; one that was not asked for is undefined.
    this.hidden = number === null;
  }
}

/** A roll-up: the figures of a unit in a frame. The fields of its figures are getters, because a page has hundreds of them. */
export class RollupValue implements RollupFrame {
  readonly frame: RollupFrame;
  readonly unit: UnitValue;
  private readonly asked: AskedFigures;
  private readonly numbers: readonly (number | null)[];

  constructor(frame: RollupFrame, unit: UnitValue, asked: AskedFigures, numbers: readonly (number | null)[]) {
    this.frame = frame;
    this.unit = unit;
    this.asked = asked;
    this.numbers = numbers;
  }

  get period(): ResolvedPeriod {
    return this.frame.period;
  }

  get basis(): Basis {
    return this.frame.basis;
  }

  get view(): Basis['view'] {
    return this.frame.view;
  }

  get asOf(): Day {
    return this.frame.asOf;
  }

  get knownAt(): Date | null {
    return this.frame.knownAt;
  }

  get aggregateOnly(): boolean {
    return this.frame.aggregateOnly;
  }

  figure(name: FigureName): FigureValue {
    const place = this.asked.places.get(name);
    return new FigureValue(this, figureMeasures[name], place === undefined ? undefined : this.numbers[place]);
  }
}

for (const name of Object.keys(figureMeasures).filter(isFigureName)) {
  Object.defineProperty(RollupValue.prototype, name, {
    get(this: RollupValue) {
      return this.figure(name);
    },
  });
}

/** The roll-up of a unit in a frame, with the numbers that the document asks of it. All units and measures of a page are read together. */
export function rollupOf(context: RequestContext, unit: UnitValue, frame: RollupFrame, info: GraphQLResolveInfo): RollupValue | Promise<RollupValue> {
  const asked = askedFigures(info);
  const counted = countedNumbers(context, frame, unit, asked.measures);
  if (counted) return new RollupValue(frame, unit, asked, counted);
  return loadNumbers(context, frame, unit, asked.measures).then((numbers) => new RollupValue(frame, unit, asked, numbers));
}

/** The numbers of some measures, in their order, where they were read with the unit and nothing is left that no counter holds; else null. */
function countedNumbers(context: RequestContext, frame: RollupFrame, unit: UnitValue, measures: readonly Measure[]): number[] | null {
  const counted = countedBeside(context).get(unit.unit.id);
  if (!counted || counted.queued || !counted.keeps || frame.aggregateOnly || !countersAnswer(frame.basis)) return null;
  return figuresOfCounted(counted.counting, measures, frame.period)?.(counted) ?? null;
}

/** The numbers of some measures, in their order; null where one is hidden. */
async function loadNumbers(context: RequestContext, frame: RollupFrame, unit: UnitValue, measures: readonly Measure[]): Promise<(number | null)[]> {
  if (measures.length === 0) return [];
  if (frame.aggregateOnly) {
    const shown = await Promise.all(measures.map(async (measure) => await loadShown(context, unit, frame, measure, frame.period)));
    return shown.map(({ value }) => value);
  }
  const { from, to } = frame.period;
  return await loadTotals(context, 'totals', frame.basis, { unitId: unit.unit.id, measures, from, to });
}

function basisKey(basis: Basis): string {
  return `${basis.view} ${basis.asOf} ${basis.knownAt?.toISOString() ?? ''}`;
}

function questionKey(question: FigureQuestion): string {
  return `${question.unitId} ${question.measure} ${question.from} ${question.to}`;
}

/**
 * The numbers of a unit for a period, by measure. Held back until nothing else is being read, so that a unit and its children, whose
 * list must be read first, are one question to the database. The many days of steps are a batch of their own, which the totals of a
 * page need not carry.
 */
async function loadTotals(context: RequestContext, batch: 'totals' | 'steps', basis: Basis, question: UnitQuestion): Promise<number[]> {
  const loader = context.loader<UnitQuestion, number[]>(
    `${batch} ${basisKey(basis)}`,
    async (questions) => await readTotals(await context.scope(), basis, questions),
    (asked) => `${asked.unitId} ${asked.from} ${asked.to} ${asked.measures.join(' ')}`,
    'HELD_BACK',
  );
  return await loader.load(question);
}

/** The number of a question. */
export async function loadTotal(context: RequestContext, basis: Basis, { measure, ...question }: FigureQuestion): Promise<number> {
  const [value = 0] = await loadTotals(context, 'totals', basis, { ...question, measures: [measure] });
  return value;
}

/** The number of a question that is one step of a trend. */
export async function loadStep(context: RequestContext, basis: Basis, { measure, ...question }: FigureQuestion): Promise<number> {
  const [value = 0] = await loadTotals(context, 'steps', basis, { ...question, measures: [measure] });
  return value;
}

/** The part of a question's number that lies at units which have moved away or closed since. */
export async function loadGone(context: RequestContext, basis: Basis, question: FigureQuestion): Promise<number> {
  const loader = context.loader<FigureQuestion, number>(
    `gone ${basisKey(basis)}`,
    async (questions) => await readGone(await context.scope(), basis, questions),
    questionKey,
  );
  return await loader.load(question);
}

/** The numbers of a question per slice of a dimension. */
export async function loadSlices(
  context: RequestContext,
  basis: Basis,
  filter: { dimension: Dimension; where: readonly SliceFilter[] },
  question: FigureQuestion,
): Promise<Map<string, number>> {
  const where = filter.where.map((slice) => `${slice.dimension}=${slice.key}`).join('&');
  const loader = context.loader<FigureQuestion, Map<string, number>>(
    `slices ${basisKey(basis)} ${filter.dimension} ${where}`,
    async (questions) => await readSlices(await context.scope(), basis, filter, questions),
    questionKey,
  );
  return await loader.load(question);
}

/** Whether a small count of the unit may be shown to a role that sees sums only. */
export async function loadPublished(
  context: RequestContext,
  question: FigureQuestion,
  dimension: Dimension | null,
): Promise<boolean> {
  if (!isPublishedPeriod(question.measure, question)) return false;
  const figure = { measure: question.measure, dimension, from: startOf('YEAR', question.to), to: question.to };
  const loader = context.loader<string, boolean>(`published ${JSON.stringify(figure)}`, async (unitIds) => {
    const published = await findPublished(await context.scope(), figure, unitIds);
    return unitIds.map((unitId) => published.has(unitId));
  });
  return await loader.load(question.unitId);
}

/** The figure of a measure over a period of a roll-up, hidden where the reader's role may not see it. */
export async function loadShown(
  context: RequestContext,
  unit: UnitValue,
  frame: RollupFrame,
  measure: Measure,
  period: ResolvedPeriod,
  load = loadTotal,
): Promise<Shown> {
  const question = questionOf(unit.unit.id, measure, period);
  if (frame.aggregateOnly) {
    if (isTransfer(measure)) return { value: null, hidden: true };
    if (isExit(measure) && !(await loadPublished(context, question, null))) return { value: null, hidden: true };
  }
  return { value: await load(context, frame.basis, question), hidden: false };
}

/** Refuses where the role may not open what lies beneath a sum. */
export function refuseAggregateOnly(rollup: RollupValue, argument: string): void {
  if (rollup.aggregateOnly) throw new Refused('FORBIDDEN_FOR_ROLE', argument);
}

