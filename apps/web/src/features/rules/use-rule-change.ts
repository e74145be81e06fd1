import { isErrorCode } from '@banyan/schema/error-codes';
import type { Language } from '@banyan/schema/enums';
import { useState } from 'react';
import { useClient, useMutation, type DocumentInput } from 'urql';
import { readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ViewerQuery } from '../access/index.ts';
import { RuleRefusedFields, type RuleRefused } from './rules-documents.ts';
import { useRulesTexts } from './use-rules-texts.ts';

type Refused = { readonly __typename: 'RuleRefused' } & RuleRefused;
type Answer = { readonly __typename: string } | Refused;
type Done<A> = Exclude<A, { readonly __typename: 'RuleRefused' }>;

function isDone<A extends Answer>(answer: A): answer is Done<A> {
  return answer.__typename !== 'RuleRefused';
}

function isRefused(answer: Answer): answer is Refused {
  return answer.__typename === 'RuleRefused';
}

/**
 * Sends a change of the calendar or of a power. A refusal stands at the input that it names, where that is one of the form's; any
 * other, and a failure, stands at the form, whose texts stay as they were typed.
 */
export function useRuleChange<A extends Answer, Input>(document: DocumentInput<{ readonly change: A }, { input: Input; language: Language }>, fields: readonly string[]) {
  const { language, texts } = usePrinting();
  const t = useRulesTexts();
  const client = useClient();
  const [, execute] = useMutation(document);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  /** Whatever is asked next meets the end of the session, and brings the way to sign in again over the page. */
  const signedOut = () => void client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
  const refuse = ({ code, field, message }: ResultOf<typeof RuleRefusedFields>) => {
    if (fields.includes(field)) return setProblems({ [field]: message });
    setFailure(message);
    if (code === 'SIGNED_OUT') signedOut();
  };

  /** Sends it once at a time. */
  const send = async (input: Input, onDone: (done: Done<A>) => void): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setProblems({});
    setFailure(null);
    const { data, error } = await execute({ input, language });
    setBusy(false);
    if (data) {
      const { change } = data;
      if (isDone(change)) onDone(change);
      const refused: Answer = change;
      if (isRefused(refused)) refuse(readFragment(RuleRefusedFields, refused));
      return;
    }
    const code = error?.graphQLErrors[0]?.extensions['code'];
    if (error?.networkError !== undefined && code === undefined) return setFailure(t.failed.network);
    if (!isErrorCode(code) || code === 'INTERNAL_SERVER_ERROR') return setFailure(t.failed.server);
    setFailure(texts.errors[code]);
    if (code === 'UNAUTHENTICATED') signedOut();
  };
  return { send, isBusy, problems, setProblems, failure };
}
