import { isErrorCode } from '@banyan/schema/error-codes';
import { useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ViewerQuery } from '../access/index.ts';
import { usePeopleTexts } from './use-people-texts.ts';

/** What is wrong with the inputs of a form, by their names. */
export type Problems = Readonly<Record<string, string>>;

/** A change that the server refused: why, and the input to blame. */
export interface Refused<Code extends string> {
  readonly code: Code;
  readonly field: string;
  readonly message: string;
}

/**
 * Sends what a form says, once at a time. A refusal stands at the input that it names, where that is one of the form's; any other, and
 * a failure, stands at the form. What was typed is the form's own: nothing here forgets it.
 */
export function useSending<Code extends string>(fields: readonly string[]) {
  const { texts } = usePrinting();
  const { t } = usePeopleTexts();
  const client = useClient();
  const [problems, setProblems] = useState<Problems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Code | null>(null);
  const [isBusy, setBusy] = useState(false);

  /** Whatever is asked next meets the end of the session, and brings the way to sign in again over the page. */
  const signedOut = (message: string) => {
    setFailure(message);
    void client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
  };
  const refuse = ({ code, field, message }: Refused<Code>) => {
    setRefusal(code);
    if (code === 'SIGNED_OUT') return signedOut(message);
    if (fields.includes(field)) setProblems({ [field]: message });
    else setFailure(message);
  };
  const fail = (isNetwork: boolean, code: unknown) => {
    if (isNetwork) return setFailure(t.failed.network);
    if (!isErrorCode(code) || code === 'INTERNAL_SERVER_ERROR') return setFailure(t.failed.server);
    return code === 'UNAUTHENTICATED' ? signedOut(texts.errors[code]) : setFailure(texts.errors[code]);
  };

  /** Executes, then gives an answer to whoever takes it, who says whether it is a refusal; that happens together with the end of the sending. */
  const send = async <Data>(execute: () => Promise<{ data?: Data | undefined; error?: CombinedError | undefined }>, take: (data: Data) => Refused<Code> | null): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setProblems({});
    setFailure(null);
    setRefusal(null);
    const { data, error } = await execute();
    setBusy(false);
    if (data) {
      const refused = take(data);
      return refused === null ? undefined : refuse(refused);
    }
    // A failure that has an answer with a reason tells the reason.
    const code = error?.graphQLErrors[0]?.extensions['code'];
    fail(error?.networkError !== undefined && code === undefined, code);
  };
  return { send, isBusy, problems, setProblems, failure, setFailure, refusal };
}
