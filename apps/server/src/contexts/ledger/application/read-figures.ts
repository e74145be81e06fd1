import type { Dimension, Measure } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import { partsOf, type EntryMeasure } from '../domain/measure.ts';
import { cutsOf, type Basis, type FigureQuestion, type SliceFilter } from '../domain/question.ts';
import { sliceByCounters, sumByCounters, type Cut, type SumQuestion } from '../persistence/counter-sums.ts';
import { sumByEntries, wholeKey, type EntryQuestion } from '../persistence/entry-sums.ts';
import { sumOfGone } from '../persistence/gone-sums.ts';

/** Whether counters hold the answer: they know neither the instant of recording nor the restated tree. */
function countersAnswer(basis: Basis): boolean {
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

async function totalsByCounters(scope: Scope, asked: readonly UnitQuestion[]): Promise<number[][]> {
  const cuts = new Map<string, Cut>();
  const figures = new Map<string, { parts: readonly EntryMeasure[]; upTo: Day; before: Day | null }[]>();
  const keys = asked.map(({ measures, from, to }) => {
    const key = `${from} ${to} ${measures.join(' ')}`;
    if (figures.has(key)) return key;
    const made = measures.map((measure) => ({ parts: partsOf(measure), ...cutsOf({ measure, from, to }) }));
    figures.set(key, made);
    for (const { parts, upTo, before } of made) {
      for (const day of before === null ? [upTo] : [upTo, before]) {
        for (const measure of parts) cuts.set(`${measure} ${day}`, { measure, upTo: day });
      }
    }
    return key;
  });
  const sumOf = await sumByCounters(scope, [...new Set(asked.map(({ unitId }) => unitId))], [...cuts.values()]);
  const valueOf = (unitId: string, measure: EntryMeasure, upTo: Day, before: Day | null) =>
    sumOf(unitId, measure, upTo) - (before === null ? 0 : sumOf(unitId, measure, before));
  return asked.map(({ unitId }, index) =>
    (figures.get(keys[index] ?? '') ?? []).map(({ parts, upTo, before }) => parts.reduce((sum, part) => sum + valueOf(unitId, part, upTo, before), 0)),
  );
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
