import { isErrorCode } from '@banyan/schema/error-codes';
import type { Language } from '@banyan/schema/enums';
import { useState } from 'react';
import { useMutation, type DocumentInput } from 'urql';
import { readFragment, type FragmentOf, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { RefusedFields } from '../candidacy-document.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import { SensitiveFields } from './sensitive-document.ts';

/** Ethnic group, religion and personal number of one person, and when they have to be forgotten. */
export type Sensitive = ResultOf<typeof SensitiveFields>;

type Answer =
  | ({ readonly __typename: 'SensitiveUnlocked' } & FragmentOf<typeof SensitiveFields>)
  | ({ readonly __typename: 'CandidacyRefused' } & FragmentOf<typeof RefusedFields>);

/** Sends what unlocks or writes the sensitive fields. What is wrong is said in words; what was chosen is the form's own. */
export function useSensitive<Input>(document: DocumentInput<{ readonly answer: Answer }, { input: Input; language: Language }>) {
  const { language, texts } = usePrinting();
  const { t } = usePeopleTexts();
  const [{ fetching }, execute] = useMutation(document);
  const [failure, setFailure] = useState<string | null>(null);
  const refuse = ({ message }: ResultOf<typeof RefusedFields>) => setFailure(message);
  const send = async (input: Input, onDone: (facts: Sensitive) => void): Promise<void> => {
    if (fetching) return;
    setFailure(null);
    const { data, error } = await execute({ input, language });
    const answer = data?.answer;
    if (answer?.__typename === 'SensitiveUnlocked') return onDone(readFragment(SensitiveFields, answer));
    if (answer?.__typename === 'CandidacyRefused') return refuse(readFragment(RefusedFields, answer));
    const code = error?.graphQLErrors[0]?.extensions['code'];
    if (isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR') return setFailure(texts.errors[code]);
    setFailure(error?.networkError === undefined ? t.failed.server : t.failed.network);
  };
  return { send, isBusy: fetching, failure };
}
