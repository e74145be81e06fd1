import { isBehind, type Judged } from '../ledger/index.ts';
import { graphql, readFragment, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { Messages } from '../../shared/messages/vi.ts';

/** What admissions are held against: the target of the period where one was given, else the same period of the year before. */
export const AgainstFields = graphql(`
  fragment AgainstFields on Figure {
    value
    target { kind low high percentOfLow percentOfHigh remainingLow expectedLow shortOfPace standing }
    samePeriodLastYear { value difference percent standing }
  }
`);
type Figure = ResultOf<typeof AgainstFields>;

/** Which of the two a table shows: of a page it is one for all. */
export type Against = 'TARGET' | 'LAST_YEAR';

/** How a figure stands against what it is held against. */
export interface Comparison {
  /** The number that it is held against; null where there is none. */
  readonly before: number | null;
  /** Against the year before the difference; against a target what is missing, as a negative number, or null where nothing is. */
  readonly difference: number | null;
  readonly percent: number | null;
  readonly standing: Judged | null;
  /** What linear pace asks for by now; null where there is none. */
  readonly pace: number | null;
}

function besideTarget({ target }: Figure): Comparison {
  if (target === null) return { before: null, difference: null, percent: null, standing: 'NO_TARGET', pace: null };
  const missing = target.standing === 'NOT_MET' ? target.remainingLow : target.shortOfPace;
  return { before: Math.ceil(target.low - 1e-9), difference: isBehind(target.standing) ? -missing : null, percent: target.percentOfLow, standing: target.standing, pace: target.expectedLow };
}

/** Reads what a figure is held against out of the answer. */
export function readComparison(data: FragmentOf<typeof AgainstFields>, against: Against): Comparison {
  const figure = readFragment(AgainstFields, data);
  if (against === 'TARGET') return besideTarget(figure);
  const last = figure.samePeriodLastYear;
  return { before: last?.value ?? null, difference: last?.difference ?? null, percent: last?.percent ?? null, standing: last?.standing ?? null, pace: null };
}

/** The words of a table of units for what it holds them against. */
export function useChildrenWords(against: Against): Messages['children'] {
  const { m } = usePrinting();
  return against === 'TARGET' ? { ...m.children, ...m.childrenByTarget } : m.children;
}
