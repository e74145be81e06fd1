import type { RecordRefusalCode } from '@banyan/schema/records';
import { useMutation } from 'urql';
import { readFragment, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { useSending } from '../../people/index.ts';
import { RecordAnswer, type RecordChange } from '../record-documents.ts';

/** Sends a change of a record. Gives the id of what was changed to whoever waits for it, and says where a refusal came without the record as it stands. */
export function useRecordChange<Input>(document: RecordChange<Input>, fields: readonly string[]) {
  const { language } = usePrinting();
  const [, execute] = useMutation(document);
  const sending = useSending<RecordRefusalCode>(fields);
  const send = async (input: Input, onDone: (id: string) => void, onUntold?: () => void): Promise<void> =>
    await sending.send(
      async () => await execute({ input, language }),
      ({ change }) => {
        const answer: ResultOf<typeof RecordAnswer> = readFragment(RecordAnswer, change);
        if (answer.__typename === 'RecordRefused') {
          if (!change.current) onUntold?.();
          return answer;
        }
        onDone(answer.record.id);
        return null;
      },
    );
  return { ...sending, send };
}
