import type { FormEvent } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Drafts, useDraft } from '../../shared/ui/drafts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { readTypedDate } from '../ledger/index.ts';
import { DayField, KeptNotice, TextField, useFirstProblem } from '../people/index.ts';
import { EndPower, GivePower } from './rules-documents.ts';
import styles from './Rules.module.css';
import { useRuleChange } from './use-rule-change.ts';
import { useRulesTexts } from './use-rules-texts.ts';

/** A power that is to be given, or one that is to be ended. */
export type PowerDraft = { readonly do: 'GIVE' } | { readonly do: 'END'; readonly id: string; readonly version: number };

interface Typed {
  readonly first: string;
  readonly last: string;
  readonly documentNumber: string;
}

const drafts = new Drafts<Typed>();

interface PowerFormProps {
  readonly unit: string;
  readonly draft: PowerDraft;
  readonly onClose: () => void;
}

/** Gives a power with its first day, its last one where it has one, and its document; or ends it. */
export function PowerForm({ unit, draft, onClose }: PowerFormProps) {
  const { m } = usePrinting();
  const { authority: t, calendar } = useRulesTexts();
  const { values, key, isKept, setValues, forget } = useDraft(drafts, draft.do === 'GIVE' ? unit : draft.id, (): Typed => ({ first: '', last: '', documentNumber: '' }));
  const { first, last, documentNumber } = values;
  const change = (typed: Partial<Typed>) => setValues({ ...values, ...typed });
  const giving = useRuleChange(GivePower, ['from', 'until', 'documentNumber']);
  const ending = useRuleChange(EndPower, ['on', 'documentNumber']);
  const { isBusy, problems, setProblems, failure } = draft.do === 'GIVE' ? giving : ending;
  const form = useFirstProblem(problems);
  const close = () => {
    forget();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [from, until] = [readTypedDate(first), readTypedDate(last)];
    if (draft.do === 'END') {
      if (until === null) return setProblems({ on: last.trim() === '' ? t.missingDay : m.scope.dateWrong });
      return void ending.send({ power: draft.id, expectedVersion: draft.version, on: until, documentNumber }, close);
    }
    if (from === null) return setProblems({ from: first.trim() === '' ? t.missingDay : m.scope.dateWrong });
    if (until === null && last.trim() !== '') return setProblems({ until: m.scope.dateWrong });
    void giving.send({ unit, power: 'DECIDES_ADMISSIONS', from, until, documentNumber, idempotencyKey: key }, close);
  };
  const label = draft.do === 'GIVE' ? t.give : t.end;
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={label}>
      <h3>{label}</h3>
      <KeptNotice isKept={isKept} onForget={forget} />
      {draft.do === 'GIVE' ? <DayField label={t.from} required hint={m.scope.dateHint} value={first} problem={problems['from']} onChange={(typed) => change({ first: typed })} /> : null}
      {draft.do === 'GIVE' ? (
        <DayField label={t.until} hint={t.untilHint} value={last} problem={problems['until']} onChange={(typed) => change({ last: typed })} />
      ) : (
        <DayField label={t.lastDay} required hint={m.scope.dateHint} value={last} problem={problems['on']} onChange={(typed) => change({ last: typed })} />
      )}
      <TextField label={t.document} required value={documentNumber} problem={problems['documentNumber']} onChange={(typed) => change({ documentNumber: typed })} />
      <p className={styles['muted']}>{t.onTheWay}</p>
      {failure === null ? null : <Notice tone="danger">{failure}</Notice>}
      <div className={styles['buttons']}>
        <Button tone="primary" type="submit" aria-disabled={isBusy || undefined}>
          {isBusy ? t.recording : t.record}
        </Button>
        <Button onClick={close}>{calendar.cancel}</Button>
      </div>
    </form>
  );
}
