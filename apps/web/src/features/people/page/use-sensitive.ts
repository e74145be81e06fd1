import type { Language } from '@banyan/schema/enums';
import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import { useMutation, type DocumentInput } from 'urql';
import { readFragment, type FragmentOf, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { RefusedFields } from '../candidacy-document.ts';
import { useSending } from '../use-sending.ts';
import { SensitiveFields } from './sensitive-document.ts';

/** Ethnic group, religion and personal number of one person, and when they have to be forgotten. */
export type Sensitive = ResultOf<typeof SensitiveFields>;

type Answer =
  | ({ readonly __typename: 'SensitiveUnlocked' } & FragmentOf<typeof SensitiveFields>)
  | ({ readonly __typename: 'CandidacyRefused' } & FragmentOf<typeof RefusedFields>);

/** Sends what unlocks or writes the sensitive fields. */
export function useSensitive<Input>(document: DocumentInput<{ readonly answer: Answer }, { input: Input; language: Language }>) {
  const { language } = usePrinting();
  const [, execute] = useMutation(document);
  const sending = useSending<CandidacyRefusalCode>([]);
  const send = async (input: Input, onDone: (facts: Sensitive) => void): Promise<void> =>
    await sending.send(
      async () => await execute({ input, language }),
      ({ answer }) => {
        if (answer.__typename === 'CandidacyRefused') {
          const refused: ResultOf<typeof RefusedFields> = readFragment(RefusedFields, answer);
          return refused;
        }
        onDone(readFragment(SensitiveFields, answer));
        return null;
      },
    );
  return { ...sending, send };
}
