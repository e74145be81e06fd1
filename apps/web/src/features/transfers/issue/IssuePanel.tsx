import { useState } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { Named } from '../../people/index.ts';
import { Done } from '../letter/Done.tsx';
import { receiverOf } from '../letter/sides.ts';
import styles from '../Transfers.module.css';
import type { LetterChange } from '../use-letter-change.ts';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { CodeSlip } from './CodeSlip.tsx';
import { IssueForm, type IssuedFor } from './IssueForm.tsx';

interface IssuePanelProps {
  readonly person: IssuedFor;
  /** The unit below which a receiver is chosen. */
  readonly under: string;
  readonly today: string;
  readonly onClose: () => void;
}

/** Issues a letter for somebody; where it has a code, it is shown here once. */
export function IssuePanel({ person, under, today, onClose }: IssuePanelProps) {
  const { f } = usePrinting();
  const { t } = useTransferTexts();
  const [issued, setIssued] = useState<LetterChange | null>(null);
  const [code, setCode] = useState<'UNSEEN' | 'ASKED' | 'KEPT'>('UNSEEN');
  // A code is told once: Escape, or a click beside the panel, does not take it away unasked.
  const leave = () => (typeof issued?.claimCode === 'string' && code === 'UNSEEN' ? setCode('ASKED') : onClose());
  const born = (unit: string) => `${t.born(f.date(person.birthDate))} · ${unit}`;
  return (
    <SidePanel onClose={leave} title={<Named say={t.issue.title}>{person.fullName}</Named>} lead={<Named say={born}>{person.unit.name}</Named>}>
      <div className={styles['panel']}>
        {issued === null ? (
          <IssueForm person={person} under={under} today={today} onIssued={setIssued} />
        ) : (
          <Done said={t.issue.done(person.fullName)} onClose={onClose}>
            {code === 'ASKED' ? <Notice tone="warning">{t.slip.unkept}</Notice> : null}
            <Told {...issued} onKept={() => setCode('KEPT')} />
          </Done>
        )}
      </div>
    </SidePanel>
  );
}

/** How the letter reaches its receiver. */
function Told({ letter, claimCode, onKept }: LetterChange & { readonly onKept: () => void }) {
  const { t } = useTransferTexts();
  if (claimCode !== null) return <CodeSlip letter={letter} code={claimCode} onKept={onKept} />;
  if (letter.claimUntil !== null) return <Notice tone="warning">{t.issue.lostCode}</Notice>;
  return (
    <p>
      <Named say={t.issue.doneAddressed}>{receiverOf(letter)}</Named>
    </p>
  );
}
