import type { Told } from './use-answer.ts';

type Change = Told['changes'][number];

/** What moves from one slice to another, with all the measures in which it does. */
export type GroupedChange = Pick<Change, 'dimension' | 'before' | 'after' | 'since'> & { readonly those: readonly Change[] };

/** Whether a measure is a stock, in which somebody is counted once. */
export function isStock(measure: Change['measure']): boolean {
  return measure === 'PROBATIONARY_MEMBERS' || measure === 'OFFICIAL_MEMBERS';
}

/** The changes of figures, one line for those that say the same of several measures; what happened comes before what stands. */
export function groupChanges(changes: readonly Change[]): GroupedChange[] {
  const groups = Map.groupBy(changes, ({ dimension, before, after, since }) => [dimension, before, after, since].join(' '));
  return [...groups.values()].flatMap((those) => {
    const [first] = those;
    return first === undefined ? [] : [{ dimension: first.dimension, before: first.before, after: first.after, since: first.since, those: those.toSorted((a, b) => Number(isStock(a.measure)) - Number(isStock(b.measure))) }];
  });
}
