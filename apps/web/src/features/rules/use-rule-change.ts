import type { Language } from '@banyan/schema/enums';
import type { RuleRefusalCode } from '@banyan/schema/rules';
import { useMutation, type DocumentInput } from 'urql';
import { readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useSending } from '../people/index.ts';
import { RuleRefusedFields, type RuleRefused } from './rules-documents.ts';

type Refused = { readonly __typename: 'RuleRefused' } & RuleRefused;
type Answer = { readonly __typename: string } | Refused;
type Done<A> = Exclude<A, { readonly __typename: 'RuleRefused' }>;

function isDone<A extends Answer>(answer: A): answer is Done<A> {
  return answer.__typename !== 'RuleRefused';
}

function isRefused(answer: Answer): answer is Refused {
  return answer.__typename === 'RuleRefused';
}

/** Sends a change of the calendar or of a power. */
export function useRuleChange<A extends Answer, Input>(document: DocumentInput<{ readonly change: A }, { input: Input; language: Language }>, fields: readonly string[]) {
  const { language } = usePrinting();
  const [, execute] = useMutation(document);
  const sending = useSending<RuleRefusalCode>(fields);
  const send = async (input: Input, onDone: (done: Done<A>) => void): Promise<void> =>
    await sending.send(
      async () => await execute({ input, language }),
      ({ change }) => {
        if (isDone(change)) onDone(change);
        const refused: Answer = change;
        if (!isRefused(refused)) return null;
        const told: ResultOf<typeof RuleRefusedFields> = readFragment(RuleRefusedFields, refused);
        return told;
      },
    );
  return { ...sending, send };
}
