import { introducingOrganisations, massOrganisations, participantKinds, type MassOrganisation, type ParticipantKind } from '@banyan/schema/lifecycle';
import { useState, type FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Segmented } from '../../../shared/ui/Segmented.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { NameParticipant } from '../candidacy-document.ts';
import { DayField } from '../fields/DayField.tsx';
import { FormFoot } from '../fields/FormFoot.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { useFirstProblem } from '../fields/use-first-problem.ts';
import { useChange } from '../use-change.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './Lists.module.css';
import { MemberField, type Member } from './MemberField.tsx';

interface NameFormProps {
  readonly candidacy: string;
  /** The cell whose official members can be named. */
  readonly unit: string;
  readonly today: string;
  readonly onClose: () => void;
  readonly onSaved: (name: string) => void;
}

/** Names a helper, an introducer or a nominator: an official member of the cell, or an organisation. */
export function NameForm({ candidacy, unit, today, onClose, onSaved }: NameFormProps) {
  const { m, f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const [kind, setKind] = useState<ParticipantKind>('HELPER');
  const [who, setWho] = useState<'MEMBER' | 'ORGANISATION'>('MEMBER');
  const [member, setMember] = useState<Member | null>(null);
  const [organisation, setOrganisation] = useState<MassOrganisation>('YOUTH_UNION');
  const [from, setFrom] = useState(f.date(today));
  const { send, isBusy, problems, setProblems, failure } = useChange(NameParticipant, ['member', 'organisation', 'from']);
  const form = useFirstProblem(problems);
  // Only a person can help.
  const isMember = who === 'MEMBER' || kind === 'HELPER';
  const choose = (chosen: ParticipantKind) => {
    setKind(chosen);
    // Whom one kind can name the other may not.
    setOrganisation('YOUTH_UNION');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = readTypedDate(from);
    const missing = isMember && member === null ? { member: t.involved.chooseMissing } : {};
    if (day === null || 'member' in missing) return setProblems({ ...missing, ...(day === null ? { from: m.scope.dateWrong } : {}) });
    const name = isMember ? (member?.fullName ?? '') : t.involved.organisations[organisation];
    void send({ candidacy, kind, from: day, member: isMember ? (member?.id ?? null) : null, organisation: isMember ? null : organisation }, () => onSaved(name));
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.involved.add}>
      <SelectField label={t.involved.kind} value={kind} options={participantKinds.map((value) => ({ value, label: words.participants[value] }))} onChange={choose} />
      {kind === 'HELPER' ? null : (
        <Segmented
          label={t.involved.who}
          value={who}
          segments={[
            { value: 'MEMBER', label: t.involved.member },
            { value: 'ORGANISATION', label: t.involved.organisation },
          ]}
          onChange={setWho}
        />
      )}
      {isMember ? (
        <MemberField unit={unit} value={member} problem={problems['member']} onChange={setMember} />
      ) : (
        <SelectField
          label={t.involved.organisation}
          value={organisation}
          problem={problems['organisation']}
          options={(kind === 'INTRODUCER' ? introducingOrganisations : massOrganisations).map((value) => ({ value, label: t.involved.organisations[value] }))}
          onChange={setOrganisation}
        />
      )}
      <DayField label={t.involved.from} required value={from} problem={problems['from']} onChange={setFrom} />
      <FormFoot label={t.involved.save} busyLabel={t.step.recording} isBusy={isBusy} failure={failure} onCancel={onClose} />
    </form>
  );
}
