import type { Step } from '@banyan/schema/lifecycle';
import { isErrorCode } from '@banyan/schema/error-codes';
import { useClient, useMutation } from 'urql';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import type { ResultOf } from '../../../shared/graphql/graphql.ts';
import { ViewerQuery } from '../../access/index.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import type { Chosen } from './chosen.ts';
import { RecordSteps } from './many-documents.ts';

type Done = Extract<ResultOf<typeof RecordSteps>['recordSteps'], { __typename: 'RecordStepsDone' }>;
export type LineRefusal = NonNullable<Done['lines'][number]['refused']>;

/** The document as it is typed, once it can be sent. */
export interface Document {
  readonly step: Step;
  readonly number: string | null;
  readonly on: string;
}

/** What the server said of a step of many: line by line, or of one input of it; or that nobody knows. */
export type Verdict =
  | { readonly kind: 'JUDGED'; readonly refusals: ReadonlyMap<string, LineRefusal> }
  | { readonly kind: 'WRITTEN' }
  | { readonly kind: 'REFUSED'; readonly field: string; readonly message: string }
  | { readonly kind: 'FAILED'; readonly message: string };

/** Asks the server what stands against a step of many, or has it recorded. */
export function useMany(): (chosen: readonly Chosen[], document: Document, dryRun: boolean) => Promise<Verdict> {
  const { language, texts } = usePrinting();
  const { t } = useCandidacyTexts();
  const client = useClient();
  const [, send] = useMutation(RecordSteps);
  return async (chosen: readonly Chosen[], { step, number, on }: Document, dryRun: boolean): Promise<Verdict> => {
    const candidacies = chosen.map(({ id, version }) => ({ candidacy: id, expectedVersion: version }));
    const { data, error } = await send({ input: { step, candidacies, documentNumber: number, on, dryRun }, language });
    const answer = data?.recordSteps;
    const code = answer?.__typename === 'CandidacyRefused' ? answer.code : error?.graphQLErrors[0]?.extensions['code'];
    if (code === 'SIGNED_OUT' || code === 'UNAUTHENTICATED') {
      // The next question meets the end of the session, and whoever types is asked to sign in again over the page.
      void client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
      return { kind: 'FAILED', message: t.many.ended };
    }
    if (answer?.__typename === 'CandidacyRefused') return { kind: 'REFUSED', field: answer.field, message: answer.message };
    if (answer === undefined) {
      if (error?.networkError) return { kind: 'FAILED', message: t.many.network };
      return { kind: 'FAILED', message: isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR' ? texts.errors[code] : t.many.server };
    }
    if (answer.isWritten) return { kind: 'WRITTEN' };
    return { kind: 'JUDGED', refusals: new Map(answer.lines.flatMap(({ index, refused }) => (refused === null || chosen[index] === undefined ? [] : [[chosen[index].id, refused] as const]))) };
  };
}
