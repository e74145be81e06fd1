import { IconUserUp } from '@tabler/icons-react';
import { useState } from 'react';
import { readFragment, type FragmentOf, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { BeginAgainFields } from '../../people/index.ts';
import { Conflict } from '../Conflict.tsx';
import { Done } from '../letter/Done.tsx';
import styles from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { BeginAgainForm } from './BeginAgainForm.tsx';

interface BeginAgainActProps {
  readonly candidacy: FragmentOf<typeof BeginAgainFields> | null;
  readonly today: string;
}

/** Takes up the way of somebody again whose last one ended, before membership or after it; which condition is not met, and its rule, is said in words. */
export function BeginAgainAct({ candidacy, today }: BeginAgainActProps) {
  const { f } = usePrinting();
  const { t, words } = useTransferTexts();
  const file = readFragment(BeginAgainFields, candidacy);
  // What was seen when the form was opened stays behind it, whatever somebody else makes of the file.
  const [seen, setSeen] = useState<ResultOf<typeof BeginAgainFields> | null>(null);
  const [isDone, setDone] = useState(false);
  const terms = file?.beginAgain ?? null;
  const said = (seen?.beginAgain ?? terms)?.isReadmission === false ? t.again : t.readmission;
  if (file === null || ((terms === null || terms.viewerCannotBecause === 'FORBIDDEN_FOR_ROLE') && seen === null)) return null;
  const close = () => {
    setSeen(null);
    setDone(false);
  };
  const standing = ({ state, lastStepOn }: ResultOf<typeof BeginAgainFields>) => t.readmission.since(words.states[state], f.date(lastStepOn));
  const isConflict = !isDone && seen !== null && seen.id === file.id && seen.version !== file.version;
  return (
    <div className={styles['act']}>
      {terms === null ? null : (
        <Button icon={<IconUserUp size="1.2em" aria-hidden="true" />} disabled={!terms.viewerCan} onClick={() => setSeen(file)}>
          {said.action}
        </Button>
      )}
      {terms === null || terms.viewerCannotBecause === null ? null : (
        <p className={styles['muted']}>
          {words.refusals[terms.viewerCannotBecause]} {terms.viewerCannotBecause === 'TOO_SOON_AFTER_LEAVING' ? t.readmission.from(f.date(terms.possibleFrom)) : null}
        </p>
      )}
      {seen === null ? null : (
        <SidePanel onClose={close} title={said.title}>
          <div className={styles['panel']}>
            {isDone ? <Done said={t.readmission.done} onClose={close} /> : null}
            {isConflict ? <Conflict lead={t.readmission.conflict} before={standing(seen)} now={standing(file)} onReview={() => (terms === null ? close() : setSeen(file))} /> : null}
            {isDone || seen.beginAgain === null ? null : (
              <div hidden={isConflict}>
                <BeginAgainForm file={seen} terms={seen.beginAgain} today={today} onDone={() => setDone(true)} />
              </div>
            )}
          </div>
        </SidePanel>
      )}
    </div>
  );
}
