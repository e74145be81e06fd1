import type { Step } from '@banyan/schema/lifecycle';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState, type FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { DayField, KeptNotice, TextField } from '../../people/index.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import type { Chosen } from './chosen.ts';
import styles from './Many.module.css';
import { ManyLines } from './ManyLines.tsx';
import { useMany, type Document, type Verdict } from './use-many.ts';

interface ManyPanelProps {
  readonly chosen: readonly Chosen[];
  readonly today: string;
  readonly onChosen: (chosen: readonly Chosen[]) => void;
  readonly onClose: () => void;
}

/** One document about many people: what stands against it is shown line by line before anything is recorded. */
export function ManyPanel({ chosen, today, onChosen, onClose }: ManyPanelProps) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  const [written, setWritten] = useState<{ readonly count: number; readonly number: string | null } | null>(null);
  // What is recorded does not change when the last one is taken out.
  const [{ step, needsNumber }] = useState(() => ({ step: chosen[0]?.step ?? 'RECOGNISED', needsNumber: chosen[0]?.needsNumber ?? true }));
  return (
    <SidePanel title={t.many.of(words.actions[step], f.integer(written?.count ?? chosen.length))} lead={t.many.lead} onClose={onClose}>
      {written === null ? (
        <DocumentForm
          step={step}
          needsNumber={needsNumber}
          chosen={chosen}
          today={today}
          onChosen={onChosen}
          onWritten={(number) => {
            setWritten({ count: chosen.length, number });
            onChosen([]);
          }}
        />
      ) : (
        <Notice action={<Button onClick={onClose}>{t.many.done}</Button>}>{t.many.recorded(f.integer(written.count), words.steps[step], written.number)}</Notice>
      )}
    </SidePanel>
  );
}

interface Typed {
  readonly number: string;
  readonly day: string;
}

const drafts = new Drafts<Typed>();

interface DocumentFormProps extends Pick<ManyPanelProps, 'chosen' | 'today' | 'onChosen'> {
  readonly step: Step;
  readonly needsNumber: boolean;
  readonly onWritten: (number: string | null) => void;
}

/** Long enough that a number is typed. In milliseconds. */
const pause = 350;

function DocumentForm({ step, needsNumber, chosen, today, onChosen, onWritten }: DocumentFormProps) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const draft = useDraft(drafts, step, (): Typed => ({ number: '', day: f.date(today) }));
  const { number, day } = draft.values;
  const [tried, setTried] = useState(false);
  const on = readTypedDate(day);
  const typed = number.trim() === '' ? null : number.trim();
  const decision: Document | null = (needsNumber && typed === null) || on === null ? null : { step, number: typed, on };
  const { verdict, judging, record, writing } = useVerdict(chosen, decision);
  const problemOf = (field: string) => (verdict?.kind === 'REFUSED' && verdict.field === field ? verdict.message : undefined);
  const against = verdict?.kind === 'JUDGED' ? verdict.refusals.size : 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (decision === null || chosen.length === 0 || writing) return;
    const answer = await record(decision);
    if (answer.kind !== 'WRITTEN') return;
    draft.settle();
    onWritten(decision.number);
  };
  const other = verdict?.kind === 'REFUSED' && verdict.field !== 'documentNumber' && verdict.field !== 'on' ? verdict.message : undefined;
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <KeptNotice isKept={draft.isKept} onForget={draft.forget} />
      {step === 'RECOGNISED' ? <Notice>{t.many.noExtension}</Notice> : null}
      <div className={styles['fields']}>
        <TextField
          label={t.many.number}
          required={needsNumber}
          value={number}
          onChange={(text) => draft.setValues({ number: text, day })}
          problem={problemOf('documentNumber') ?? (tried && needsNumber && typed === null ? t.many.missingNumber : undefined)}
        />
        <DayField label={t.many.on} required value={day} onChange={(text) => draft.setValues({ number, day: text })} problem={problemOf('on') ?? (tried && on === null ? t.many.wrongDay : undefined)} />
      </div>
      {verdict?.kind === 'FAILED' ? <Notice tone="danger">{verdict.message}</Notice> : null}
      {other === undefined ? null : <Notice tone="danger">{other}</Notice>}
      <ManyLines chosen={chosen} refusals={verdict?.kind === 'JUDGED' ? verdict.refusals : undefined} onChosen={onChosen} />
      <div className={styles['foot']}>
        <p role="status">
          {chosen.length === 0
            ? t.many.nobodyLeft
            : decision === null
              ? (on === null ? t.many.wrongDay : t.many.waiting)
              : judging
                ? t.many.judging
                : verdict?.kind !== 'JUDGED'
                  ? ''
                  : against > 0
                    ? t.many.against(f.integer(against))
                    : t.many.allFine(f.integer(chosen.length))}
        </p>
        <Button tone="primary" type="submit" aria-disabled={writing || chosen.length === 0 || against > 0 || undefined}>
          {writing ? t.many.recording : t.many.record(f.integer(chosen.length))}
        </Button>
      </div>
    </form>
  );
}

/** What the server says of the decision as it is typed, asked once typing pauses, and of the attempt to record it. */
function useVerdict(chosen: readonly Chosen[], decision: Document | null) {
  const ask = useMany();
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
  const record = async (of: Document): Promise<Verdict> => {
    setWriting(true);
    const verdict = await ask(chosen, of, false);
    setWriting(false);
    setSaid({ of: wanted, verdict });
    return verdict;
  };
  const current = said?.of === wanted ? said.verdict : undefined;
  return { verdict: current, judging: wanted !== '' && current === undefined, record, writing };
}
