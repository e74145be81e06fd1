import type { FormEvent, ReactNode } from 'react';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { FormFoot, KeptNotice, useFirstProblem, type Letter } from '../../people/index.ts';
import styles from '../Transfers.module.css';
import { useLetterChange, type ChangeDocument } from '../use-letter-change.ts';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { LetterConflict } from './LetterConflict.tsx';
import { useSeen } from './use-seen.ts';

/** What can be done of a letter. */
export const letterActs = ['accept', 'end', 'cancel'] as const;
export type LetterAct = (typeof letterActs)[number];

const drafts = new Drafts<string>();
const nameOf = (letter: Letter, act: LetterAct) => `${letter.id} ${act}`;

/** Whether something was typed for an act and not sent. */
export function isKept(letter: Letter, act: LetterAct): boolean {
  return drafts.get(nameOf(letter, act)) !== undefined;
}

/** What a form of an act of a letter is given by whoever shows it. */
export interface LetterFormProps<Name extends string> {
  readonly letter: Letter;
  readonly onLatest: (letter: Letter) => void;
  readonly onReview: (letter: Letter) => void;
  /** Told what was recorded. */
  readonly onDone: (input: Readonly<Record<Name, string>>) => void;
}

interface Field {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (typed: string) => void;
}

interface Asked<Name extends string> extends LetterFormProps<Name> {
  readonly act: LetterAct;
  readonly document: ChangeDocument<{ readonly transfer: string; readonly expectedVersion: number } & Readonly<Record<Name, string>>>;
  readonly texts: { readonly action: string; readonly title: string };
  /** The one input of the form, what stands in it at first, and what is sent of it or what is wrong with it. */
  readonly name: Name;
  readonly fresh: string;
  readonly read: (typed: string) => { readonly input: Readonly<Record<Name, string>> } | { readonly problem: string };
  readonly renderField: (field: Field) => ReactNode;
}

/** The form of one act of a letter, with one thing to type; where somebody else is quicker, both versions and the way on. */
export function LetterForm<Name extends string>({ act, document, letter, texts, name, fresh, read, renderField, onLatest, onReview, onDone }: Asked<Name>) {
  const { t } = useTransferTexts();
  const draft = useDraft(drafts, nameOf(letter, act), () => fresh);
  const { send, isBusy, problems, setProblems, failure, setFailure } = useLetterChange(document, [name], onLatest);
  const { seen, isConflict, review } = useSeen(letter, isBusy);
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = read(draft.values);
    if ('problem' in asked) return setProblems({ [name]: asked.problem });
    void send({ transfer: letter.id, expectedVersion: seen.version, ...asked.input }, ({ letter: now }) => {
      draft.settle();
      onLatest(now);
      onDone(asked.input);
    });
  };
  if (isConflict) {
    return (
      <LetterConflict
        before={seen}
        now={letter}
        onReview={() => {
          setFailure(null);
          review();
          onReview(letter);
        }}
      />
    );
  }
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={texts.title}>
      <h3>{texts.title}</h3>
      <KeptNotice isKept={draft.isKept} onForget={draft.forget} />
      {renderField({
        value: draft.values,
        problem: problems[name],
        onChange: (typed) => {
          draft.setValues(typed);
          setProblems({});
        },
      })}
      <FormFoot label={texts.action} busyLabel={t.sending} isBusy={isBusy} failure={failure} />
    </form>
  );
}
