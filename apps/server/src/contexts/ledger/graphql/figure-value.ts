import type { GraphQLResolveInfo } from 'graphql';
import type { Dimension, Measure } from '@banyan/schema/enums';
import { startOf, type Day } from '../../../kernel/day.ts';
import type { ResolvedPeriod } from '../../../kernel/period.ts';
import { Refused } from '../../../kernel/refused.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { oncePerSelection, selectedFields } from '../../../platform/selection.ts';
import type { UnitValue } from '../../organisation/index.ts';
import { readGone, readSlices, readTotals, type UnitQuestion } from '../application/read-figures.ts';
import { isExit, isPublishedPeriod, isTransfer } from '../domain/aggregate-only.ts';
import type { Basis, FigureQuestion, SliceFilter } from '../domain/question.ts';
import { questionOf } from '../domain/question.ts';
import { findPublished } from '../persistence/disclosure.ts';

/** What the figures of a roll-up start from. */
export interface RollupValue {
  readonly unit: UnitValue;
  readonly period: ResolvedPeriod;
  readonly basis: Basis;
  readonly view: Basis['view'];
  readonly asOf: Day;
  readonly knownAt: Date | null;
  /** Whether the reader sees sums and no rows, so that small counts are hidden. */
  readonly aggregateOnly: boolean;
}

/** A figure: a measure of a roll-up. Its value is there where the document asks for it. */
export interface FigureValue extends Shown {
  readonly measure: Measure;
  readonly rollup: RollupValue;
}

/** A value that may be hidden. */
export interface Shown {
  readonly value: number | null;
  readonly hidden: boolean;
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

/** A figure that a document asks of a roll-up, and whether it asks the number itself. */
interface AskedFigure {
  readonly name: FigureName;
  readonly measure: Measure;
  readonly valued: boolean;
}

/** What a document asks of a roll-up: worked out once for each place of a document, asked by hundreds of units. */
const askedFigures = oncePerSelection((info) => {
  const asked: AskedFigure[] = [];
  for (const [name, below] of selectedFields(info)) {
    if (isFigureName(name)) asked.push({ name, measure: figureMeasures[name], valued: below.has('value') || below.has('hidden') });
  }
  return { asked, measures: asked.filter(({ valued }) => valued).map(({ measure }) => measure) };
});

const notAsked: Shown = { value: null, hidden: false };

/** A roll-up with the figures that the document asks of it. All units and measures of a page are read together. */
export async function withFigures(context: RequestContext, rollup: RollupValue, info: GraphQLResolveInfo) {
  const { asked, measures } = askedFigures(info);
  const shown = await loadAllShown(context, rollup, measures);
  const figures: RollupValue & Partial<Record<FigureName, FigureValue>> = { ...rollup };
  let read = 0;
  for (const { name, measure, valued } of asked) {
    const { value, hidden } = (valued ? shown[read++] : undefined) ?? notAsked;
    figures[name] = { measure, rollup, value, hidden };
  }
  return figures;
}

/** The numbers of some measures, in their order. */
async function loadAllShown(context: RequestContext, rollup: RollupValue, measures: readonly Measure[]): Promise<Shown[]> {
  if (measures.length === 0) return [];
  if (rollup.aggregateOnly) return await Promise.all(measures.map(async (measure) => await loadShown(context, rollup, measure, rollup.period)));
  const { from, to } = rollup.period;
  const values = await loadTotals(context, 'totals', rollup.basis, { unitId: rollup.unit.unit.id, measures, from, to });
  return values.map((value) => ({ value, hidden: false }));
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
export async function loadShown(context: RequestContext, rollup: RollupValue, measure: Measure, period: ResolvedPeriod, load = loadTotal): Promise<Shown> {
  const question = questionOf(rollup.unit.unit.id, measure, period);
  if (rollup.aggregateOnly) {
    if (isTransfer(measure)) return { value: null, hidden: true };
    if (isExit(measure) && !(await loadPublished(context, question, null))) return { value: null, hidden: true };
  }
  return { value: await load(context, rollup.basis, question), hidden: false };
}

/** Refuses where the role may not open what lies beneath a sum. */
export function refuseAggregateOnly(rollup: RollupValue, argument: string): void {
  if (rollup.aggregateOnly) throw new Refused('FORBIDDEN_FOR_ROLE', argument);
}

