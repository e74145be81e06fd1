import type { Dimension } from '@banyan/schema/enums';
import type { Scope } from '../../../platform/scope.ts';
import { partsOf } from '../domain/measure.ts';
import { cutsOf, type Basis, type FigureQuestion, type SliceFilter } from '../domain/question.ts';
import { sliceByCounters, sumByCounters, type SumQuestion } from '../persistence/counter-sums.ts';
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

/** Figures of units, one number each, by one statement whatever their number. */
export async function readTotals(scope: Scope, basis: Basis, asked: readonly FigureQuestion[]): Promise<number[]> {
  const result = new Array<number>(asked.length).fill(0);
  if (countersAnswer(basis)) {
    const { questions, terms } = counterQuestions(asked);
    const sums = await sumByCounters(scope, questions);
    terms.forEach(({ figure, sign }, index) => {
      result[figure] = (result[figure] ?? 0) + sign * (sums[index] ?? 0);
    });
    return result;
  }
  const slices = await readSlices(scope, basis, { dimension: null, where: [] }, asked);
  return slices.map((bySlice) => bySlice.get(wholeKey) ?? 0);
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
