import type { Language } from '@banyan/schema/enums';
import type { TransferRefusalCode } from '@banyan/schema/lifecycle';
import { useMutation, type DocumentInput } from 'urql';
import { readFragment, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { LetterFields, useSending, type Letter } from '../people/index.ts';
import { LetterChanged, LetterRefused } from './transfer-documents.ts';

type Answer =
  | ({ readonly __typename: 'TransferChanged' } & FragmentOf<typeof LetterChanged>)
  | ({ readonly __typename: 'TransferRefused' } & FragmentOf<typeof LetterRefused>);

/** A change of a letter that was recorded, with the code of its paper where one was made just now. */
export interface LetterChange {
  readonly letter: Letter;
  readonly claimCode: string | null;
}

/** A change of a letter as it is sent. */
export type ChangeDocument<Input> = DocumentInput<{ readonly change: Answer }, { input: Input; language: Language }>;

/** Sends a change of a letter. Where somebody else was quicker, `onConflict` is told the letter as it stands. */
export function useLetterChange<Input>(document: ChangeDocument<Input>, fields: readonly string[], onConflict?: (now: Letter) => void) {
  const { language } = usePrinting();
  const [, execute] = useMutation(document);
  const sending = useSending<TransferRefusalCode>(fields);
  const send = async (input: Input, onDone: (change: LetterChange) => void): Promise<void> =>
    await sending.send(
      async () => await execute({ input, language }),
      ({ change: answer }) => {
        if (answer.__typename === 'TransferRefused') {
          const refused: ResultOf<typeof LetterRefused> = readFragment(LetterRefused, answer);
          const now = readFragment(LetterFields, refused.current);
          if (now !== null) onConflict?.(now);
          return refused;
        }
        const { claimCode, transfer } = readFragment(LetterChanged, answer);
        onDone({ claimCode, letter: readFragment(LetterFields, transfer) });
        return null;
      },
    );
  return { ...sending, send };
}
