import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import type { Letter } from '../../people/index.ts';
import { senderOf } from '../letter/sides.ts';
import acts from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';
import styles from './CodeSlip.module.css';

interface CodeSlipProps {
  readonly letter: Letter;
  readonly code: string;
  /** Told once the code was copied or printed. */
  readonly onKept: () => void;
}

/** The code of a letter, shown once: to be copied, or printed as a slip that goes with the paper. */
export function CodeSlip({ letter, code, onKept }: CodeSlipProps) {
  const { f } = usePrinting();
  const { t } = useTransferTexts();
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setSaid(t.slip.copied);
      onKept();
    } catch {
      // A browser that does not let the page write there, or a line that is not safe.
      setSaid(t.slip.notCopied);
    }
  };
  return (
    <div className={styles['shown']}>
      <p className={styles['label']}>{t.slip.code}</p>
      <p className={styles['code']} translate="no">
        {code}
      </p>
      <p>{t.slip.once}</p>
      {letter.claimUntil === null ? null : <p className={acts['muted']}>{t.slip.until(f.date(letter.claimUntil))}</p>}
      <div className={acts['acts']}>
        <Button icon={<IconCopy size="1.2em" aria-hidden="true" />} onClick={() => void copy()}>
          {t.slip.copy}
        </Button>
        <Button
          icon={<IconPrinter size="1.2em" aria-hidden="true" />}
          onClick={() => {
            print();
            onKept();
          }}
        >
          {t.slip.print}
        </Button>
      </div>
      <p role="status">{said}</p>
      {createPortal(<PaperSlip letter={letter} code={code} />, document.body)}
    </div>
  );
}

/** The slip on paper, in the place of the page while the code is shown. */
function PaperSlip({ letter, code }: Omit<CodeSlipProps, 'onKept'>) {
  const { f } = usePrinting();
  const { t, words } = useTransferTexts();
  useEffect(() => {
    document.documentElement.setAttribute('data-slip', '');
    return () => document.documentElement.removeAttribute('data-slip');
  }, []);
  const facts: readonly (readonly [string, string | null])[] = [
    [t.letter.person, letter.personName],
    [t.letter.birth, letter.birthDate && f.date(letter.birthDate)],
    [t.letter.kind, words.transferKinds[letter.kind]],
    [t.letter.from, senderOf(letter)],
    [t.letter.to, letter.destination],
    [t.letter.number, letter.letterNumber],
    [t.letter.issuedOn, f.date(letter.issuedOn)],
    [t.letter.issuedBy, letter.issuedBy],
  ];
  return (
    <div className={styles['paper']} aria-hidden="true">
      <h1>{t.slip.title}</h1>
      <dl>
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <ProperName>{value}</ProperName>
              </dd>
            </div>
          ),
        )}
      </dl>
      <p className={styles['label']}>{t.slip.code}</p>
      <p className={styles['code']}>{code}</p>
      <p>{t.slip.how}</p>
      <p>
        <strong>{t.slip.due(f.date(letter.dueOn))}</strong>
      </p>
      {letter.claimUntil === null ? null : <p>{t.slip.until(f.date(letter.claimUntil))}</p>}
    </div>
  );
}
