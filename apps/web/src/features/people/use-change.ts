import type { Language } from '@banyan/schema/enums';
import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import { useState } from 'react';
import { useMutation, type DocumentInput } from 'urql';
import { readFragment, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ChangedFields, FileFields, RefusedFields, StepFields } from './candidacy-document.ts';
import { useSending } from './use-sending.ts';

export type { Problems } from './use-sending.ts';

type Answer =
  | ({ readonly __typename: 'CandidacyChanged' } & FragmentOf<typeof ChangedFields>)
  | ({ readonly __typename: 'CandidacyRefused' } & FragmentOf<typeof RefusedFields>);

/** A change that was recorded: the candidacy as it stands now, and the line by which a step can be taken back. */
export interface Change {
  readonly stepId: string | null;
  readonly file: ResultOf<typeof StepFields>;
}

/** Sends a change of a candidacy. */
export function useChange<Input>(document: DocumentInput<{ readonly change: Answer }, { input: Input; language: Language }>, fields: readonly string[]) {
  const { language } = usePrinting();
  const [, execute] = useMutation(document);
  const [people, setPeople] = useState<ResultOf<typeof RefusedFields>['people']>([]);
  const sending = useSending<CandidacyRefusalCode>(fields);
  const send = async (input: Input, onDone: (change: Change) => void): Promise<void> => {
    setPeople([]);
    await sending.send(
      async () => await execute({ input, language }),
      ({ change: answer }) => {
        if (answer.__typename === 'CandidacyRefused') {
          const refused: ResultOf<typeof RefusedFields> = readFragment(RefusedFields, answer);
          setPeople(refused.people);
          return refused;
        }
        const { stepId, candidacy } = readFragment(ChangedFields, answer);
        onDone({ stepId, file: readFragment(StepFields, readFragment(FileFields, candidacy)) });
        return null;
      },
    );
  };
  return { ...sending, send, people };
}
