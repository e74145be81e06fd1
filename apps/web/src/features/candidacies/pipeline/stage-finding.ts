import type { Stage } from '@banyan/schema/lifecycle';

/** How many stand at a stage, and how many of them are late. */
export interface StageTally {
  readonly stage: Stage;
  readonly count: number;
  readonly overdue: number;
}

/** What a reader should see in the numbers of the stages. */
export interface StageFinding {
  readonly total: number;
  /** The stage with most people, the earlier of equals; null where nobody is. */
  readonly fullest: StageTally | null;
  readonly late: number;
  /** The stage with most who are late; null where nobody is. */
  readonly latest: StageTally | null;
}

function most(tallies: readonly StageTally[], of: 'count' | 'overdue'): StageTally | null {
  return tallies.reduce<StageTally | null>((first, tally) => (tally[of] > (first?.[of] ?? 0) ? tally : first), null);
}

export function findingOf(tallies: readonly StageTally[]): StageFinding {
  return {
    total: tallies.reduce((sum, { count }) => sum + count, 0),
    fullest: most(tallies, 'count'),
    late: tallies.reduce((sum, { overdue }) => sum + overdue, 0),
    latest: most(tallies, 'overdue'),
  };
}
