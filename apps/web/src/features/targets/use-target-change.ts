import type { Language } from '@banyan/schema/enums';
import type { TargetRefusalCode } from '@banyan/schema/targets';
import { useMutation, type DocumentInput } from 'urql';
import { readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useSending } from '../people/index.ts';
import { TargetRefusedFields, type TargetRefused } from './target-documents.ts';

type Refused = { readonly __typename: 'TargetRefused' } & TargetRefused;
type Answer = { readonly __typename: string } | Refused;
type Done<A> = Exclude<A, { readonly __typename: 'TargetRefused' }>;

/** A refusal with all that is wrong. */
export type TargetRefusalData = ResultOf<typeof TargetRefusedFields>;

function isDone<A extends Answer>(answer: A): answer is Done<A> {
  return answer.__typename !== 'TargetRefused';
}

function isRefused(answer: Answer): answer is Refused {
  return answer.__typename === 'TargetRefused';
}

/** Sends a change of targets. `onRefused` hears of all that is wrong, beside what the form itself shows. */
export function useTargetChange<A extends Answer, Input>(
  document: DocumentInput<{ readonly change: A }, { input: Input; language: Language }>,
  fields: readonly string[],
  onRefused?: (refusal: TargetRefusalData) => void,
) {
  const { language } = usePrinting();
  const [, execute] = useMutation(document);
  const sending = useSending<TargetRefusalCode>(fields);
  const send = async (input: Input, onDone: (done: Done<A>) => void): Promise<void> =>
    await sending.send(
      async () => await execute({ input, language }),
      ({ change }) => {
        if (isDone(change)) onDone(change);
        const refused: Answer = change;
        if (!isRefused(refused)) return null;
        const told = readFragment(TargetRefusedFields, refused);
        onRefused?.(told);
        return told;
      },
    );
  return { ...sending, send };
}
