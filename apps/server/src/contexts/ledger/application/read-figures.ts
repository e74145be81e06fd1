import type { Dimension, Measure } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import { partsOf } from '../domain/measure.ts';
import { cutsOf, type Basis, type FigureQuestion, type SliceFilter } from '../domain/question.ts';
import { sliceByCounters, sumByCounters, type SumQuestion } from '../persistence/counter-sums.ts';
import { Counting, endsMonth, type Counted, type Span } from '../persistence/counting.ts';
import { sumByEntries, wholeKey, type EntryQuestion } from '../persistence/entry-sums.ts';
import { sumOfGone } from '../persistence/gone-sums.ts';

/** Whether counters hold the answer: they know neither the instant of recording nor the restated tree. */
export function countersAnswer(basis: Basis): boolean {
  return basis.view === 'AS_IT_WAS' && basis.knownAt === null;
}

interface Term {
  readonly figure: number;
  readonly sign: 1 | -1;
}

function entryQuestions(asked: readonly FigureQuestion[]): { questions: EntryQuestion[]; terms: Term[] } {
  const questions: EntryQuestion[] = [];
  const terms: Term[] = [];
  asked.forEach((question, figure) => {
    const { upTo, before } = cutsOf(question);
    const measures = partsOf(question.measure);
    questions.push({ unitId: question.unitId, measures, upTo });
    terms.push({ figure, sign: 1 });
    if (before !== null) {
      questions.push({ unitId: question.unitId, measures, upTo: before });
      terms.push({ figure, sign: -1 });
    }
  });
  return { questions, terms };
}

function counterQuestions(asked: readonly FigureQuestion[]): { questions: SumQuestion[]; terms: Term[] } {
  const { questions, terms } = entryQuestions(asked);
  const parts = questions.flatMap(({ unitId, measures, upTo }, index) =>
    measures.map((measure) => ({ question: { unitId, measure, upTo }, term: terms[index] ?? { figure: 0, sign: 1 as const } })),
  );
  return { questions: parts.map((part) => part.question), terms: parts.map((part) => part.term) };
}

/** Figures of one unit for one period. */
export interface UnitQuestion {
  readonly unitId: string;
  readonly measures: readonly Measure[];
  readonly from: Day;
  readonly to: Day;
}

/** Figures of units, a number for each measure of each question, by a fixed number of statements whatever their number. */
export async function readTotals(scope: Scope, basis: Basis, asked: readonly UnitQuestion[]): Promise<number[][]> {
  return countersAnswer(basis) ? await totalsByCounters(scope, asked) : await totalsByEntries(scope, basis, asked);
}

/** The spans whose sums make up a figure of a period. */
export function spansOf(measure: Measure, { from, to }: { readonly from: Day; readonly to: Day }): Span[] {
  const { upTo, before } = cutsOf({ measure, from, to });
  return partsOf(measure).map((part) => ({ measure: part, after: before, upTo }));
}

/** How many groups of units are told apart: a unit, its children, and the units below those are asked for different things. */
const groupsAtMost = 3;

/** Where the questions of each group of units stand that are asked alike, so that none carries what only another is asked. Where they differ more they are one group. */
function groupsOf(asked: readonly UnitQuestion[], questionKeys: readonly string[]): number[][] {
  const byUnit = Map.groupBy(asked.keys(), (index) => asked[index]?.unitId ?? '');
  const alike = Map.groupBy(byUnit.values(), (indexes) => indexes.map((index) => questionKeys[index]).join('; '));
  return alike.size > groupsAtMost ? [[...asked.keys()]] : [...alike.values()].map((units) => units.flat());
}

async function totalsByCounters(scope: Scope, asked: readonly UnitQuestion[]): Promise<number[][]> {
  const keys = asked.map(({ measures, from, to }) => `${from} ${to} ${measures.join(' ')}`);
  const groups = groupsOf(asked, keys).map((indexes) => {
    const figures = new Map<string, Span[][]>();
    for (const index of indexes) {
      const question = asked[index];
      const key = keys[index] ?? '';
      if (question && !figures.has(key)) figures.set(key, question.measures.map((measure) => spansOf(measure, question)));
    }
    const counting = new Counting([...figures.values()].flat(2));
    return {
      indexes,
      unitIds: [...new Set(indexes.map((index) => asked[index]?.unitId ?? ''))],
      spans: counting.spans,
      places: new Map([...figures].map(([key, spans]) => [key, placesIn(counting, spans)])),
    };
  });
  const sums = await sumByCounters(scope, groups);
  const totals: number[][] = [];
  groups.forEach(({ indexes, places }, group) => {
    for (const index of indexes) totals[index] = figuresFrom(sums[group]?.get(asked[index]?.unitId ?? '') ?? [], places.get(keys[index] ?? '') ?? []);
  });
  return totals;
}

/** Where the sums stand that make up each figure. */
function placesIn(counting: Counting, figures: readonly Span[][]): number[][] {
  return figures.map((spans) => spans.map((span) => counting.placeOf(span) ?? -1));
}

function figuresFrom(sums: readonly number[], places: readonly number[][]): number[] {
  return places.map((parts) => parts.reduce((sum, part) => sum + (sums[part] ?? 0), 0));
}

type FromCounted = (counted: Counted) => number[];

function findWay(counting: Counting, measures: readonly Measure[], period: { readonly from: Day; readonly to: Day }): FromCounted | null {
  const figures = measures.map((measure) => spansOf(measure, period));
  const places = placesIn(counting, figures);
  const isWhole = figures.flat().every(({ after, upTo }) => endsMonth(upTo) && (after === null || endsMonth(after)));
  return isWhole && places.flat().every((place) => place >= 0) ? (counted) => figuresFrom(counted.sums, places) : null;
}

/** Found once for a counting, a place of a document and a period: hundreds of units take the same way. */
const ways = new WeakMap<Counting, WeakMap<readonly Measure[], Map<string, FromCounted | null>>>();
const waysAtMost = 20;

/** How figures of a period come out of what counters hold of a unit alone; null where the counting lacks a sum, or the period cuts a month. */
export function figuresOfCounted(counting: Counting, measures: readonly Measure[], period: { readonly from: Day; readonly to: Day }): FromCounted | null {
  const ofCounting = ways.get(counting) ?? new WeakMap<readonly Measure[], Map<string, FromCounted | null>>();
  const ofMeasures = ofCounting.get(measures) ?? new Map<string, FromCounted | null>();
  ways.set(counting, ofCounting.set(measures, ofMeasures));
  const key = `${period.from} ${period.to}`;
  const known = ofMeasures.get(key);
  if (known !== undefined) return known;
  if (ofMeasures.size >= waysAtMost) ofMeasures.clear();
  const found = findWay(counting, measures, period);
  ofMeasures.set(key, found);
  return found;
}

async function totalsByEntries(scope: Scope, basis: Basis, asked: readonly UnitQuestion[]): Promise<number[][]> {
  const figures = asked.flatMap(({ unitId, measures, from, to }) => measures.map((measure) => ({ unitId, measure, from, to })));
  const slices = await readSlices(scope, basis, { dimension: null, where: [] }, figures);
  const values = slices.map((bySlice) => bySlice.get(wholeKey) ?? 0);
  let read = 0;
  return asked.map(({ measures }) => values.slice(read, (read += measures.length)));
}

/**
 * The part of each figure that lies at units which were below then and are not on `asOf`: moved away or closed since. None in the
 * restated view, where history follows the units.
 */
export async function readGone(scope: Scope, basis: Basis, asked: readonly FigureQuestion[]): Promise<number[]> {
  const result = new Array<number>(asked.length).fill(0);
  if (basis.view !== 'AS_IT_WAS') return result;
  const { questions, terms } = entryQuestions(asked);
  const sums = await sumOfGone(scope, basis, questions);
  terms.forEach(({ figure, sign }, index) => {
    result[figure] = (result[figure] ?? 0) + sign * (sums[index] ?? 0);
  });
  return result;
}

/** Figures of units per slice key of a dimension, within crossed slices, by one statement whatever their number. */
export async function readSlices(
  scope: Scope,
  basis: Basis,
  filter: { dimension: Dimension | null; where: readonly SliceFilter[] },
  asked: readonly FigureQuestion[],
): Promise<Map<string, number>[]> {
  const { sums, terms } = await readSliceSums(scope, basis, filter, asked);
  const result = asked.map(() => new Map<string, number>());
  terms.forEach(({ figure, sign }, index) => {
    const target = result[figure];
    for (const [key, value] of sums[index] ?? []) target?.set(key, (target.get(key) ?? 0) + sign * value);
  });
  return result;
}

async function readSliceSums(
  scope: Scope,
  basis: Basis,
  { dimension, where }: { dimension: Dimension | null; where: readonly SliceFilter[] },
  asked: readonly FigureQuestion[],
): Promise<{ sums: Map<string, number>[]; terms: Term[] }> {
  if (dimension !== null && where.length === 0 && countersAnswer(basis)) {
    const { questions, terms } = counterQuestions(asked);
    return { sums: await sliceByCounters(scope, dimension, questions), terms };
  }
  const { questions, terms } = entryQuestions(asked);
  return { sums: await sumByEntries(scope, basis, { dimension, where }, questions), terms };
}
