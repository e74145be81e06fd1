import type { Dimension, Measure } from '@banyan/schema/enums';
import { startOf, type Day } from '../../../kernel/day.ts';
import type { ResolvedPeriod } from '../../../kernel/period.ts';
import { Refused } from '../../../kernel/refused.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import type { UnitValue } from '../../organisation/index.ts';
import { readSlices, readTotals } from '../application/read-figures.ts';
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

/** A figure: a measure of a roll-up. */
export interface FigureValue {
  readonly measure: Measure;
  readonly rollup: RollupValue;
}

/** Gives a roll-up its figures as plain properties, read without a call each; there are hundreds a page. No number is read before it is asked for. */
export function withFigures(rollup: RollupValue) {
  const figure = (measure: Measure): FigureValue => ({ measure, rollup });
  return {
    ...rollup,
    members: figure('MEMBERS'),
    probationaryMembers: figure('PROBATIONARY_MEMBERS'),
    officialMembers: figure('OFFICIAL_MEMBERS'),
    admitted: figure('ADMITTED'),
    recognised: figure('RECOGNISED'),
    transferredIn: figure('TRANSFERRED_IN'),
    transferredOut: figure('TRANSFERRED_OUT'),
    removed: figure('REMOVED'),
    expelled: figure('EXPELLED'),
    left: figure('LEFT'),
    deceased: figure('DECEASED'),
    reorganisedIn: figure('REORGANISED_IN'),
    reorganisedOut: figure('REORGANISED_OUT'),
    units: figure('UNITS'),
    unitsFounded: figure('UNITS_FOUNDED'),
    unitsClosed: figure('UNITS_CLOSED'),
    grassrootsOrganisations: figure('GRASSROOTS_ORGANISATIONS'),
    cells: figure('CELLS'),
  };
}

/** A value that may be hidden. */
export interface Shown {
  readonly value: number | null;
  readonly hidden: boolean;
}

const basisKeys = new WeakMap<Basis, string>();

/** Made once for each roll-up: every figure of it asks. */
function basisKey(basis: Basis): string {
  let key = basisKeys.get(basis);
  if (key === undefined) basisKeys.set(basis, (key = `${basis.view} ${basis.asOf} ${basis.knownAt?.toISOString() ?? ''}`));
  return key;
}

function questionKey(question: FigureQuestion): string {
  return `${question.unitId} ${question.measure} ${question.from} ${question.to}`;
}

/** The number of a question. All questions of a basis asked in one step of the operation are one statement. */
export async function loadTotal(context: RequestContext, basis: Basis, question: FigureQuestion): Promise<number> {
  const loader = context.loader<FigureQuestion, number>(
    `total ${basisKey(basis)}`,
    async (questions) => await readTotals(await context.scope(), basis, questions),
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
export async function loadShown(context: RequestContext, rollup: RollupValue, measure: Measure, period: ResolvedPeriod): Promise<Shown> {
  const question = questionOf(rollup.unit.unit.id, measure, period);
  if (rollup.aggregateOnly) {
    if (isTransfer(measure)) return { value: null, hidden: true };
    if (isExit(measure) && !(await loadPublished(context, question, null))) return { value: null, hidden: true };
  }
  return { value: await loadTotal(context, rollup.basis, question), hidden: false };
}

/** Refuses where the role may not open what lies beneath a sum. */
export function refuseAggregateOnly(rollup: RollupValue, argument: string): void {
  if (rollup.aggregateOnly) throw new Refused('FORBIDDEN_FOR_ROLE', argument);
}

