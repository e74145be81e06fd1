import { transferKinds, type TransferReach } from '@banyan/schema/lifecycle';
import type { FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { Segmented } from '../../../shared/ui/Segmented.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { CellField, DayField, FormFoot, KeptNotice, TextField, useFirstProblem, type Cell } from '../../people/index.ts';
import { IssueLetter } from '../transfer-documents.ts';
import styles from '../Transfers.module.css';
import { useLetterChange, type LetterChange } from '../use-letter-change.ts';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { readLetter, type LetterValues } from './letter-values.ts';

/** Whom a letter is issued for, and whose act it is by how far it reaches. */
export interface IssuedFor {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly state: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly transferOptions: readonly { readonly reach: TransferReach; readonly issuer: { readonly name: string } | null; readonly viewerCan: boolean }[];
}

interface IssueFormProps {
  readonly person: IssuedFor;
  readonly under: string;
  readonly today: string;
  readonly onIssued: (change: LetterChange) => void;
}

interface Typed {
  readonly unit: Cell | null;
  readonly values: LetterValues;
}

const drafts = new Drafts<Typed>();

const fields = ['kind', 'toUnit', 'destination', 'letterNumber', 'on', 'until', 'movedOn'] as const;

/** Kind, receiver, number and day of a letter. Sent again after a failure it issues no second one. */
export function IssueForm({ person, under, today, onIssued }: IssueFormProps) {
  const { m, f } = usePrinting();
  const { t, words } = useTransferTexts();
  const can = (reach: TransferReach) => person.transferOptions.some((option) => option.reach === reach && option.viewerCan);
  // Whoever issues inside their own organisation alone begins there.
  const draft = useDraft(drafts, person.id, (): Typed => ({
    unit: null,
    values: { kind: can('UNDER_ONE_UPPER') || can('OUTSIDE') ? 'OFFICIAL' : 'INTERNAL', where: 'UNIT', destination: '', isUnderOneUpper: false, letterNumber: '', on: f.date(today), movedOn: '', until: '', isStudy: false },
  }));
  const { unit, values } = draft.values;
  const { send, isBusy, problems, setProblems, failure, refusal } = useLetterChange(IssueLetter, fields);
  const form = useFirstProblem(problems);
  const change = (typed: Partial<LetterValues>) => {
    draft.setValues({ unit, values: { ...values, ...typed } });
    setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !(field in typed))));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readLetter(values, unit?.id ?? null, readTypedDate, { missing: words.transferRefusals.FACT_MISSING, noDay: m.scope.dateWrong, noUnit: t.issue.unitMissing });
    if ('problems' in read) return setProblems(read.problems);
    void send({ person: person.id, ...read.letter, idempotencyKey: draft.key }, (issued) => {
      draft.settle();
      onIssued(issued);
    });
  };
  // A temporary transfer is one of a member's activity.
  const kinds = transferKinds.filter((kind) => kind !== 'TEMPORARY' || person.state === 'OFFICIAL' || person.state === 'PROBATIONARY');
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.issue.action}>
      <KeptNotice isKept={draft.isKept} onForget={draft.forget} />
      <p className={styles['muted']}>{t.issue.lead}</p>
      <div className={styles['choice']}>
        <p className={styles['label']} aria-hidden="true">
          {t.issue.kind}
        </p>
        <Segmented label={t.issue.kind} value={values.kind} segments={kinds.map((value) => ({ value, label: t.issue.kinds[value] }))} onChange={(kind) => change({ kind })} />
        <p className={styles['muted']}>{t.issue.kindHint[values.kind]}</p>
      </div>
      <div className={styles['choice']}>
        <p className={styles['label']} aria-hidden="true">
          {t.issue.where}
        </p>
        <Segmented
          label={t.issue.where}
          value={values.where}
          segments={[
            { value: 'UNIT', label: t.issue.wheres.UNIT },
            { value: 'TEXT', label: t.issue.wheres.TEXT },
          ]}
          onChange={(where) => change({ where })}
        />
        <p className={styles['muted']}>{t.issue.whereHint[values.where]}</p>
      </div>
      {values.where === 'UNIT' ? (
        <CellField
          under={under}
          label={t.issue.unit}
          value={unit}
          problem={problems['toUnit']}
          onChange={(chosen) => {
            draft.setValues({ unit: chosen, values });
            setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => field !== 'toUnit')));
          }}
        />
      ) : (
        <Destination values={values} options={person.transferOptions} problem={problems['destination']} onChange={change} />
      )}
      {values.kind === 'INTERNAL' ? null : (
        <TextField label={t.issue.number} required value={values.letterNumber} problem={problems['letterNumber']} onChange={(letterNumber) => change({ letterNumber })} />
      )}
      <DayField label={t.issue.on} required value={values.on} problem={problems['on']} onChange={(on) => change({ on })} />
      {values.kind === 'TEMPORARY' ? (
        <>
          <DayField label={t.issue.until} required hint={t.issue.untilHint} value={values.until} problem={problems['until']} onChange={(until) => change({ until })} />
          <label className={styles['check']}>
            <input type="checkbox" checked={values.isStudy} onChange={({ target }) => change({ isStudy: target.checked })} />
            <span>{t.issue.isStudy}</span>
          </label>
        </>
      ) : null}
      <DayField label={t.issue.movedOn} hint={t.issue.movedOnHint} value={values.movedOn} problem={problems['movedOn']} onChange={(movedOn) => change({ movedOn })} />
      <FormFoot label={t.issue.submit} busyLabel={t.sending} isBusy={isBusy} failure={refusal === 'KEY_USED_OTHERWISE' ? t.issue.sentBefore : failure} />
    </form>
  );
}

interface DestinationProps {
  readonly values: LetterValues;
  readonly options: IssuedFor['transferOptions'];
  readonly problem: string | undefined;
  readonly onChange: (typed: Partial<LetterValues>) => void;
}

/** Where to, in words, and whether it is under the same upper body: which body issues the letter follows from it, and is said. */
function Destination({ values, options, problem, onChange }: DestinationProps) {
  const { t } = useTransferTexts();
  const [within, outside] = [options.find(({ reach }) => reach === 'UNDER_ONE_UPPER'), options.find(({ reach }) => reach === 'OUTSIDE')];
  const issuer = (values.kind === 'INTERNAL' ? options.find(({ reach }) => reach === 'INSIDE_ORGANISATION') : values.isUnderOneUpper ? within : outside)?.issuer;
  return (
    <>
      <TextField label={t.issue.destination} required hint={t.issue.destinationHint} value={values.destination} problem={problem} onChange={(destination) => onChange({ destination })} />
      {values.kind === 'INTERNAL' || !outside?.issuer ? null : (
        <label className={styles['check']}>
          <input type="checkbox" checked={values.isUnderOneUpper} onChange={({ target }) => onChange({ isUnderOneUpper: target.checked })} />
          <span>{t.issue.sameUpper(outside.issuer.name)}</span>
        </label>
      )}
      {issuer ? <p className={styles['muted']}>{t.issue.issuer(issuer.name)}</p> : null}
    </>
  );
}
