import { isErrorCode } from '@banyan/schema/error-codes';
import type { Language } from '@banyan/schema/enums';
import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import { useMutation, type DocumentInput } from 'urql';
import { readFragment, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ChangedFields, RefusedFields } from './candidacy-document.ts';
import { usePeopleTexts } from './use-people-texts.ts';

/** What became of a change: it is recorded, it was refused with the input to blame, or nobody knows. */
export type Outcome =
  | { readonly kind: 'DONE'; readonly stepId: string | null; readonly file: ResultOf<typeof ChangedFields>['candidacy'] }
  | { readonly kind: 'REFUSED'; readonly code: CandidacyRefusalCode; readonly field: string; readonly message: string }
  | { readonly kind: 'FAILED'; readonly message: string; readonly isSignedOut: boolean };

type Answer =
  | ({ readonly __typename: 'CandidacyChanged' } & FragmentOf<typeof ChangedFields>)
  | ({ readonly __typename: 'CandidacyRefused' } & FragmentOf<typeof RefusedFields>);

/** Sends a change of a candidacy and says what became of it. What was typed is the form's: nothing here forgets it. */
export function useChange<Input>(document: DocumentInput<{ readonly change: Answer }, { input: Input; language: Language }>) {
  const { language, texts } = usePrinting();
  const { t } = usePeopleTexts();
  const [{ fetching }, send] = useMutation(document);
  const change = async (input: Input): Promise<Outcome> => {
    const { data, error } = await send({ input, language });
    const answer = data?.change;
    if (answer?.__typename === 'CandidacyChanged') {
      const { stepId, candidacy } = readFragment(ChangedFields, answer);
      return { kind: 'DONE', stepId, file: candidacy };
    }
    if (answer?.__typename === 'CandidacyRefused') {
      const { code, field, message } = readFragment(RefusedFields, answer);
      return code === 'SIGNED_OUT' ? { kind: 'FAILED', message, isSignedOut: true } : { kind: 'REFUSED', code, field, message };
    }
    if (error?.networkError) return { kind: 'FAILED', message: t.failed.network, isSignedOut: false };
    const code = error?.graphQLErrors[0]?.extensions['code'];
    if (!isErrorCode(code) || code === 'INTERNAL_SERVER_ERROR') return { kind: 'FAILED', message: t.failed.server, isSignedOut: false };
    return { kind: 'FAILED', message: texts.errors[code], isSignedOut: code === 'UNAUTHENTICATED' };
  };
  return { sending: fetching, change };
}
