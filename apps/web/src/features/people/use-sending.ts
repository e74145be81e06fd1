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

/** Says in words why there was no answer. Where the session has ended, the way to sign in again comes over the page. */
export function useFailures() {
  const { texts } = usePrinting();
  const { t } = usePeopleTexts();
  const client = useClient();
  /** Whatever is asked next meets the end of the session. */
  const askAgain = () => void client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
  const say = (error: CombinedError | undefined): string => {
    // A failure that has an answer with a reason tells the reason.
    const code = error?.graphQLErrors[0]?.extensions['code'];
    if (error?.networkError !== undefined && code === undefined) return t.failed.network;
    if (!isErrorCode(code) || code === 'INTERNAL_SERVER_ERROR') return t.failed.server;
    if (code === 'UNAUTHENTICATED') askAgain();
    return texts.errors[code];
  };
  return { askAgain, say };
}

/**
 * Sends what a form says, once at a time. A refusal stands at the input that it names, where that is one of the form's; any other, and
 * a failure, stands at the form. What was typed is the form's own: nothing here forgets it.
 */
export function useSending<Code extends string>(fields: readonly string[]) {
  const { askAgain, say } = useFailures();
  const [problems, setProblems] = useState<Problems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Code | null>(null);
  const [isBusy, setBusy] = useState(false);

  const refuse = ({ code, field, message }: Refused<Code>) => {
    setRefusal(code);
    if (fields.includes(field)) setProblems({ [field]: message });
    else setFailure(message);
    if (code === 'SIGNED_OUT') askAgain();
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
    if (!data) return setFailure(say(error));
    const refused = take(data);
    if (refused !== null) refuse(refused);
  };
  return { send, isBusy, problems, setProblems, failure, setFailure, refusal };
}
