import { sliceKeys } from '@banyan/schema/enums';
import { useId, type FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { Segmented } from '../../../shared/ui/Segmented.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { AddCandidate } from '../candidacy-document.ts';
import { DayField } from '../fields/DayField.tsx';
import { KeptNotice } from '../fields/KeptNotice.tsx';
import { FormFoot } from '../fields/FormFoot.tsx';
import { Problem } from '../fields/Problem.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useFirstProblem } from '../fields/use-first-problem.ts';
import { useChange } from '../use-change.ts';
import { KnownPeople } from '../personal/KnownPeople.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import styles from './AddCandidate.module.css';
import { readCandidate, type CandidateValues } from './candidate-values.ts';
import { CellField, type Cell } from './CellField.tsx';
import { MoreFields } from './MoreFields.tsx';

interface AddCandidateFormProps {
  readonly today: string;
  /** The unit below which a cell is searched for. */
  readonly under: string;
  /** The cell that is meant, where it is known from the start. */
  readonly cell: Cell | null;
  /** Told the id of the person. */
  readonly onAdded: (person: string) => void;
}

const fields = ['fullName', 'birthDate', 'gender', 'personalNumber', 'unit', 'on', 'occupation', 'education', 'youthUnion', 'enterpriseRelation'] as const;

interface Typed {
  readonly cell: Cell | null;
  readonly values: CandidateValues;
}

const drafts = new Drafts<Typed>();
const genders = sliceKeys.GENDER.filter((key) => key !== 'UNKNOWN');

/** Name, date of birth, gender and cell; what else may be known is folded. Sent again after a failure it adds nobody twice. */
export function AddCandidateForm({ today, under, cell: given, onAdded }: AddCandidateFormProps) {
  const { m, f, texts } = usePrinting();
  const { t, words } = usePeopleTexts();
  const { p } = usePersonalTexts();
  const draft = useDraft(drafts, given?.id ?? under, (): Typed => ({
    cell: given,
    values: { fullName: '', birthDate: '', gender: '', personalNumber: '', on: f.date(today), occupation: 'UNKNOWN', education: 'UNKNOWN', youthUnion: 'UNKNOWN', enterpriseRelation: 'UNKNOWN' },
  }));
  const { cell, values } = draft.values;
  const { send, isBusy, problems, setProblems, failure, refusal, people } = useChange(AddCandidate, fields);
  const form = useFirstProblem(problems);
  const change = (typed: Partial<CandidateValues>) => {
    draft.setValues({ cell, values: { ...values, ...typed } });
    setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !(field in typed))));
  };
  const attempt = (isSomebodyElse: boolean) => {
    const read = readCandidate(values, cell?.id ?? null, readTypedDate, { missing: words.refusals.FACT_MISSING, noDay: m.scope.dateWrong, noGender: t.add.genderMissing, noUnit: t.add.unitMissing });
    if ('problems' in read) return setProblems(read.problems);
    const personalNumber = values.personalNumber.trim() === '' ? null : values.personalNumber.trim();
    void send({ ...values, ...read, fullName: values.fullName.trim(), personalNumber, isSomebodyElse, idempotencyKey: draft.key }, ({ file }) => {
      draft.forget();
      onAdded(file.person.id);
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt(false);
  };
  const isKnown = refusal === 'ALREADY_KNOWN' && problems['fullName'] !== undefined;
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.add.title}>
      <KeptNotice isKept={draft.isKept} onForget={draft.forget} />
      <TextField label={t.add.name} required value={values.fullName} problem={problems['fullName']} onChange={(fullName) => change({ fullName })} />
      {isKnown ? (
        <div className={styles['known']}>
          <KnownPeople people={people} />
          <p>{t.add.known}</p>
          <Button onClick={() => attempt(true)}>{t.add.somebodyElse}</Button>
        </div>
      ) : null}
      <DayField label={t.add.birth} required hint={m.scope.dateHint} value={values.birthDate} problem={problems['birthDate']} onChange={(birthDate) => change({ birthDate })} />
      <Gender value={values.gender} problem={problems['gender']} label={t.add.gender} options={genders.map((value) => ({ value, label: texts.slices.GENDER[value] }))} onChange={(gender) => change({ gender })} />
      <TextField label={p.number} numeric value={values.personalNumber} problem={problems['personalNumber']} onChange={(personalNumber) => change({ personalNumber })} />
      {refusal === 'ON_RECORD_HERE' && problems['personalNumber'] !== undefined ? <KnownPeople people={people} /> : null}
      <CellField
        under={under}
        value={cell}
        problem={problems['unit']}
        onChange={(chosen) => {
          draft.setValues({ cell: chosen, values });
          setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => field !== 'unit')));
        }}
      />
      <MoreFields values={values} problems={problems} onChange={change} />
      <FormFoot label={t.add.save} busyLabel={t.add.saving} isBusy={isBusy} failure={refusal === 'KEY_USED_OTHERWISE' ? t.add.sentBefore : failure} />
    </form>
  );
}

interface GenderProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

function Gender({ label, value, options, problem, onChange }: GenderProps) {
  const id = useId();
  return (
    <div className={styles['gender']} data-invalid={problem === undefined ? undefined : ''}>
      <p className={styles['label']} aria-hidden="true">
        {label}
      </p>
      <Segmented label={problem === undefined ? label : `${label}. ${problem}`} value={value} segments={options} onChange={onChange} />
      <Problem id={id}>{problem}</Problem>
    </div>
  );
}
