import { useId, useState, type FormEvent } from 'react';
import { graphql, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { makeKey } from '../../../shared/ui/drafts.ts';
import { readTypedDate } from '../../ledger/index.ts';
import { ChangedFields, DayField, FileFields, FormFoot, Problem, ReadmissionFields, RefusedFields, TextField, useChange, useFirstProblem } from '../../people/index.ts';
import styles from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';

const Readmit = graphql(
  `
    mutation Readmit($input: ReadmitInput!, $language: Language!) {
      change: readmit(input: $input) {
        __typename
        ...ChangedFields
        ...RefusedFields
        ... on CandidacyChanged {
          candidacy { person { id candidacy { ...FileFields ...ReadmissionFields } } }
        }
        ... on CandidacyRefused {
          current { ...ReadmissionFields }
        }
      }
    }
  `,
  [ChangedFields, RefusedFields, FileFields, ReadmissionFields],
);

type File = ResultOf<typeof ReadmissionFields>;

interface ReadmissionFormProps {
  readonly file: File;
  readonly terms: NonNullable<File['readmission']>;
  readonly today: string;
  readonly onDone: () => void;
}

/** The few facts that a readmission needs. Sent again after a failure it begins no second candidacy. */
export function ReadmissionForm({ file, terms, today, onDone }: ReadmissionFormProps) {
  const { m, f } = usePrinting();
  const { t, words } = useTransferTexts();
  const id = useId();
  const [key] = useState(makeKey);
  const [day, setDay] = useState(f.date(today));
  const [consentNumber, setConsentNumber] = useState('');
  const [isHardship, setHardship] = useState(false);
  const { send, isBusy, problems, setProblems, failure } = useChange(Readmit, ['on', 'consentNumber', 'isHardship']);
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const on = readTypedDate(day);
    if (on === null) return setProblems({ on: m.scope.dateWrong });
    if (consentNumber.trim() === '') return setProblems({ consentNumber: words.refusals.FACT_MISSING });
    void send({ candidacy: file.id, expectedVersion: file.version, on, consentNumber, isHardship, idempotencyKey: key }, onDone);
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.readmission.title}>
      <p>{t.readmission.lead}</p>
      <p className={styles['muted']}>{t.readmission.rule(f.integer(terms.months), terms.source)}</p>
      <p className={styles['muted']}>{t.readmission.never}</p>
      {terms.needsHardship ? (
        <div>
          <label className={styles['check']}>
            <input type="checkbox" checked={isHardship} aria-invalid={problems['isHardship'] !== undefined} aria-describedby={`${id}-hint ${id}-problem`} onChange={({ target }) => setHardship(target.checked)} />
            <span>{t.readmission.hardship}</span>
          </label>
          <p id={`${id}-hint`} className={styles['muted']}>
            {t.readmission.hardshipHint}
          </p>
          <Problem id={`${id}-problem`}>{problems['isHardship']}</Problem>
        </div>
      ) : null}
      <DayField label={t.readmission.on} required hint={t.readmission.from(f.date(terms.possibleFrom))} value={day} problem={problems['on']} onChange={setDay} />
      <TextField label={t.readmission.consent} required value={consentNumber} problem={problems['consentNumber']} onChange={setConsentNumber} />
      <FormFoot label={t.readmission.submit} busyLabel={t.sending} isBusy={isBusy} failure={failure} />
    </form>
  );
}
