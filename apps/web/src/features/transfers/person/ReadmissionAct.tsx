import { IconUserUp } from '@tabler/icons-react';
import { useState } from 'react';
import { readFragment, type FragmentOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { ReadmissionFields } from '../../people/index.ts';
import { Done } from '../letter/Done.tsx';
import styles from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { ReadmissionForm } from './ReadmissionForm.tsx';

interface ReadmissionActProps {
  readonly candidacy: FragmentOf<typeof ReadmissionFields> | null;
  readonly today: string;
}

/** Takes up the readmission of somebody whose membership ended; which condition is not met, and its rule, is said in words. */
export function ReadmissionAct({ candidacy, today }: ReadmissionActProps) {
  const { f } = usePrinting();
  const { t, words } = useTransferTexts();
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const file = readFragment(ReadmissionFields, candidacy);
  const terms = file?.readmission ?? null;
  if (file === null || ((terms === null || terms.viewerCannotBecause === 'FORBIDDEN_FOR_ROLE') && !isOpen)) return null;
  const close = () => {
    setOpen(false);
    setDone(false);
  };
  return (
    <div className={styles['act']}>
      {terms === null ? null : (
        <Button icon={<IconUserUp size="1.2em" aria-hidden="true" />} disabled={!terms.viewerCan} onClick={() => setOpen(true)}>
          {t.readmission.action}
        </Button>
      )}
      {terms === null || terms.viewerCannotBecause === null ? null : (
        <p className={styles['muted']}>
          {words.refusals[terms.viewerCannotBecause]} {terms.viewerCannotBecause === 'TOO_SOON_AFTER_LEAVING' ? t.readmission.from(f.date(terms.possibleFrom)) : null}
        </p>
      )}
      {isOpen ? (
        <SidePanel onClose={close} title={t.readmission.title}>
          <div className={styles['panel']}>
            {isDone ? <Done said={t.readmission.done} onClose={close} /> : terms === null ? null : <ReadmissionForm file={file} terms={terms} today={today} onDone={() => setDone(true)} />}
          </div>
        </SidePanel>
      ) : null}
    </div>
  );
}
