import { introducingOrganisations, massOrganisations, participantKinds, type MassOrganisation, type ParticipantKind } from '@banyan/schema/lifecycle';
import type { FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { Segmented } from '../../../shared/ui/Segmented.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { NameParticipant } from '../candidacy-document.ts';
import { DayField } from '../fields/DayField.tsx';
import { FormFoot } from '../fields/FormFoot.tsx';
import { KeptNotice } from '../fields/KeptNotice.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { useFirstProblem } from '../fields/use-first-problem.ts';
import { useChange } from '../use-change.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './Lists.module.css';
import { MemberField, type Member } from './MemberField.tsx';
import { TogetherField, type Together } from './TogetherField.tsx';

interface NameFormProps {
  readonly candidacy: string;
  /** The cell whose official members can be named. */
  readonly unit: string;
  readonly today: string;
  readonly onClose: () => void;
  readonly onSaved: (name: string) => void;
}

interface Values {
  readonly kind: ParticipantKind;
  readonly who: 'MEMBER' | 'ORGANISATION';
  readonly member: Member | null;
  readonly organisation: MassOrganisation;
  readonly from: string;
  readonly together: Together;
  readonly togetherSince: string;
}

const drafts = new Drafts<Values>();

/** Names a helper, an introducer or a nominator: an official member of the cell, or an organisation. */
export function NameForm({ candidacy, unit, today, onClose, onSaved }: NameFormProps) {
  const { m, f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const { values, key, isKept, setValues, forget } = useDraft(drafts, candidacy, (): Values => ({
    kind: 'HELPER', who: 'MEMBER', member: null, organisation: 'YOUTH_UNION', from: f.date(today), together: null, togetherSince: '',
  }));
  const { send, isBusy, problems, setProblems, failure } = useChange(NameParticipant, ['member', 'organisation', 'from', 'together', 'togetherSince']);
  const form = useFirstProblem(problems);
  const { kind, who, member, organisation } = values;
  const change = (typed: Partial<Values>) => {
    setValues({ ...values, ...typed });
    setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !(field in typed))));
  };
  // Only a person can help.
  const isMember = who === 'MEMBER' || kind === 'HELPER';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const from = readTypedDate(values.from);
    const isShared = isMember && kind === 'INTRODUCER' && values.together === 'SHARED_WORK';
    const togetherSince = isShared ? readTypedDate(values.togetherSince) : null;
    const found = {
      ...(isMember && member === null ? { member: t.involved.chooseMissing } : {}),
      ...(from === null ? { from: m.scope.dateWrong } : {}),
      ...(isShared && togetherSince === null ? { togetherSince: m.scope.dateWrong } : {}),
    };
    if (from === null || Object.keys(found).length > 0) return setProblems(found);
    const named = isMember ? { member: member?.id ?? null, organisation: null, together: kind === 'INTRODUCER' ? values.together : null, togetherSince } : { member: null, organisation };
    void send({ candidacy, kind, from, ...named, idempotencyKey: key }, () => {
      forget();
      onSaved(isMember ? (member?.fullName ?? '') : t.involved.organisations[organisation]);
    });
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.involved.add}>
      <KeptNotice isKept={isKept} onForget={forget} />
      <SelectField
        label={t.involved.kind}
        value={kind}
        options={participantKinds.map((value) => ({ value, label: words.participants[value] }))}
        // Whom one kind can name the other may not.
        onChange={(chosen) => change({ kind: chosen, organisation: 'YOUTH_UNION' })}
      />
      {kind === 'HELPER' ? null : (
        <Segmented
          label={t.involved.who}
          value={who}
          segments={[
            { value: 'MEMBER', label: t.involved.member },
            { value: 'ORGANISATION', label: t.involved.organisation },
          ]}
          onChange={(chosen) => change({ who: chosen })}
        />
      )}
      {isMember ? (
        <MemberField unit={unit} value={member} problem={problems['member']} onChange={(chosen) => change({ member: chosen })} />
      ) : (
        <SelectField
          label={t.involved.organisation}
          value={organisation}
          problem={problems['organisation']}
          options={(kind === 'INTRODUCER' ? introducingOrganisations : massOrganisations).map((value) => ({ value, label: t.involved.organisations[value] }))}
          onChange={(chosen) => change({ organisation: chosen })}
        />
      )}
      <DayField label={t.involved.from} required value={values.from} problem={problems['from']} onChange={(from) => change({ from })} />
      {isMember && kind === 'INTRODUCER' && member !== null ? (
        <TogetherField candidacy={candidacy} member={member.id} from={readTypedDate(values.from)} together={values.together} since={values.togetherSince} problems={problems} onChange={change} />
      ) : null}
      <FormFoot
        label={t.involved.save}
        busyLabel={t.step.recording}
        isBusy={isBusy}
        failure={failure}
        onCancel={() => {
          forget();
          onClose();
        }}
      />
    </form>
  );
}
