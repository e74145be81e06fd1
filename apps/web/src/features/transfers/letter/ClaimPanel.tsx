import { useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import { bareClaimCode, isClaimCode, strangersInClaimCode } from '@banyan/schema/claim-code';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { CellField, DayField, FormFoot, KeptNotice, TextField, useFirstProblem, usePeopleTexts, useSending, type Cell } from '../../people/index.ts';
import { ClaimLetter, LetterByCodeQuery, type LetterByCode } from '../transfer-documents.ts';
import styles from '../Transfers.module.css';
import { useLetterChange } from '../use-letter-change.ts';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { Done } from './Done.tsx';
import { PaperFacts } from './LetterFacts.tsx';

interface ClaimPanelProps {
  /** The unit below which a cell is chosen. */
  readonly under: string;
  readonly today: string;
  readonly onClose: () => void;
}

/** What is typed about a letter on paper: the code alone opens it again. */
interface Typed {
  readonly code: string;
  readonly cell: Cell | null;
  readonly day: string;
}

const drafts = new Drafts<Typed>();

/** What the two forms know of it. */
interface TypedForm {
  readonly typed: Typed;
  readonly onType: (typed: Partial<Typed>) => void;
}

/** A letter that was brought on paper: its code, what it says, and the cell that receives the person. */
export function ClaimPanel({ under, today, onClose }: ClaimPanelProps) {
  const { f } = usePrinting();
  const { t } = useTransferTexts();
  const [letter, setLetter] = useState<LetterByCode | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const draft = useDraft(drafts, under, (): Typed => ({ code: '', cell: null, day: f.date(today) }));
  const form: TypedForm = { typed: draft.values, onType: (typed) => draft.setValues({ ...draft.values, ...typed }) };
  return (
    <SidePanel onClose={onClose} title={t.claim.title}>
      <div className={styles['panel']}>
        {done !== null ? (
          <Done said={done} onClose={onClose} />
        ) : letter === null ? (
          <>
            <KeptNotice isKept={draft.isKept} onForget={draft.forget} />
            <CodeForm {...form} onFound={setLetter} />
          </>
        ) : (
          <>
            <PaperFacts letter={letter} />
            <ClaimForm
              {...form}
              letter={letter}
              under={under}
              onOther={() => setLetter(null)}
              onDone={(on) => {
                draft.settle();
                setDone(t.accept.done(letter.personName, f.date(on)));
              }}
            />
          </>
        )}
      </div>
    </SidePanel>
  );
}

function CodeForm({ typed: { code }, onType, onFound }: TypedForm & { readonly onFound: (letter: LetterByCode) => void }) {
  const { language, f } = usePrinting();
  const { t } = useTransferTexts();
  const client = useClient();
  const { send, isBusy, problems, setProblems, failure } = useSending(['code']);
  const form = useFirstProblem(problems);
  /** What can be seen to be wrong with a code; the server alone knows whether there is such a letter. */
  const problemOf = (typed: string): string | null => {
    const bare = bareClaimCode(typed);
    if (bare === '') return t.claim.codeMissing;
    const strangers = strangersInClaimCode(bare);
    if (strangers.length > 0) return t.claim.codeStrangers(strangers.map((letter) => `“${letter}”`).join(', '));
    return isClaimCode(bare) ? null : t.claim.codeLength(f.integer(bare.length));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problem = problemOf(code);
    if (problem !== null) return setProblems({ code: problem });
    void send(
      async () => await client.query(LetterByCodeQuery, { code, language }, { requestPolicy: 'network-only' }).toPromise(),
      ({ transferByCode: answer }) => {
        if (answer.__typename === 'TransferCodeRefused') return { ...answer, field: 'code' };
        onFound(answer);
        return null;
      },
    );
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.claim.title}>
      <TextField
        label={t.claim.code}
        required
        hint={t.claim.codeHint}
        value={code}
        problem={problems['code']}
        onChange={(typed) => {
          onType({ code: typed });
          setProblems({});
        }}
      />
      <FormFoot label={t.claim.show} busyLabel={t.claim.showing} isBusy={isBusy} failure={failure} />
    </form>
  );
}

interface ClaimFormProps extends TypedForm {
  readonly letter: LetterByCode;
  readonly under: string;
  readonly onOther: () => void;
  /** Told the day. */
  readonly onDone: (on: string) => void;
}

function ClaimForm({ typed: { code, cell, day }, onType, letter, under, onOther, onDone }: ClaimFormProps) {
  const { m } = usePrinting();
  const { t } = useTransferTexts();
  const { t: people } = usePeopleTexts();
  const { send, isBusy, problems, setProblems, failure } = useLetterChange(ClaimLetter, ['on', 'unit']);
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const on = readTypedDate(day);
    if (cell === null) return setProblems({ unit: people.add.unitMissing });
    if (on === null) return setProblems({ on: m.scope.dateWrong });
    void send({ code, unit: cell.id, on }, () => onDone(on));
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.accept.title}>
      <h3>{t.accept.title}</h3>
      <CellField
        under={under}
        label={t.claim.cell}
        value={cell}
        problem={problems['unit']}
        onChange={(chosen) => {
          onType({ cell: chosen });
          setProblems({});
        }}
      />
      <DayField
        label={t.accept.on}
        required
        hint={letter.kind === 'TEMPORARY' ? t.accept.hintTemporary : t.accept.hint}
        value={day}
        problem={problems['on']}
        onChange={(typed) => {
          onType({ day: typed });
          setProblems({});
        }}
      />
      <FormFoot label={t.accept.action} busyLabel={t.sending} isBusy={isBusy} failure={failure} />
      <div className={styles['acts']}>
        <Button tone="quiet" onClick={onOther}>
          {t.claim.other}
        </Button>
      </div>
    </form>
  );
}
