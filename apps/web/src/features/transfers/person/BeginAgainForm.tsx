import { readmissionBars, type ReadmissionBar } from '@banyan/schema/lifecycle';
import { useId, type FormEvent } from 'react';
import { graphql, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { readTypedDate } from '../../ledger/index.ts';
import { ChangedFields, DayField, FileFields, FormFoot, KeptNotice, Problem, BeginAgainFields, RefusedFields, TextField, useChange, useFirstProblem } from '../../people/index.ts';
import styles from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';

const BeginAgain = graphql(
  `
    mutation BeginAgain($input: BeginAgainInput!, $language: Language!) {
      change: beginAgain(input: $input) {
        __typename
        ...ChangedFields
        ...RefusedFields
        ... on CandidacyChanged {
          candidacy { person { id candidacy { ...FileFields ...BeginAgainFields } } }
        }
        ... on CandidacyRefused {
          current { ...BeginAgainFields }
        }
      }
    }
  `,
  [ChangedFields, RefusedFields, FileFields, BeginAgainFields],
);

type File = ResultOf<typeof BeginAgainFields>;

interface BeginAgainFormProps {
  readonly file: File;
  readonly terms: NonNullable<File['beginAgain']>;
  readonly today: string;
  readonly onDone: () => void;
}

interface Typed {
  readonly day: string;
  readonly consentNumber: string;
  readonly isHardship: boolean;
  /** When a conviction was cleared, as it is typed; empty where there was none. */
  readonly cleared: string;
  readonly bars: readonly ReadmissionBar[];
}

const drafts = new Drafts<Typed>();

/** The few facts that beginning again needs. Sent again after a failure it begins no second candidacy. */
export function BeginAgainForm({ file, terms, today, onDone }: BeginAgainFormProps) {
  const { m, f } = usePrinting();
  const { t, words } = useTransferTexts();
  const id = useId();
  const draft = useDraft(drafts, file.id, (): Typed => ({ day: f.date(today), consentNumber: '', isHardship: false, cleared: '', bars: [] }));
  const { day, consentNumber, isHardship, cleared, bars } = draft.values;
  const change = (typed: Partial<Typed>) => draft.setValues({ ...draft.values, ...typed });
  const { send, isBusy, problems, setProblems, failure } = useChange(BeginAgain, ['on', 'consentNumber', 'isHardship', 'convictionClearedOn', 'bars']);
  const form = useFirstProblem(problems);
  const said = terms.isReadmission ? t.readmission : t.again;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const on = readTypedDate(day);
    if (on === null) return setProblems({ on: m.scope.dateWrong });
    const convictionClearedOn = cleared.trim() === '' ? null : readTypedDate(cleared);
    if (cleared.trim() !== '' && convictionClearedOn === null) return setProblems({ convictionClearedOn: m.scope.dateWrong });
    if (terms.isReadmission && consentNumber.trim() === '') return setProblems({ consentNumber: words.refusals.FACT_MISSING });
    void send({ candidacy: file.id, expectedVersion: file.version, on, consentNumber: consentNumber.trim() === '' ? null : consentNumber, isHardship, convictionClearedOn, bars: [...bars], idempotencyKey: draft.key }, () => {
      draft.settle();
      onDone();
    });
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={said.title}>
      <KeptNotice isKept={draft.isKept} onForget={draft.forget} />
      <p>{said.lead}</p>
      {terms.months === 0 ? null : (
        <>
          <p className={styles['muted']}>{t.readmission.rule(f.integer(terms.months), terms.source)}</p>
          <fieldset className={styles['bars']} aria-describedby={`${id}-bars`}>
            <legend>{t.readmission.never}</legend>
            {readmissionBars.map((bar) => (
              <label key={bar} className={styles['check']}>
                <input type="checkbox" checked={bars.includes(bar)} aria-invalid={bars.includes(bar)} onChange={({ target }) => change({ bars: target.checked ? [...bars, bar] : bars.filter((one) => one !== bar) })} />
                <span>{t.readmission.bars[bar]}</span>
              </label>
            ))}
            <Problem id={`${id}-bars`}>{bars.length > 0 ? words.refusals.NEVER_READMITTED : undefined}</Problem>
          </fieldset>
        </>
      )}
      {terms.needsHardship ? (
        <div>
          <label className={styles['check']}>
            <input type="checkbox" checked={isHardship} aria-invalid={problems['isHardship'] !== undefined} aria-describedby={`${id}-hint ${id}-problem`} onChange={({ target }) => change({ isHardship: target.checked })} />
            <span>{t.readmission.hardship}</span>
          </label>
          <p id={`${id}-hint`} className={styles['muted']}>
            {t.readmission.hardshipHint}
          </p>
          <Problem id={`${id}-problem`}>{problems['isHardship']}</Problem>
        </div>
      ) : null}
      <DayField label={t.readmission.on} required hint={t.readmission.from(f.date(terms.possibleFrom))} value={day} problem={problems['on']} onChange={(typed) => change({ day: typed })} />
      {terms.convictionMonths === 0 ? null : (
        <DayField label={t.readmission.cleared} hint={t.readmission.clearedHint(f.integer(terms.convictionMonths))} value={cleared} problem={problems['convictionClearedOn']} onChange={(typed) => change({ cleared: typed })} />
      )}
      {terms.isReadmission ? <TextField label={t.readmission.consent} required value={consentNumber} problem={problems['consentNumber']} onChange={(typed) => change({ consentNumber: typed })} /> : null}
      <FormFoot label={said.submit} busyLabel={t.sending} isBusy={isBusy} failure={failure} />
    </form>
  );
}
