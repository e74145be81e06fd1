import { useState, type FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { DayField, TextField, useFirstProblem, type Problems } from '../../people/index.ts';
import { DocumentField, noDocument, sentDocument } from '../../documents/index.ts';
import { useTargetTexts } from '../use-target-texts.ts';
import styles from './Editor.module.css';
import type { Blocked } from './worksheet.ts';

/** What is written of the decision. */
export interface Paper {
  readonly issuedOn: string;
  readonly document: string | null;
  readonly documentNumber: string | null;
  readonly reason: string | null;
}

interface PublishBarProps {
  readonly today: string;
  /** Whether a reason and a document have to be given: the units below have parts already. */
  readonly isAnew: boolean;
  readonly blocked: Blocked | null;
  readonly isBusy: boolean;
  readonly failure: string | null;
  readonly problems: Problems;
  readonly setProblems: (problems: Problems) => void;
  readonly onPublish: (paper: Paper) => void;
}

/** The decision that a worksheet becomes: disabled until the rule of its sum holds, with what is missing in words. */
export function PublishBar({ today, isAnew, blocked, isBusy, failure, problems, setProblems, onPublish }: PublishBarProps) {
  const { m, f } = usePrinting();
  const { t, words } = useTargetTexts();
  const e = t.editor;
  const [day, setDay] = useState(() => f.date(today));
  const [document, setDocument] = useState(noDocument);
  const [reason, setReason] = useState('');
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (blocked !== null || isBusy) return;
    const issuedOn = readTypedDate(day);
    const missing = {
      ...(isAnew && document.number.trim() === '' ? { documentNumber: words.refusals.DOCUMENT_MISSING } : {}),
      ...(issuedOn === null ? { issuedOn: m.scope.dateWrong } : {}),
      ...(isAnew && reason.trim() === '' ? { reason: t.missing } : {}),
    };
    if (issuedOn === null || Object.keys(missing).length > 0) return setProblems(missing);
    onPublish({ issuedOn, ...sentDocument(document), reason: reason.trim() === '' ? null : reason });
  };
  return (
    <form ref={form} className={styles['publish']} onSubmit={submit} noValidate aria-label={e.publish}>
      <DocumentField
        label={t.fields.document}
        required={isAnew}
        value={document}
        problem={problems['documentNumber'] ?? problems['document']}
        onChange={(chosen, issuedOn) => {
          setDocument(chosen);
          if (issuedOn !== null) setDay(f.date(issuedOn));
        }}
      />
      <DayField label={t.fields.issuedOn} required value={day} problem={problems['issuedOn']} onChange={setDay} />
      {isAnew ? <TextField label={t.fields.reason} required value={reason} problem={problems['reason']} onChange={setReason} /> : null}
      <div className={styles['buttons']}>
        <Button tone="primary" type="submit" aria-disabled={blocked !== null || isBusy || undefined} aria-describedby="publish-blocked">
          {isBusy ? e.publishing : e.publish}
        </Button>
        <p id="publish-blocked" className={styles['blocked']}>
          {blocked === null ? null : <BlockedWords blocked={blocked} />}
        </p>
      </div>
      {failure === null ? null : <Notice tone="danger">{failure}</Notice>}
    </form>
  );
}

function BlockedWords({ blocked }: { readonly blocked: Blocked }) {
  const { f } = usePrinting();
  const { editor: e } = useTargetTexts().t;
  const print = (value: number) => (Number.isInteger(value) ? f.integer(value) : f.decimal(value));
  const words = {
    WRONG: e.wrongCells,
    EMPTY: e.emptyCells,
    NOTES: e.zeroNotes,
  } as const;
  if (blocked.by !== 'SUM') return e.blocked(words[blocked.by](f.integer(blocked.count)));
  return e.blocked(blocked.difference < 0 ? e.leftOver(print(-blocked.difference)) : e.tooMuch(print(blocked.difference)));
}
