import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import type { Step } from '@banyan/schema/lifecycle';
import { useEffect, useState } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { useFocus } from '../use-focus.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './StepPanel.module.css';
import type { Recorded, StepFile } from './use-recording.ts';

/** For so long one click takes back what was recorded; afterwards the timeline does. In milliseconds. */
const undoMilliseconds = 8_000;

interface RecordedNoticeProps {
  readonly recorded: Recorded;
  readonly file: StepFile;
  readonly isBusy: boolean;
  readonly failure: string | null;
  readonly onUndo: () => void;
  readonly onNext: (step: Step) => void;
  readonly onClose: () => void;
}

/** What was recorded, the way to take it back at once, and the way on. */
export function RecordedNotice({ recorded, file, isBusy, failure, onUndo, onNext, onClose }: RecordedNoticeProps) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const undoable = useUndoable();
  const onward = useFocus<HTMLButtonElement>();
  const next = file.steps.find(({ isAwaited, viewerCan }) => isAwaited && viewerCan);
  return (
    <div className={styles['recorded']}>
      <div role="status" className={styles['success']}>
        <IconCircleCheck size="1.5em" aria-hidden="true" />
        <p>{t.step.recorded(words.steps[recorded.step], f.date(recorded.on))}</p>
        {undoable.isOffered ? (
          <Button {...undoable.hold} icon={<IconArrowBackUp size="1.2em" aria-hidden="true" />} aria-disabled={isBusy || undefined} onClick={onUndo}>
            {isBusy ? t.step.undoing : t.step.undo}
          </Button>
        ) : null}
      </div>
      {failure === null ? null : <Notice tone="danger">{failure}</Notice>}
      <div className={styles['foot']}>
        <Button tone="primary" onClick={onClose} ref={onward}>
          {t.step.done}
        </Button>
        {next === undefined ? null : <Button onClick={() => onNext(next.step)}>{t.step.next(words.actions[next.step])}</Button>}
      </div>
    </div>
  );
}

/** Whether taking back is still offered. It does not go while a hand or the focus is on it. */
function useUndoable() {
  const [isOver, setOver] = useState(false);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), undoMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  const hold = { onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false), onFocus: () => setHeld(true), onBlur: () => setHeld(false) };
  return { isOffered: !isOver || isHeld, hold };
}
