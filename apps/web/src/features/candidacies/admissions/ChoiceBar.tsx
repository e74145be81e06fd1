import { useQuery } from 'urql';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { RecognisableQuery } from './admission-documents.ts';
import styles from './Admissions.module.css';
import type { TabFilter } from './admission-tabs.ts';
import { choosable, type Chosen } from './chosen.ts';

interface ChoiceBarProps {
  readonly filter: TabFilter & { readonly under: string | null };
  readonly chosen: readonly Chosen[];
  readonly onChosen: (chosen: readonly Chosen[]) => void;
  readonly onDecide: () => void;
}

/** Chooses all who wait for the decision, on whatever page of the list they stand, and opens the decision. */
export function ChoiceBar({ filter, chosen, onChosen, onDecide }: ChoiceBarProps) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const [{ data }] = useQuery({ query: RecognisableQuery, variables: { filter: { ...filter, states: ['RECOGNITION_PROPOSED', 'RECOGNITION_SUBMITTED'] } } });
  const all = (data?.candidacies.nodes ?? []).flatMap((node) => choosable(node) ?? []);
  if (all.length === 0 && chosen.length === 0) return null;
  return (
    <div className={styles['choice']}>
      <p role="status">{chosen.length === 0 ? '' : t.admissions.chosen(f.integer(chosen.length))}</p>
      {chosen.length < all.length ? <Button onClick={() => onChosen(all)}>{t.admissions.chooseAll(f.integer(all.length))}</Button> : null}
      {chosen.length === 0 ? null : (
        <>
          <Button tone="quiet" onClick={() => onChosen([])}>
            {t.admissions.chooseNone}
          </Button>
          <Button tone="primary" onClick={onDecide}>
            {t.admissions.recognise(f.integer(chosen.length))}
          </Button>
        </>
      )}
    </div>
  );
}
