import { candidacyStates, stageOf, stages, type ActingBody, type CandidacyState, type Step } from '@banyan/schema/lifecycle';
import { transitionsFrom, type Situation, type Transition } from './lifecycle.ts';

/** Steps that can happen on the way, and that nobody waits for. */
const asides: ReadonlySet<Step> = new Set(['RETURNED', 'REMOVAL_PROPOSED', 'REMOVAL_DECLINED']);

/**
 * The step that leads on from a state: what is awaited. Where several do, the one that leads furthest along the stages; of those that
 * lead as far, the first of the table. Null where nothing is awaited, as of an official member.
 */
export function awaitedStep(state: CandidacyState, situation: Situation): Transition | null {
  if (stageOf[state] === 'OFFICIAL') return null;
  const onward = transitionsFrom(state, situation).flatMap((row) => {
    const { to, step } = row;
    return to === 'SAME' || to === state || stageOf[to] === 'CLOSED' || asides.has(step) ? [] : [{ row, reaches: stages.indexOf(stageOf[to]) }];
  });
  const furthest = Math.max(...onward.map(({ reaches }) => reaches));
  return onward.find(({ reaches }) => reaches === furthest)?.row ?? null;
}

/** The way to its end: from a file that is open on, somebody waits for the next act. Before, a cell goes at its own pace. */
const atOwnPace: ReadonlySet<CandidacyState> = new Set(['SOURCE', 'LISTED', 'TRAINING', 'TRAINED', 'PROBATIONARY', 'OFFICIAL', 'RETURNED']);

/** States in which a body is waited for, with that body: for the list of what waits for one's own unit. */
export function awaitedBodies(committeeProposes: boolean): { readonly state: CandidacyState; readonly by: ActingBody; readonly step: Step }[] {
  const situation: Situation = { committeeProposes, failedVotes: 0, failedVotesBeforeDeadlock: 1, isExtended: false, isOfficial: false };
  return candidacyStates.flatMap((state) => {
    if (atOwnPace.has(state)) return [];
    // A removal that was proposed waits for the one who decides, whichever way.
    const row = state === 'REMOVAL_PROPOSED' ? transitionsFrom(state, situation).find(({ step }) => step === 'REMOVED') : awaitedStep(state, situation);
    return row ? [{ state, by: row.by, step: row.step }] : [];
  });
}
