import { isErrorCode } from '@banyan/schema/error-codes';
import type { Language } from '@banyan/schema/enums';
import { useState } from 'react';
import { useClient, useMutation, type DocumentInput } from 'urql';
import { readFragment, type FragmentOf, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { ViewerQuery } from '../../access/index.ts';
import type { Problems } from '../use-change.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import { CorrectedFields, PersonRefusedFields, type MarkedFields } from './personal-document.ts';

type Refused = { readonly __typename: 'PersonRefused' } & FragmentOf<typeof PersonRefusedFields>;
type Corrected = { readonly __typename: 'PersonCorrected' } & FragmentOf<typeof CorrectedFields>;
type Marked = { readonly __typename: 'PersonMarked' } & FragmentOf<typeof MarkedFields>;

/** What a correction does, or would do. */
export type Told = ResultOf<typeof CorrectedFields>;

/**
 * Sends a change of what is kept of a person. A refusal stands at the input that it names, where that is one of the form's; any other,
 * and a failure, stands at the form. What was typed is the form's own: nothing here forgets it.
 */
export function useAnswer<Input>(document: DocumentInput<{ readonly answer: Corrected | Marked | Refused }, { input: Input; language: Language }>, fields: readonly string[]) {
  const { language, texts } = usePrinting();
  const { t } = usePeopleTexts();
  const client = useClient();
  const [, execute] = useMutation(document);
  const [problems, setProblems] = useState<Problems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  /** Whatever is asked next meets the end of the session, and brings the way to sign in again over the page. */
  const signedOut = (message: string) => {
    setFailure(message);
    void client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
  };
  const refuse = (refused: Refused) => {
    const { code, field, message } = readFragment(PersonRefusedFields, refused);
    if (code === 'SIGNED_OUT') return signedOut(message);
    // Another version is shown by what it is: the answer brought it.
    if (code === 'VERSION_CONFLICT') return undefined;
    return fields.includes(field) ? setProblems({ [field]: message }) : setFailure(message);
  };

  /** Sends it once at a time. Of a correction it hands on what that does. */
  const send = async (input: Input, onDone: (told: Told | null) => void): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setProblems({});
    setFailure(null);
    const { data, error } = await execute({ input, language });
    setBusy(false);
    const answer = data?.answer;
    if (answer?.__typename === 'PersonRefused') return refuse(answer);
    if (answer !== undefined) return onDone(answer.__typename === 'PersonCorrected' ? readFragment(CorrectedFields, answer) : null);
    const code = error?.graphQLErrors[0]?.extensions['code'];
    if (error?.networkError !== undefined && code === undefined) return setFailure(t.failed.network);
    if (!isErrorCode(code) || code === 'INTERNAL_SERVER_ERROR') return setFailure(t.failed.server);
    return code === 'UNAUTHENTICATED' ? signedOut(texts.errors[code]) : setFailure(texts.errors[code]);
  };
  return { send, isBusy, problems, setProblems, failure, setFailure };
}
