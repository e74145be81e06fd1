import type { Language } from '@banyan/schema/enums';
import type { PersonRefusalCode } from '@banyan/schema/personal';
import { useMutation, type DocumentInput } from 'urql';
import { readFragment, type FragmentOf, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { useSending } from '../use-sending.ts';
import { CorrectedFields, PersonRefusedFields, type MarkedFields } from './personal-document.ts';

type Answer =
  | ({ readonly __typename: 'PersonCorrected' } & FragmentOf<typeof CorrectedFields>)
  | ({ readonly __typename: 'PersonMarked' } & FragmentOf<typeof MarkedFields>)
  | ({ readonly __typename: 'PersonRefused' } & FragmentOf<typeof PersonRefusedFields>);

/** What a correction does, or would do. */
export type Told = ResultOf<typeof CorrectedFields>;

/** Sends a change of what is kept of a person. Of a correction it hands on what that does. */
export function useAnswer<Input>(document: DocumentInput<{ readonly answer: Answer }, { input: Input; language: Language }>, fields: readonly string[]) {
  const { language } = usePrinting();
  const [, execute] = useMutation(document);
  const sending = useSending<PersonRefusalCode>(fields);
  const send = async (input: Input, onDone: (told: Told | null) => void): Promise<void> =>
    await sending.send(
      async () => await execute({ input, language }),
      ({ answer }) => {
        if (answer.__typename === 'PersonRefused') {
          const refused: ResultOf<typeof PersonRefusedFields> = readFragment(PersonRefusedFields, answer);
          // Another version is shown by what it is: the answer brought it.
          return refused.code === 'VERSION_CONFLICT' ? null : refused;
        }
        onDone(answer.__typename === 'PersonCorrected' ? readFragment(CorrectedFields, answer) : null);
        return null;
      },
    );
  return { ...sending, send };
}
