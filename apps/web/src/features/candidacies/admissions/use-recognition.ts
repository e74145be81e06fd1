import { isErrorCode } from '@banyan/schema/error-codes';
import { useClient, useMutation } from 'urql';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import type { ResultOf } from '../../../shared/graphql/graphql.ts';
import { ViewerQuery } from '../../access/index.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { RecogniseMembers } from './admission-documents.ts';
import type { Chosen } from './chosen.ts';

type Done = Extract<ResultOf<typeof RecogniseMembers>['recogniseMembers'], { __typename: 'RecogniseMembersDone' }>;
export type LineRefusal = NonNullable<Done['lines'][number]['refused']>;

/** The decision as it is typed, once it can be sent. */
export interface Decision {
  readonly number: string;
  readonly on: string;
}

/** What the server said of a decision: line by line, or of one input of it; or that nobody knows. */
export type Verdict =
  | { readonly kind: 'JUDGED'; readonly refusals: ReadonlyMap<string, LineRefusal> }
  | { readonly kind: 'WRITTEN' }
  | { readonly kind: 'REFUSED'; readonly field: string; readonly message: string }
  | { readonly kind: 'FAILED'; readonly message: string };

/** Asks the server what stands against a decision, or has it recorded. */
export function useRecognition(): (chosen: readonly Chosen[], decision: Decision, dryRun: boolean) => Promise<Verdict> {
  const { language, texts } = usePrinting();
  const { t } = useCandidacyTexts();
  const client = useClient();
  const [, send] = useMutation(RecogniseMembers);
  return async (chosen: readonly Chosen[], { number, on }: Decision, dryRun: boolean): Promise<Verdict> => {
    const members = chosen.map(({ id, version }) => ({ candidacy: id, expectedVersion: version }));
    const { data, error } = await send({ input: { members, documentNumber: number, on, dryRun }, language });
    const answer = data?.recogniseMembers;
    const code = answer?.__typename === 'CandidacyRefused' ? answer.code : error?.graphQLErrors[0]?.extensions['code'];
    if (code === 'SIGNED_OUT' || code === 'UNAUTHENTICATED') {
      // The next question meets the end of the session, and whoever types is asked to sign in again over the page.
      void client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
      return { kind: 'FAILED', message: t.admissions.ended };
    }
    if (answer?.__typename === 'CandidacyRefused') return { kind: 'REFUSED', field: answer.field, message: answer.message };
    if (answer === undefined) {
      if (error?.networkError) return { kind: 'FAILED', message: t.admissions.network };
      return { kind: 'FAILED', message: isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR' ? texts.errors[code] : t.admissions.server };
    }
    if (answer.isWritten) return { kind: 'WRITTEN' };
    return { kind: 'JUDGED', refusals: new Map(answer.lines.flatMap(({ index, refused }) => (refused === null || chosen[index] === undefined ? [] : [[chosen[index].id, refused] as const]))) };
  };
}
