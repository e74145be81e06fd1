import type { Dimension, Measure, RollupView } from '@banyan/schema/enums';
import { addDays, later, type Day } from '../../../kernel/day.ts';
import type { ResolvedPeriod } from '../../../kernel/period.ts';
import { isStock } from './measure.ts';

/** One slice that entries must belong to. */
export interface SliceFilter {
  readonly dimension: Dimension;
  readonly key: string;
}

/** Which facts a roll-up counts, and by which tree. */
export interface Basis {
  readonly view: RollupView;
  /** Facts count up to this day; the restated view uses the tree of this day. */
  readonly asOf: Day;
  /** Only what had been recorded by then; null counts all. */
  readonly knownAt: Date | null;
}

/** One figure asked of one unit. */
export interface FigureQuestion {
  readonly unitId: string;
  readonly measure: Measure;
  readonly from: Day;
  readonly to: Day;
}

/** The days up to which entries are summed to answer a question: a stock is the sum up to `to`; a flow is that less the sum before `from`. */
export interface Cuts {
  readonly upTo: Day;
  readonly before: Day | null;
}

/** The cuts of a question. A flow of a period that has not begun is the difference of two equal sums: 0. */
export function cutsOf(question: Pick<FigureQuestion, 'measure' | 'from' | 'to'>): Cuts {
  if (isStock(question.measure)) return { upTo: question.to, before: null };
  const before = addDays(question.from, -1);
  return { upTo: later(question.to, before), before };
}

/** The figure of a measure over a resolved period. */
export function questionOf(unitId: string, measure: Measure, period: ResolvedPeriod): FigureQuestion {
  return { unitId, measure, from: period.from, to: period.to };
}
