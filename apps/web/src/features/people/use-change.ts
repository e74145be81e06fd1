import { isErrorCode } from '@banyan/schema/error-codes';
import type { Language } from '@banyan/schema/enums';
import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import { useState } from 'react';
import { useClient, useMutation, type DocumentInput } from 'urql';
import { readFragment, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ViewerQuery } from '../access/index.ts';
import { ChangedFields, FileFields, RefusedFields, StepFields } from './candidacy-document.ts';
import { usePeopleTexts } from './use-people-texts.ts';

type Answer =
  | ({ readonly __typename: 'CandidacyChanged' } & FragmentOf<typeof ChangedFields>)
  | ({ readonly __typename: 'CandidacyRefused' } & FragmentOf<typeof RefusedFields>);

/** A change that was recorded: the candidacy as it stands now, and the line by which a step can be taken back. */
export interface Change {
  readonly stepId: string | null;
  readonly file: ResultOf<typeof StepFields>;
}

/** What is wrong with the inputs of a form, by their names. */
export type Problems = Readonly<Record<string, string>>;

/**
 * Sends a change of a candidacy. A refusal stands at the input that it names, where that is one of the form's; any other, and a
 * failure, stands at the form. What was typed is the form's own: nothing here forgets it.
 */
export function useChange<Input>(document: DocumentInput<{ readonly change: Answer }, { input: Input; language: Language }>, fields: readonly string[]) {
  const { language, texts } = usePrinting();
  const { t } = usePeopleTexts();
  const client = useClient();
  const [, execute] = useMutation(document);
  const [problems, setProblems] = useState<Problems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<CandidacyRefusalCode | null>(null);
  const [isBusy, setBusy] = useState(false);

  const refuse = ({ code, field, message }: ResultOf<typeof RefusedFields>) => {
    setRefusal(code);
    if (code === 'SIGNED_OUT') return signedOut(message);
    if (fields.includes(field)) setProblems({ [field]: message });
    else setFailure(message);
  };
  /** Whatever is asked next meets the end of the session, and brings the way to sign in again over the page. */
  const signedOut = (message: string) => {
    setFailure(message);
    void client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
  };
  const fail = (isNetwork: boolean, code: unknown) => {
    if (isNetwork) return setFailure(t.failed.network);
    if (!isErrorCode(code) || code === 'INTERNAL_SERVER_ERROR') return setFailure(t.failed.server);
    return code === 'UNAUTHENTICATED' ? signedOut(texts.errors[code]) : setFailure(texts.errors[code]);
  };

  /** Sends it once at a time; what follows from its success happens together with the end of the sending. */
  const send = async (input: Input, onDone: (change: Change) => void): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setProblems({});
    setFailure(null);
    setRefusal(null);
    const { data, error } = await execute({ input, language });
    setBusy(false);
    const answer = data?.change;
    if (answer?.__typename === 'CandidacyChanged') {
      const { stepId, candidacy } = readFragment(ChangedFields, answer);
      return onDone({ stepId, file: readFragment(StepFields, readFragment(FileFields, candidacy)) });
    }
    if (answer?.__typename === 'CandidacyRefused') return refuse(readFragment(RefusedFields, answer));
    // A failure that has an answer with a reason tells the reason.
    const code = error?.graphQLErrors[0]?.extensions['code'];
    fail(error?.networkError !== undefined && code === undefined, code);
  };
  return { send, isBusy, problems, setProblems, failure, setFailure, refusal };
}
