import type { Dimension, Measure } from '@banyan/schema/enums';
import { startOf, type Day } from '../../../kernel/day.ts';
import type { ResolvedPeriod } from '../../../kernel/period.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import type { UnitValue } from '../../organisation/index.ts';
import { readGone, readSlices, readTotals, type UnitQuestion } from '../application/read-figures.ts';
import { isExit, isPublishedPeriod, isHeldBack } from '../domain/aggregate-only.ts';
import { questionOf, type Basis, type FigureQuestion, type SliceFilter } from '../domain/question.ts';
import { findPublished } from '../persistence/disclosure.ts';

/** What the roll-ups of units that are asked alike have in common. */
export interface RollupFrame {
  readonly period: ResolvedPeriod;
  readonly basis: Basis;
  /** Whether the reader sees sums and no rows, so that small counts are hidden. */
  readonly aggregateOnly: boolean;
}

/** A value that may be hidden. */
export interface Shown {
  readonly value: number | null;
  readonly hidden: boolean;
}

const basisKeys = new WeakMap<Basis, string>();

/** What questions on one basis have in common, as a text: put together once for the thousands of a page. */
export function basisKey(basis: Basis): string {
  let key = basisKeys.get(basis);
  if (key === undefined) basisKeys.set(basis, (key = `${basis.view} ${basis.asOf} ${basis.knownAt?.toISOString() ?? ''}`));
  return key;
}

function totalsKey({ unitId, from, to, measures }: UnitQuestion): string {
  return `${unitId} ${from} ${to} ${measures.length === 1 ? measures[0] : measures.join(' ')}`;
}

function questionKey(question: FigureQuestion): string {
  return `${question.unitId} ${question.measure} ${question.from} ${question.to}`;
}

/**
 * The numbers of a unit for a period, by measure. Totals are held back until nothing else is being read, so that a unit and its children,
 * whose list must be read first, are one question to the database. The many days of steps are a batch of their own, which the totals of a
 * page need not carry. Nothing else that is read could add to them, so that they are asked at once.
 */
export function loadTotals(context: RequestContext, batch: 'totals' | 'steps', basis: Basis, question: UnitQuestion): Promise<number[]> {
  const read = async (questions: readonly UnitQuestion[]) => await readTotals(await context.scope(), basis, questions);
  return context.loader<UnitQuestion, number[]>(`${batch} ${basisKey(basis)}`, read, totalsKey, batch === 'totals' ? 'HELD_BACK' : 'AT_ONCE').load(question);
}

/** Units of one parent that are asked for a number each, under a name that no other such list of the request has. */
export interface Siblings<Question> {
  readonly name: string;
  readonly asked: readonly Question[];
}

/** A name for the units below one, as they are asked for a period. */
export function siblingsName(unitId: string, { parts, from, to, endsOn }: ResolvedPeriod): string {
  return `${unitId} ${parts.form} ${from} ${to} ${endsOn}`;
}

/** Lays the lists of several parents end to end, asks once, and gives each its part of the answers. */
export async function askTogether<Question, Answer>(lists: readonly Siblings<Question>[], ask: (asked: readonly Question[]) => Promise<readonly Answer[]>): Promise<Answer[][]> {
  const all = lists.flatMap(({ asked }) => asked);
  const answers = all.length === 0 ? [] : await ask(all);
  let next = 0;
  return lists.map(({ asked }) => answers.slice(next, (next += asked.length)));
}

const admittedAlone = ['ADMITTED'] as const;

/**
 * What is admitted by each of the many units below the children of a page: held back as totals are, but read by themselves, so that the page
 * is worked on while the database still counts them.
 */
export function loadAdmissions(context: RequestContext, basis: Basis, siblings: Siblings<Pick<FigureQuestion, 'unitId' | 'from' | 'to'>>): Promise<number[]> {
  const loader = context.loader<typeof siblings, number[]>(
    `admissions ${basisKey(basis)}`,
    async (lists) => await askTogether(lists, async (asked) => (await readTotals(await context.scope(), basis, asked.map((one) => ({ ...one, measures: admittedAlone })))).map(([value = 0]) => value)),
    ({ name }) => name,
    'HELD_BACK',
  );
  return loader.load(siblings);
}

/** The number of a question. */
export async function loadTotal(context: RequestContext, basis: Basis, { measure, ...question }: FigureQuestion): Promise<number> {
  const [value = 0] = await loadTotals(context, 'totals', basis, { ...question, measures: [measure] });
  return value;
}

/** What a rate is made of: admissions in the period of the frame, and the members on each of some days. */
export async function loadRate(context: RequestContext, { basis, period: { from, to } }: RollupFrame, unitId: string, days: readonly Day[]): Promise<{ numerator: number; stocks: number[] }> {
  const [numerator, ...stocks] = await Promise.all([
    loadTotal(context, basis, { unitId, measure: 'ADMITTED', from, to }),
    ...days.map(async (day) => await loadTotal(context, basis, { unitId, measure: 'MEMBERS', from: day, to: day })),
  ]);
  return { numerator, stocks };
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
    if (isHeldBack(measure)) return { value: null, hidden: true };
    if (isExit(measure) && !(await loadPublished(context, question, null))) return { value: null, hidden: true };
  }
  return { value: await load(context, frame.basis, question), hidden: false };
}
