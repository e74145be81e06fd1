import type { CandidacyRowData } from './candidacy-documents.ts';

export type StepOption = CandidacyRowData['steps'][number];

/** The step that a candidacy waits for; undefined where it waits for none. */
export function awaitedOf({ steps }: Pick<CandidacyRowData, 'steps'>): StepOption | undefined {
  return steps.find(({ isAwaited }) => isAwaited);
}

/** Whether the viewer can recognise the person now, as the server says: it is what is awaited, and the viewer may record it. */
export function canBeRecognised({ steps }: { readonly steps: readonly Pick<StepOption, 'step' | 'isAwaited' | 'viewerCan'>[] }): boolean {
  return steps.some(({ step, isAwaited, viewerCan }) => step === 'RECOGNISED' && isAwaited && viewerCan);
}
