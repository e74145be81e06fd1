import type { Language } from '@banyan/schema/enums';
import type { SupervisionRefusalCode } from '@banyan/schema/supervision';
import { useMutation, type DocumentInput } from 'urql';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useSending } from '../people/index.ts';
import { SupervisionRefusedFields, type SupervisionRefused } from './supervision-documents.ts';

type Refused = { readonly __typename: 'SupervisionRefused' } & SupervisionRefused;
type Answer = { readonly __typename: string } | Refused;

function isRefused(answer: Answer): answer is Refused {
  return answer.__typename === 'SupervisionRefused';
}

/** Sends a change of assignments. */
export function useSupervisionChange<A extends Answer, Input>(document: DocumentInput<{ readonly change: A }, { input: Input; language: Language }>, fields: readonly string[]) {
  const { language } = usePrinting();
  const [, execute] = useMutation(document);
  const sending = useSending<SupervisionRefusalCode>(fields);
  const send = async (input: Input, onDone: () => void): Promise<void> =>
    await sending.send(
      async () => await execute({ input, language }),
      ({ change }) => {
        const answer: Answer = change;
        if (isRefused(answer)) return readFragment(SupervisionRefusedFields, answer);
        onDone();
        return null;
      },
    );
  return { ...sending, send };
}
