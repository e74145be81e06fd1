import type { Language } from '@banyan/schema/enums';
import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import { useMutation, type DocumentInput } from 'urql';
import { readFragment, type FragmentOf, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { useSending } from '../use-sending.ts';
import { SensitiveFields, SensitiveRefusedFields } from './sensitive-document.ts';

/** Ethnic group, religion and personal number of one person, and when they have to be forgotten. */
export type Sensitive = ResultOf<typeof SensitiveFields>;

type Answer =
  | ({ readonly __typename: 'SensitiveUnlocked' } & FragmentOf<typeof SensitiveFields>)
  | ({ readonly __typename: 'SensitiveRefused' } & FragmentOf<typeof SensitiveRefusedFields>);

/** Sends what unlocks or writes the sensitive fields. Where somebody else was quicker, `onQuicker` is told what stands. */
export function useSensitive<Input>(document: DocumentInput<{ readonly answer: Answer }, { input: Input; language: Language }>) {
  const { language } = usePrinting();
  const [, execute] = useMutation(document);
  const sending = useSending<CandidacyRefusalCode>([]);
  const send = async (input: Input, onDone: (facts: Sensitive) => void, onQuicker?: (now: Sensitive['facts']) => void): Promise<void> =>
    await sending.send(
      async () => await execute({ input, language }),
      ({ answer }) => {
        if (answer.__typename === 'SensitiveRefused') {
          const refused: ResultOf<typeof SensitiveRefusedFields> = readFragment(SensitiveRefusedFields, answer);
          if (refused.current) onQuicker?.(refused.current);
          return refused;
        }
        onDone(readFragment(SensitiveFields, answer));
        return null;
      },
    );
  return { ...sending, send };
}
