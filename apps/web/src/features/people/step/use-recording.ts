import type { Step } from '@banyan/schema/lifecycle';
import { useState } from 'react';
import { readFragment, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { FileFields, RecordStep, StepFields, UndoStep } from '../candidacy-document.ts';
import { useChange, type Outcome } from '../use-change.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import { firstStep, groupSteps } from './step-groups.ts';
import { noValues, readStepValues, type StepField, type StepProblems, type StepValues } from './step-values.ts';

/** A candidacy as the form to record a step sees it. */
export type StepFile = ResultOf<typeof StepFields>;
export type StepChoice = StepFile['steps'][number];

/** What was recorded a moment ago. */
export interface Recorded {
  readonly stepId: string;
  readonly step: Step;
  readonly on: string;
}

interface Asked {
  readonly file: StepFile;
  readonly today: string;
  readonly step: Step | undefined;
  /** Told when the server no longer knows the session: whatever is asked next brings the way to sign in again. */
  readonly onSignedOut: () => void;
}

const fields: ReadonlySet<string> = new Set<StepField>(['on', 'documentNumber', 'certificateNumber', 'receivedOn', 'provinceConsentNumber', 'reason', 'vote']);

const versionOf = (outcome: Extract<Outcome, { kind: 'DONE' }>) => readFragment(StepFields, readFragment(FileFields, outcome.file));

/** Recording a step and taking it back. What is typed stays until it is recorded, whatever happens meanwhile. */
export function useRecording({ file, today, step, onSignedOut }: Asked) {
  const { m, f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const [seen, setSeen] = useState(file);
  const [chosen, setChosen] = useState(() => firstStep(file.steps, step)?.step ?? null);
  const [isChoosing, setChoosing] = useState(chosen === null && groupSteps(file.steps, file.state).length > 0);
  const [values, setValues] = useState<StepValues>(() => ({ ...noValues, on: f.date(today) }));
  const [problems, setProblems] = useState<StepProblems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const record = useChange(RecordStep);
  const undo = useChange(UndoStep);
  const option = file.steps.find(({ step: known, viewerCan }) => known === chosen && viewerCan) ?? null;

  const tell = (outcome: Exclude<Outcome, { kind: 'DONE' }>) => {
    if (outcome.kind === 'REFUSED' && fields.has(outcome.field)) {
      setProblems({ [outcome.field]: outcome.message });
      return;
    }
    // Another version is shown as what it is: the answer carries what stands now.
    if (outcome.kind !== 'REFUSED' || outcome.code !== 'VERSION_CONFLICT') setFailure(outcome.message);
    if (outcome.kind === 'FAILED' && outcome.isSignedOut) onSignedOut();
  };

  const submit = async () => {
    if (isBusy || option === null) return;
    setFailure(null);
    setSaid(null);
    const sentences = { missing: words.refusals.FACT_MISSING, noDay: m.scope.dateWrong, notWhole: t.step.notWhole };
    const read = readStepValues(values, option, readTypedDate, sentences);
    if ('problems' in read) return setProblems(read.problems);
    setProblems({});
    setBusy(true);
    const outcome = await record.change({ candidacy: file.id, expectedVersion: seen.version, step: option.step, ...read.facts });
    setBusy(false);
    if (outcome.kind !== 'DONE') return tell(outcome);
    setSeen(versionOf(outcome));
    if (outcome.stepId !== null) setRecorded({ stepId: outcome.stepId, step: option.step, on: read.facts.on });
  };

  const takeBack = async () => {
    if (isBusy || recorded === null) return;
    setFailure(null);
    setBusy(true);
    const outcome = await undo.change({ candidacy: file.id, expectedVersion: seen.version, step: recorded.stepId, reason: t.step.mistake });
    setBusy(false);
    if (outcome.kind !== 'DONE') return tell(outcome);
    const now = versionOf(outcome);
    setSeen(now);
    setRecorded(null);
    setChosen(recorded.step);
    setSaid(t.step.undone(words.states[now.state]));
  };

  const choose = (next: Step) => {
    setChosen(next);
    setChoosing(false);
    setProblems({});
    setFailure(null);
    setSaid(null);
  };

  /** Goes on to the next step after one was recorded: what was typed for that one is done with. */
  const goOn = (next: Step) => {
    setRecorded(null);
    setValues({ ...noValues, on: f.date(today) });
    choose(next);
  };

  /** Takes over what somebody else has recorded; what was typed stays. */
  const review = () => {
    setSeen(file);
    setRecorded(null);
    setFailure(null);
    const can = file.steps.some(({ step: known, viewerCan }) => known === chosen && viewerCan);
    if (!can) {
      setChosen(null);
      setChoosing(true);
      setSaid(t.step.gone);
    }
  };

  const change = (typed: Partial<StepValues>) => {
    setValues({ ...values, ...typed });
    const touched = new Set(Object.keys(typed).map((key) => (['base', 'present', 'inFavour'].includes(key) ? 'vote' : key)));
    setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !touched.has(field))));
  };

  const isConflict = !isBusy && seen.version !== file.version;
  return { seen, option, values, change, problems, failure, recorded, said, isBusy, isChoosing, isConflict, setChoosing, submit, takeBack, choose, goOn, review };
}
