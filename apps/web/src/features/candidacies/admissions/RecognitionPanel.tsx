import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState, type FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { DayField, TextField } from '../../people/index.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import styles from './Admissions.module.css';
import type { Chosen } from './chosen.ts';
import { RecognitionLines } from './RecognitionLines.tsx';
import { useRecognition, type Decision, type Verdict } from './use-recognition.ts';

interface RecognitionPanelProps {
  readonly chosen: readonly Chosen[];
  readonly today: string;
  readonly onChosen: (chosen: readonly Chosen[]) => void;
  readonly onClose: () => void;
}

/** One decision that recognises many people: what stands against it is shown line by line before anything is recorded. */
export function RecognitionPanel({ chosen, today, onChosen, onClose }: RecognitionPanelProps) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const [written, setWritten] = useState<{ readonly count: number; readonly number: string } | null>(null);
  return (
    <SidePanel title={t.admissions.panelTitle(f.integer(written?.count ?? chosen.length))} lead={t.admissions.panelLead} onClose={onClose}>
      {written === null ? (
        <DecisionForm
          chosen={chosen}
          today={today}
          onChosen={onChosen}
          onWritten={(number) => {
            setWritten({ count: chosen.length, number });
            onChosen([]);
          }}
        />
      ) : (
        <Notice action={<Button onClick={onClose}>{t.admissions.done}</Button>}>{t.admissions.recorded(f.integer(written.count), written.number)}</Notice>
      )}
    </SidePanel>
  );
}

interface DecisionFormProps extends Pick<RecognitionPanelProps, 'chosen' | 'today' | 'onChosen'> {
  readonly onWritten: (number: string) => void;
}

/** Long enough that a number is typed. In milliseconds. */
const pause = 350;

function DecisionForm({ chosen, today, onChosen, onWritten }: DecisionFormProps) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const [number, setNumber] = useState('');
  const [day, setDay] = useState(f.date(today));
  const [tried, setTried] = useState(false);
  const on = readTypedDate(day);
  const decision: Decision | null = number.trim() === '' || on === null ? null : { number: number.trim(), on };
  const { verdict, judging, record, writing } = useVerdict(chosen, decision);
  const problemOf = (field: string) => (verdict?.kind === 'REFUSED' && verdict.field === field ? verdict.message : undefined);
  const against = verdict?.kind === 'JUDGED' ? verdict.refusals.size : 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (decision === null || chosen.length === 0 || writing) return;
    const answer = await record(decision);
    if (answer.kind === 'WRITTEN') onWritten(decision.number);
  };
  const other = verdict?.kind === 'REFUSED' && verdict.field !== 'documentNumber' && verdict.field !== 'on' ? verdict.message : undefined;
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <Notice>{t.admissions.noExtension}</Notice>
      <div className={styles['fields']}>
        <TextField
          label={t.admissions.number}
          required
          value={number}
          onChange={setNumber}
          problem={problemOf('documentNumber') ?? (tried && number.trim() === '' ? t.admissions.missingNumber : undefined)}
        />
        <DayField label={t.admissions.on} required value={day} onChange={setDay} problem={problemOf('on') ?? (tried && on === null ? t.admissions.wrongDay : undefined)} />
      </div>
      {verdict?.kind === 'FAILED' ? <Notice tone="danger">{verdict.message}</Notice> : null}
      {other === undefined ? null : <Notice tone="danger">{other}</Notice>}
      <RecognitionLines chosen={chosen} refusals={verdict?.kind === 'JUDGED' ? verdict.refusals : undefined} onChosen={onChosen} />
      <div className={styles['foot']}>
        <p role="status">
          {chosen.length === 0
            ? t.admissions.nobodyLeft
            : decision === null
              ? t.admissions.waiting
              : judging
                ? t.admissions.judging
                : verdict?.kind !== 'JUDGED'
                  ? ''
                  : against > 0
                    ? t.admissions.against(f.integer(against))
                    : t.admissions.allFine(f.integer(chosen.length))}
        </p>
        <Button tone="primary" type="submit" aria-disabled={writing || chosen.length === 0 || against > 0 || undefined}>
          {writing ? t.admissions.recording : t.admissions.record(f.integer(chosen.length))}
        </Button>
      </div>
    </form>
  );
}

/** What the server says of the decision as it is typed, asked once typing pauses, and of the attempt to record it. */
function useVerdict(chosen: readonly Chosen[], decision: Decision | null) {
  const ask = useRecognition();
  const [said, setSaid] = useState<{ readonly of: string; readonly verdict: Verdict } | null>(null);
  const [writing, setWriting] = useState(false);
  const wanted = decision === null || chosen.length === 0 ? '' : JSON.stringify([chosen.map(({ id, version }) => [id, version]), decision]);
  const [settled] = useDebouncedValue(wanted, pause);
  const judge = useEffectEvent(async () => (decision === null || settled !== wanted || writing ? null : await ask(chosen, decision, true)));
  useEffect(() => {
    if (settled === '') return undefined;
    let isLate = false;
    void judge().then((verdict) => {
      // What was said of an attempt to record it meanwhile is newer.
      if (verdict !== null && !isLate) setSaid((known) => (known?.of === settled ? known : { of: settled, verdict }));
    });
    return () => {
      isLate = true;
    };
  }, [settled]);
  const record = async (of: Decision): Promise<Verdict> => {
    setWriting(true);
    const verdict = await ask(chosen, of, false);
    setWriting(false);
    setSaid({ of: wanted, verdict });
    return verdict;
  };
  const current = said?.of === wanted ? said.verdict : undefined;
  return { verdict: current, judging: wanted !== '' && current === undefined, record, writing };
}
