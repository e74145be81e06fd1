import type { CandidacyState } from '@banyan/schema/lifecycle';
import { useQuery } from 'urql';
import type { VariablesOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { choosable, type Chosen } from './chosen.ts';
import styles from './Many.module.css';
import { ChoosableQuery } from './many-documents.ts';

interface ChoiceBarProps {
  readonly filter: VariablesOf<typeof ChoosableQuery>['filter'];
  /** States of those who can be chosen together before anybody is; none where the first choice tells. */
  readonly states: readonly CandidacyState[];
  readonly chosen: readonly Chosen[];
  readonly onChosen: (chosen: readonly Chosen[]) => void;
  readonly onRecord: () => void;
}

/** Chooses all of whom the same step is awaited, on whatever page of the list they stand, and opens what records it. */
export function ChoiceBar({ filter, states, chosen, onChosen, onRecord }: ChoiceBarProps) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  const first = chosen[0];
  const asked = states.length > 0 ? states : first === undefined ? [] : [first.state];
  const [{ data }] = useQuery({ query: ChoosableQuery, variables: { filter: { ...filter, states: [...asked] } }, pause: asked.length === 0 });
  const found = asked.length === 0 ? [] : (data?.candidacies.nodes ?? []).flatMap((node) => choosable(node) ?? []);
  const step = first?.step ?? found[0]?.step;
  const all = found.filter((one) => one.step === step);
  if (step === undefined) return null;
  return (
    <div className={styles['choice']}>
      <p role="status">
        {chosen.length === 0 ? t.many.nobody : t.many.chosen(f.integer(chosen.length))} {first !== undefined && states.length === 0 ? t.many.alike(words.actions[step]) : null}
      </p>
      {chosen.length < all.length ? <Button onClick={() => onChosen(all)}>{t.many.chooseAll(f.integer(all.length))}</Button> : null}
      {chosen.length === 0 ? null : (
        <>
          <Button tone="quiet" onClick={() => onChosen([])}>
            {t.many.chooseNone}
          </Button>
          <Button tone="primary" onClick={onRecord}>
            {t.many.of(words.actions[step], f.integer(chosen.length))}
          </Button>
        </>
      )}
    </div>
  );
}
