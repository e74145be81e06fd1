import type { Step } from '@banyan/schema/lifecycle';
import { useState } from 'react';
import type { ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { readTypedDate } from '../../ledger/index.ts';
import { RecordStep, UndoStep, type StepFields } from '../candidacy-document.ts';
import { useChange } from '../use-change.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import { firstStep, groupSteps } from './step-groups.ts';
import { noValues, readStepValues, type StepProblems, type StepValues } from './step-values.ts';

/** A candidacy as the form to record a step sees it. */
export type StepFile = ResultOf<typeof StepFields>;
export type StepChoice = StepFile['steps'][number];

/** What was recorded a moment ago. */
export interface Recorded {
  readonly stepId: string;
  readonly step: Step;
  readonly on: string;
}

interface Typed {
  readonly step: Step | null;
  readonly values: StepValues;
}

const drafts = new Drafts<Typed>();

interface Asked {
  readonly file: StepFile;
  readonly today: string;
  readonly step: Step | undefined;
}

/** The numbers of a vote: what is wrong with one may be put right in another. */
const voteFields = ['base', 'present', 'inFavour'] as const;

const stepFields = ['on', 'documentNumber', 'certificateNumber', 'receivedOn', 'provinceConsentNumber', 'upperConsentNumber', 'removalGround', 'reason', 'vote', ...voteFields] as const;

/** Recording a step and taking it back. What is typed stays until it is recorded, whatever happens meanwhile. */
export function useRecording({ file, today, step }: Asked) {
  const { m, f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const [seen, setSeen] = useState(file);
  const draft = useDraft(drafts, file.id, (): Typed => ({ step: null, values: { ...noValues, on: f.date(today) } }));
  const { values } = draft.values;
  const [chosen, setChosen] = useState(() => firstStep(file.steps, step ?? draft.values.step ?? undefined)?.step ?? null);
  const [isChoosing, setChoosing] = useState(chosen === null && groupSteps(file.steps, file.state).length > 0);
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const record = useChange(RecordStep, stepFields);
  const undo = useChange(UndoStep, []);
  const isBusy = record.isBusy || undo.isBusy;
  const isPossible = ({ step: known, viewerCan }: StepChoice) => known === chosen && viewerCan;
  const option = file.steps.find(isPossible) ?? null;

  const submit = async () => {
    if (isBusy || option === null) return;
    setSaid(null);
    const read = readStepValues(values, option, readTypedDate, { missing: words.refusals.FACT_MISSING, noDay: m.scope.dateWrong, notWhole: t.step.notWhole });
    if ('problems' in read) return record.setProblems(read.problems);
    await record.send({ candidacy: file.id, expectedVersion: seen.version, step: option.step, ...read.facts }, ({ file: now, stepId }) => {
      draft.settle();
      setSeen(now);
      if (stepId !== null) setRecorded({ stepId, step: option.step, on: read.facts.on });
    });
  };

  const takeBack = async () => {
    if (isBusy || recorded === null) return;
    await undo.send({ candidacy: file.id, expectedVersion: seen.version, step: recorded.stepId, reason: t.step.mistake }, ({ file: now }) => {
      setSeen(now);
      setRecorded(null);
      setChosen(recorded.step);
      setSaid(t.step.undone(words.states[now.state]));
    });
  };

  const choose = (next: Step) => {
    setChosen(next);
    setChoosing(false);
    record.setProblems({});
    record.setFailure(null);
    setSaid(null);
  };

  /** Goes on to the next step after one was recorded: what was typed for that one is done with. */
  const goOn = (next: Step) => {
    setRecorded(null);
    draft.forget();
    choose(next);
  };

  /** Takes over what somebody else has recorded; what was typed stays. */
  const review = () => {
    setSeen(file);
    setRecorded(null);
    record.setFailure(null);
    if (file.steps.some(isPossible)) return;
    setChosen(null);
    setChoosing(true);
    setSaid(t.step.gone);
  };

  const change = (typed: Partial<StepValues>) => {
    draft.setValues({ step: chosen, values: { ...values, ...typed } });
    const touched = new Set(Object.keys(typed).flatMap((key) => (voteFields.some((field) => field === key) ? ['vote', ...voteFields] : [key])));
    record.setProblems(Object.fromEntries(Object.entries(record.problems).filter(([field]) => !touched.has(field))));
  };

  const problems: StepProblems = record.problems;
  const failure = (recorded === null ? record : undo).failure;
  // Another version is shown as what it is, whether the refusal of a step told of it or the page was asked for again.
  const isConflict = !isBusy && seen.version !== file.version;
  return { seen, option, values, change, problems, failure, recorded, said, isBusy, isChoosing, isConflict, isKept: draft.isKept, forget: draft.forget, setChoosing, submit, takeBack, choose, goOn, review };
}
