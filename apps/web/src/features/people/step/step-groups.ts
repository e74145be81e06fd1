import { candidacyStates, stageOf, type CandidacyRefusalCode, type CandidacyState, type Step } from '@banyan/schema/lifecycle';

/** The parts of the list of steps: what leads on, what leads back or leaves it where it is, and what ends it. */
export const stepGroups = ['ONWARD', 'BACK', 'ENDS'] as const;
export type StepGroup = (typeof stepGroups)[number];

interface Option {
  readonly step: Step;
  readonly leadsTo: CandidacyState;
  readonly isAwaited: boolean;
  readonly viewerCan: boolean;
  readonly viewerCannotBecause: CandidacyRefusalCode | null;
}

function groupOf({ leadsTo, isAwaited }: Option, state: CandidacyState): StepGroup {
  if (isAwaited) return 'ONWARD';
  if (stageOf[leadsTo] === 'CLOSED' || leadsTo === 'REMOVAL_PROPOSED') return 'ENDS';
  const isOnward = leadsTo !== 'RETURNED' && candidacyStates.indexOf(leadsTo) > candidacyStates.indexOf(state);
  return isOnward ? 'ONWARD' : 'BACK';
}

/** The steps that the viewer may know of, in their parts; what the role may never record is not among them. */
export function groupSteps<O extends Option>(options: readonly O[], state: CandidacyState): { readonly group: StepGroup; readonly options: readonly O[] }[] {
  const known = options.filter(({ viewerCannotBecause }) => viewerCannotBecause !== 'FORBIDDEN_FOR_ROLE');
  return stepGroups
    .map((group) => ({ group, options: known.filter((option) => groupOf(option, state) === group) }))
    .filter(({ options: inGroup }) => inGroup.length > 0);
}

/** The step that a form opens at: the one that is wanted, else the one that is awaited; null where the viewer can record neither. */
export function firstStep<O extends Option>(options: readonly O[], wanted: Step | undefined): O | null {
  const can = options.filter(({ viewerCan }) => viewerCan);
  if (wanted !== undefined) return can.find(({ step }) => step === wanted) ?? null;
  return can.find(({ isAwaited }) => isAwaited) ?? null;
}
