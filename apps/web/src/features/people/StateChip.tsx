import { stageOf } from '@banyan/schema/lifecycle';
import { graphql, readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';
import styles from './Marks.module.css';
import { usePeopleTexts } from './use-people-texts.ts';

export const StateChipFields = graphql(`
  fragment StateChipFields on Candidacy {
    state
    isRecognitionDue
  }
`);

/** Where a candidacy stands, exactly. */
export function StateChip({ candidacy }: { readonly candidacy: FragmentOf<typeof StateChipFields> }) {
  const { state, isRecognitionDue } = readFragment(StateChipFields, candidacy);
  const { t, words } = usePeopleTexts();
  return (
    <span className={styles['chip']} data-stage={stageOf[state]} data-returned={state === 'RETURNED' || undefined}>
      {isRecognitionDue && state === 'PROBATIONARY' ? t.recognitionDue : words.states[state]}
    </span>
  );
}
