import type { CandidacyRowData } from './candidacy-documents.ts';

export type StepOption = CandidacyRowData['steps'][number];

/** The step that a candidacy waits for; undefined where it waits for none. */
export function awaitedOf<Option extends Pick<StepOption, 'isAwaited'>>({ steps }: { readonly steps: readonly Option[] }): Option | undefined {
  return steps.find(({ isAwaited }) => isAwaited);
}
