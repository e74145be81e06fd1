import { useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { CellField, DayField, FormFoot, TextField, useFirstProblem, usePeopleTexts, useSending, type Cell } from '../../people/index.ts';
import { ClaimLetter, LetterByCodeQuery, type LetterByCode } from '../transfer-documents.ts';
import styles from '../Transfers.module.css';
import { useLetterChange } from '../use-letter-change.ts';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { Done } from './Done.tsx';
import { PaperFacts } from './LetterFacts.tsx';

interface ClaimPanelProps {
  /** The unit below which a cell is chosen. */
  readonly under: string;
  readonly today: string;
  readonly onClose: () => void;
}

/** A letter that was brought on paper: its code, what it says, and the cell that receives the person. */
export function ClaimPanel({ under, today, onClose }: ClaimPanelProps) {
  const { f } = usePrinting();
  const { t } = useTransferTexts();
  const [found, setFound] = useState<{ readonly code: string; readonly letter: LetterByCode } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  return (
    <SidePanel onClose={onClose} title={t.claim.title}>
      <div className={styles['panel']}>
        {done !== null ? (
          <Done said={done} onClose={onClose} />
        ) : found === null ? (
          <CodeForm onFound={(code, letter) => setFound({ code, letter })} />
        ) : (
          <>
            <PaperFacts letter={found.letter} />
            <ClaimForm {...found} under={under} today={today} onOther={() => setFound(null)} onDone={(on) => setDone(t.accept.done(found.letter.personName, f.date(on)))} />
          </>
        )}
      </div>
    </SidePanel>
  );
}

function CodeForm({ onFound }: { readonly onFound: (code: string, letter: LetterByCode) => void }) {
  const { language } = usePrinting();
  const { t } = useTransferTexts();
  const client = useClient();
  const [code, setCode] = useState('');
  const { send, isBusy, problems, setProblems, failure } = useSending(['code']);
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === '') return setProblems({ code: t.claim.codeMissing });
    void send(
      async () => await client.query(LetterByCodeQuery, { code, language }, { requestPolicy: 'network-only' }).toPromise(),
      ({ transferByCode: answer }) => {
        if (answer.__typename === 'TransferCodeRefused') return { ...answer, field: 'code' };
        onFound(code, answer);
        return null;
      },
    );
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.claim.title}>
      <TextField
        label={t.claim.code}
        required
        hint={t.claim.codeHint}
        value={code}
        problem={problems['code']}
        onChange={(typed) => {
          setCode(typed);
          setProblems({});
        }}
      />
      <FormFoot label={t.claim.show} busyLabel={t.claim.showing} isBusy={isBusy} failure={failure} />
    </form>
  );
}

interface ClaimFormProps {
  readonly code: string;
  readonly letter: LetterByCode;
  readonly under: string;
  readonly today: string;
  readonly onOther: () => void;
  /** Told the day. */
  readonly onDone: (on: string) => void;
}

function ClaimForm({ code, letter, under, today, onOther, onDone }: ClaimFormProps) {
  const { m, f } = usePrinting();
  const { t } = useTransferTexts();
  const { t: people } = usePeopleTexts();
  const [cell, setCell] = useState<Cell | null>(null);
  const [day, setDay] = useState(f.date(today));
  const { send, isBusy, problems, setProblems, failure } = useLetterChange(ClaimLetter, ['on', 'unit']);
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const on = readTypedDate(day);
    if (cell === null) return setProblems({ unit: people.add.unitMissing });
    if (on === null) return setProblems({ on: m.scope.dateWrong });
    void send({ code, unit: cell.id, on }, () => onDone(on));
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.accept.title}>
      <h3>{t.accept.title}</h3>
      <CellField
        under={under}
        label={t.claim.cell}
        value={cell}
        problem={problems['unit']}
        onChange={(chosen) => {
          setCell(chosen);
          setProblems({});
        }}
      />
      <DayField
        label={t.accept.on}
        required
        hint={letter.kind === 'TEMPORARY' ? t.accept.hintTemporary : t.accept.hint}
        value={day}
        problem={problems['on']}
        onChange={(typed) => {
          setDay(typed);
          setProblems({});
        }}
      />
      <FormFoot label={t.accept.action} busyLabel={t.sending} isBusy={isBusy} failure={failure} />
      <div className={styles['acts']}>
        <Button tone="quiet" onClick={onOther}>
          {t.claim.other}
        </Button>
      </div>
    </form>
  );
}
