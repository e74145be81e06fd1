import { ethnicGroups, religions, unlockReasons, type CandidacyRefusalCode, type UnlockReason } from '@banyan/schema/lifecycle';
import { useEffect, useState, type FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { FormFoot } from '../fields/FormFoot.tsx';
import { KeptNotice } from '../fields/KeptNotice.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { Named } from '../Named.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import styles from './Lists.module.css';
import { RecordSensitive, UnlockSensitive } from './sensitive-document.ts';
import { useSensitive, type Sensitive } from './use-sensitive.ts';

interface SensitiveCardProps {
  readonly person: string;
  /** Why the viewer may not unlock them; null where they may. */
  readonly cannotUnlock: CandidacyRefusalCode | null;
  readonly canRecord: boolean;
}

/** Ethnic group, religion and personal number: locked until somebody says why, and forgotten after a quarter of an hour. */
export function SensitiveCard({ person, cannotUnlock, canRecord }: SensitiveCardProps) {
  const { t, words } = usePeopleTexts();
  const [facts, setFacts] = useState<Sensitive | null>(null);
  useEffect(() => {
    if (facts === null) return undefined;
    const timer = setTimeout(() => setFacts(null), Math.max(0, Date.parse(facts.until) - Date.now()));
    return () => clearTimeout(timer);
  }, [facts]);
  return (
    <div className={styles['screenOnly']}>
      <Card title={t.sensitive.title}>
        {facts === null && cannotUnlock !== null ? (
          <p className={styles['muted']}>{cannotUnlock === 'FORBIDDEN_FOR_ROLE' ? t.sensitive.notForRole : words.refusals[cannotUnlock]}</p>
        ) : facts === null ? (
          <UnlockForm person={person} onUnlocked={setFacts} />
        ) : (
          <Unlocked person={person} canRecord={canRecord} sensitive={facts} onChanged={setFacts} onLock={() => setFacts(null)} />
        )}
      </Card>
    </div>
  );
}

interface Asked {
  readonly reason: UnlockReason;
  readonly note: string;
}

/** What was chosen anew: what is on record is forgotten with the lock. */
type Changed = Partial<Pick<Sensitive['facts'], 'ethnicGroup' | 'religion'>>;

// Like every draft in the memory of the page alone.
const askedDrafts = new Drafts<Asked>();
const changedDrafts = new Drafts<Changed>();

function UnlockForm({ person, onUnlocked }: { readonly person: string; readonly onUnlocked: (facts: Sensitive) => void }) {
  const { t, words } = usePeopleTexts();
  const draft = useDraft(askedDrafts, person, (): Asked => ({ reason: 'COMPLETING_FILE', note: '' }));
  const { reason, note } = draft.values;
  const { send, isBusy, failure } = useSensitive(UnlockSensitive);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send({ person, reason, note }, (facts) => {
      draft.settle();
      onUnlocked(facts);
    });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate aria-label={t.sensitive.unlock}>
      <KeptNotice isKept={draft.isKept} onForget={draft.forget} />
      <p className={styles['muted']}>{t.sensitive.lead}</p>
      <div className={styles['beside']}>
        <SelectField label={t.sensitive.reason} value={reason} options={unlockReasons.map((value) => ({ value, label: words.unlockReasons[value] }))} onChange={(chosen) => draft.setValues({ reason: chosen, note })} />
        <TextField label={t.sensitive.note} value={note} onChange={(typed) => draft.setValues({ reason, note: typed })} />
      </div>
      <FormFoot label={t.sensitive.unlock} busyLabel={t.sensitive.unlocking} isBusy={isBusy} failure={failure} />
    </form>
  );
}

interface UnlockedProps {
  readonly person: string;
  readonly canRecord: boolean;
  readonly sensitive: Sensitive;
  readonly onChanged: (facts: Sensitive) => void;
  readonly onLock: () => void;
}

function labelsOf(labels: Readonly<Record<string, string>>) {
  return (value: string) => labels[value] ?? value;
}

function Unlocked({ person, canRecord, sensitive, onChanged, onLock }: UnlockedProps) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const { p } = usePersonalTexts();
  const draft = useDraft(changedDrafts, person, (): Changed => ({}));
  const [isChanging, setChanging] = useState(draft.isKept);
  const values = { ...sensitive.facts, ...draft.values };
  /** What somebody else has written meanwhile: what is sent next is sent knowing it. */
  const [theirs, setTheirs] = useState<Sensitive['facts'] | null>(null);
  const { send, isBusy, failure } = useSensitive(RecordSensitive);
  const [ethnicGroup, religion] = [labelsOf(words.ethnicGroups), labelsOf(words.religions)];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { person, expectedVersion: (theirs ?? sensitive.facts).version, ethnicGroup: values.ethnicGroup, religion: values.religion };
    const done = (facts: Sensitive) => {
      draft.forget();
      setChanging(false);
      setTheirs(null);
      onChanged(facts);
    };
    void send(input, done, setTheirs);
  };
  const cancel = () => {
    draft.forget();
    setChanging(false);
  };
  if (isChanging) {
    return (
      <form className={styles['form']} onSubmit={submit} noValidate aria-label={t.sensitive.change}>
        <KeptNotice isKept={draft.isKept} onForget={draft.forget} />
        <SelectField
          label={t.sensitive.ethnicGroup}
          value={values.ethnicGroup}
          options={ethnicGroups.map((value) => ({ value, label: ethnicGroup(value) }))}
          onChange={(chosen) => draft.setValues({ ...draft.values, ethnicGroup: chosen })}
        />
        <SelectField
          label={t.sensitive.religion}
          value={values.religion}
          options={religions.map((value) => ({ value, label: religion(value) }))}
          onChange={(chosen) => draft.setValues({ ...draft.values, religion: chosen })}
        />
        {theirs === null ? null : (
          <p>
            {t.papers.stored}: {ethnicGroup(theirs.ethnicGroup)} · {religion(theirs.religion)}
          </p>
        )}
        <p className={styles['muted']}>{t.sensitive.figuresStay}</p>
        <FormFoot label={t.sensitive.save} busyLabel={t.step.recording} isBusy={isBusy} failure={failure} onCancel={cancel} />
      </form>
    );
  }
  return (
    <>
      <dl className={styles['dates']} role="status">
        <div>
          <dt>{t.sensitive.ethnicGroup}</dt>
          <dd>{ethnicGroup(sensitive.facts.ethnicGroup)}</dd>
        </div>
        <div>
          <dt>{t.sensitive.religion}</dt>
          <dd>{religion(sensitive.facts.religion)}</dd>
        </div>
        <div>
          <dt>{p.number}</dt>
          <dd>{sensitive.facts.personalNumber ?? p.noNumber}</dd>
        </div>
      </dl>
      {sensitive.facts.formerVersions.length === 0 ? null : (
        <details className={styles['more']}>
          <summary>{t.sensitive.history(f.integer(sensitive.facts.formerVersions.length))}</summary>
          <ul className={styles['rows']}>
            {sensitive.facts.formerVersions.map((former) => (
              <li key={former.changedAt}>
                {ethnicGroup(former.ethnicGroup)} · {religion(former.religion)} · {former.personalNumber ?? p.noNumber}
                <span className={styles['detail']}>
                  {former.changedBy === null ? f.dateTime(former.changedAt) : <Named say={(name) => t.sensitive.changedBy(name, f.dateTime(former.changedAt))}>{former.changedBy}</Named>}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className={styles['muted']}>{t.sensitive.until(f.timeOf(sensitive.until))}</p>
      <div className={styles['actions']}>
        {canRecord ? <Button onClick={() => setChanging(true)}>{t.sensitive.change}</Button> : null}
        <Button onClick={onLock}>{t.sensitive.lock}</Button>
      </div>
    </>
  );
}
