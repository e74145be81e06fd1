import type { Step } from '@banyan/schema/lifecycle';
import { useMutation } from 'urql';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import type { ResultOf } from '../../../shared/graphql/graphql.ts';
import { keyOf } from '../../../shared/ui/drafts.ts';
import { useFailures } from '../../people/index.ts';
import type { Chosen } from './chosen.ts';
import { RecordSteps } from './many-documents.ts';

type Done = Extract<ResultOf<typeof RecordSteps>['recordSteps'], { __typename: 'RecordStepsDone' }>;
export type LineRefusal = NonNullable<Done['lines'][number]['refused']>;

/** The document as it is typed, once it can be sent. */
export interface Document {
  readonly step: Step;
  readonly number: string | null;
  readonly on: string;
}

/** What the server said of a step of many: line by line, or of one input of it; or that nobody knows. */
export type Verdict =
  | { readonly kind: 'JUDGED'; readonly refusals: ReadonlyMap<string, LineRefusal> }
  | { readonly kind: 'WRITTEN' }
  | { readonly kind: 'REFUSED'; readonly field: string; readonly message: string }
  | { readonly kind: 'FAILED'; readonly message: string };

/** Asks the server what stands against a step of many, or has it recorded. */
export function useMany(): (chosen: readonly Chosen[], document: Document, dryRun: boolean) => Promise<Verdict> {
  const { language } = usePrinting();
  const { askAgain, say } = useFailures();
  const [, send] = useMutation(RecordSteps);
  return async (chosen: readonly Chosen[], { step, number, on }: Document, dryRun: boolean): Promise<Verdict> => {
    const candidacies = chosen.map(({ id, version }) => ({ candidacy: id, expectedVersion: version }));
    const facts = { step, candidacies, documentNumber: number, on };
    // The same once more has the same key: where the answer was lost, the server tells it again.
    const { data, error } = await send({ input: { ...facts, dryRun, idempotencyKey: dryRun ? null : keyOf(facts) }, language });
    const answer = data?.recordSteps;
    if (answer === undefined) return { kind: 'FAILED', message: say(error) };
    if (answer.__typename === 'CandidacyRefused') {
      if (answer.code === 'SIGNED_OUT') askAgain();
      return { kind: 'REFUSED', field: answer.field, message: answer.message };
    }
    if (answer.isWritten) return { kind: 'WRITTEN' };
    return { kind: 'JUDGED', refusals: new Map(answer.lines.flatMap(({ index, refused }) => (refused === null || chosen[index] === undefined ? [] : [[chosen[index].id, refused] as const]))) };
  };
}
