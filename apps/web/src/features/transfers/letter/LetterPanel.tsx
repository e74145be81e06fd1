import { IconFileOff } from '@tabler/icons-react';
import { useState } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../../shared/ui/Notice.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { Skeleton } from '../../../shared/ui/Skeleton.tsx';
import type { Letter } from '../../people/index.ts';
import styles from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { Done } from './Done.tsx';
import { LetterActs } from './LetterActs.tsx';
import { LetterFacts } from './LetterFacts.tsx';

interface LetterPanelProps {
  /** Undefined where it is not known, or not yet. */
  readonly letter: Letter | undefined;
  readonly isLoading?: boolean;
  readonly today: string;
  readonly onClose: () => void;
}

/** One letter: what it says, and what can be done of it. */
export function LetterPanel({ letter: listed, isLoading = false, today, onClose }: LetterPanelProps) {
  const { m, f } = usePrinting();
  const { t, words } = useTransferTexts();
  const [done, setDone] = useState<string | null>(null);
  // A list lets go of a letter that was signed; here it is seen as it stands.
  const [latest, setLatest] = useState<Letter | null>(null);
  const letter = latest !== null && latest.version >= (listed?.version ?? 0) ? latest : listed;
  return (
    <SidePanel
      onClose={onClose}
      title={letter === undefined ? t.letter.title : <ProperName>{letter.personName}</ProperName>}
      lead={
        letter === undefined ? undefined : (
          <>
            {words.transferStates[letter.state]}
            {letter.birthDate === null ? null : ` · ${t.born(f.date(letter.birthDate))}`}
          </>
        )
      }
    >
      {letter !== undefined ? (
        <div className={styles['panel']}>
          {done === null ? <LetterActs letter={letter} today={today} onLatest={setLatest} onDone={setDone} /> : <Done said={done} onClose={onClose} />}
          <LetterFacts letter={letter} />
        </div>
      ) : isLoading ? (
        <div role="status" aria-label={m.common.loading}>
          <Skeleton height="14rem" />
        </div>
      ) : (
        <Message title={t.letter.notFound} icon={<IconFileOff size="2rem" stroke={1.5} aria-hidden="true" />} />
      )}
    </SidePanel>
  );
}
