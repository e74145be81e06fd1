import { useState, type FormEvent } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Drafts, useDraft } from '../../shared/ui/drafts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { readTypedDate } from '../ledger/index.ts';
import { DayField, KeptNotice, TextField, useFirstProblem } from '../people/index.ts';
import { ChangeHoliday, type HolidayYearData } from './rules-documents.ts';
import styles from './Rules.module.css';
import { useRuleChange } from './use-rule-change.ts';
import { useRulesTexts } from './use-rules-texts.ts';

/** What is to become of a day. */
export interface Draft {
  /** Null where it is still to be typed. */
  readonly day: string | null;
  readonly isHoliday: boolean;
  /** Whether the name of the holiday, or the reason why it is worked, is asked for: not where a change is taken back. */
  readonly asksName: boolean;
  readonly label: string;
}

/** A day that was changed, and how many limits moved. */
export interface ChangedDay {
  readonly day: string;
  readonly isHoliday: boolean;
  readonly candidacies: number;
  readonly letters: number;
}

interface Typed {
  readonly day: string;
  readonly name: string;
}

const drafts = new Drafts<Typed>();

interface DayFormProps {
  readonly calendar: HolidayYearData;
  readonly draft: Draft;
  readonly onClose: () => void;
  readonly onChanged: (changed: ChangedDay) => void;
}

/** Changes a day in two steps: first what it moves, then the change itself. */
export function DayForm({ calendar, draft, onClose, onChanged }: DayFormProps) {
  const { m, f } = usePrinting();
  const { calendar: t } = useRulesTexts();
  const kept = useDraft(drafts, `${calendar.unit.id} ${draft.day ?? ''} ${draft.isHoliday}`, (): Typed => ({ day: draft.day === null ? '' : f.date(draft.day), name: '' }));
  const { day: typed, name } = kept.values;
  const [impact, setImpact] = useState<{ readonly candidacies: number; readonly letters: number } | null>(null);
  const { send, isBusy, problems, setProblems, failure } = useRuleChange(ChangeHoliday, ['day', 'name']);
  const form = useFirstProblem(problems);
  const change = (values: Partial<Typed>) => {
    kept.setValues({ ...kept.values, ...values });
    setImpact(null);
    setProblems({});
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = draft.day ?? readTypedDate(typed);
    if (day === null) return setProblems({ day: typed.trim() === '' ? t.dayMissing : m.scope.dateWrong });
    const input = { unit: calendar.unit.id, day, isHoliday: draft.isHoliday, name, expectedVersion: calendar.version };
    const isPreview = impact === null;
    void send({ ...input, dryRun: isPreview }, ({ movedCandidacies: candidacies, movedLetters: letters }) => {
      if (isPreview) setImpact({ candidacies, letters });
      else {
        kept.forget();
        onChanged({ day, isHoliday: draft.isHoliday, candidacies, letters });
      }
    });
  };
  const label = impact === null ? (isBusy ? t.previewing : t.preview) : isBusy ? t.recording : t.record;
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={draft.label}>
      <h3>{draft.label}</h3>
      <KeptNotice isKept={kept.isKept} onForget={kept.forget} />
      {draft.day === null ? (
        <DayField label={t.day} required hint={m.scope.dateHint} value={typed} problem={problems['day']} onChange={(value) => change({ day: value })} />
      ) : (
        <p>
          {f.date(draft.day)}
          {problems['day'] === undefined ? null : `: ${problems['day']}`}
        </p>
      )}
      {draft.asksName ? <TextField label={draft.isHoliday ? t.name : t.reason} required value={name} problem={problems['name']} onChange={(value) => change({ name: value })} /> : null}
      {impact === null ? null : <Notice>{impact.candidacies + impact.letters === 0 ? t.noImpact : t.impact(f.integer(impact.candidacies), f.integer(impact.letters))}</Notice>}
      {failure === null ? null : <Notice tone="danger">{failure}</Notice>}
      <div className={styles['buttons']}>
        <Button tone="primary" type="submit" aria-disabled={isBusy || undefined}>
          {label}
        </Button>
        <Button
          onClick={() => {
            kept.forget();
            onClose();
          }}
        >
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
