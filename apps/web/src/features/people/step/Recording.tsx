import type { Step } from '@banyan/schema/lifecycle';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { ConflictBox } from '../fields/ConflictBox.tsx';
import { KeptNotice } from '../fields/KeptNotice.tsx';
import { useFocus } from '../use-focus.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import { RecordedNotice } from './RecordedNotice.tsx';
import { StepChoices } from './StepChoices.tsx';
import { StepForm } from './StepForm.tsx';
import { StepHead } from './StepHead.tsx';
import styles from './StepPanel.module.css';
import { useRecording, type StepFile } from './use-recording.ts';

interface RecordingProps {
  readonly file: StepFile;
  readonly today: string;
  readonly step: Step | undefined;
  readonly onClose: () => void;
}

/** Where a candidacy stands, and below it the form, the steps to choose from, what was recorded, or what somebody else recorded meanwhile. */
export function Recording({ file, today, step, onClose }: RecordingProps) {
  const { t } = usePeopleTexts();
  const recording = useRecording({ file, today, step });
  const { option, recorded, said, failure, isBusy, isChoosing, isConflict } = recording;
  return (
    <div className={styles['panel']}>
      <StepHead file={file} />
      <div role="status">{said === null ? null : <Notice>{said}</Notice>}</div>
      {isConflict ? (
        <Conflict before={recording.seen} now={file} onReview={recording.review} />
      ) : recorded !== null ? (
        <RecordedNotice
          key={recorded.stepId}
          recorded={recorded}
          file={file}
          isBusy={isBusy}
          failure={failure}
          onUndo={() => void recording.takeBack()}
          onNext={recording.goOn}
          onClose={onClose}
        />
      ) : isChoosing ? (
        <StepChoices file={file} onChoose={recording.choose} onBack={option === null ? undefined : () => recording.setChoosing(false)} />
      ) : option === null ? (
        <p>{t.step.nothing}</p>
      ) : (
        <>
          <KeptNotice isKept={recording.isKept} onForget={recording.forget} />
          <StepForm
            key={option.step}
            file={file}
            option={option}
            values={recording.values}
            problems={recording.problems}
            failure={failure}
            isBusy={isBusy}
            onChange={recording.change}
            onSubmit={() => void recording.submit()}
            onOthers={() => recording.setChoosing(true)}
          />
        </>
      )}
    </div>
  );
}

interface ConflictProps {
  readonly before: StepFile;
  readonly now: StepFile;
  readonly onReview: () => void;
}

/** Somebody else was quicker: what it was, what it is now, and the way on. What was typed waits behind it. */
function Conflict({ before, now, onReview }: ConflictProps) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const onward = useFocus<HTMLButtonElement>();
  const told = ({ state, lastStepOn }: StepFile) => t.step.since(words.states[state], f.date(lastStepOn));
  return (
    <ConflictBox
      lead={t.step.conflict}
      versions={[
        [t.step.before, told(before)],
        [t.step.now, told(now)],
      ]}
    >
      <Button tone="primary" onClick={onReview} ref={onward}>
        {t.step.review}
      </Button>
    </ConflictBox>
  );
}
