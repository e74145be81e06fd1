import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { readFragment, type FragmentOf } from '../../../shared/graphql/graphql.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { PersonLettersFields } from '../../people/index.ts';
import { IssuePanel } from '../issue/IssuePanel.tsx';
import styles from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';

/** Somebody on whose page the act stands. */
export type PersonOfLetters = FragmentOf<typeof PersonLettersFields> & { readonly birthDate: string };

interface TransferActProps {
  readonly person: PersonOfLetters;
  readonly ownUnitId: string;
  readonly today: string;
}

/** Issues a letter for the person of a page. Absent where the role or the person's standing rules it out; what stands in the way just now is said. */
export function TransferAct({ person: masked, ownUnitId, today }: TransferActProps) {
  const { t, words } = useTransferTexts();
  const [isOpen, setOpen] = useState(false);
  const person = readFragment(PersonLettersFields, masked);
  const { birthDate } = masked;
  const can = person.transferOptions.some(({ viewerCan }) => viewerCan);
  const because = person.transferOptions[0]?.viewerCannotBecause ?? null;
  if (!can && because !== 'LETTER_OPEN' && !isOpen) return null;
  return (
    <div className={styles['act']}>
      <Button icon={<IconArrowsExchange size="1.2em" aria-hidden="true" />} disabled={!can} onClick={() => setOpen(true)}>
        {t.issue.action}
      </Button>
      {can || because === null ? null : <p className={styles['muted']}>{words.transferRefusals[because]}</p>}
      {isOpen ? <IssuePanel person={{ ...person, birthDate }} under={ownUnitId} today={today} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
