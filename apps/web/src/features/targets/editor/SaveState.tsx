import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import type { EditorData } from './editor-data.ts';
import { useTargetTexts } from '../use-target-texts.ts';
import styles from './Editor.module.css';
import type { Saving } from './use-autosave.ts';

interface SaveStateProps {
  readonly saving: Saving;
  /** The draft as it is known now, whoever saved it. */
  readonly draft: EditorData['draft'];
  /** Null where there is nothing to discard. */
  readonly onDiscard: (() => void) | null;
  readonly onTake: () => void;
  /** Goes on over the version that somebody else saved. */
  readonly onKeep: (version: number) => void;
}

/** Whether the draft is kept, and by whom it was saved last. */
export function SaveState({ saving, draft, onDiscard, onTake, onKeep }: SaveStateProps) {
  const { f } = usePrinting();
  const { editor: e } = useTargetTexts().t;
  if (saving.state === 'CONFLICT') {
    return (
      <Notice
        tone="warning"
        action={
          <>
            <Button onClick={onTake}>{e.takeTheirs}</Button> <Button onClick={() => onKeep(draft?.version ?? 0)}>{e.keepMine}</Button>
          </>
        }
      >
        {e.conflict}
      </Notice>
    );
  }
  const words = {
    NONE: draft === null ? '' : e.draftOf(draft.savedBy, `${f.dayOf(draft.savedAt)} ${f.timeOf(draft.savedAt)}`),
    SAVING: e.saving,
    FAILED: e.unsaved,
    SAVED: saving.state === 'SAVED' ? e.saved(f.timeOf(saving.at)) : '',
  }[saving.state];
  return (
    <p className={styles['saving']} role="status">
      {words}
      {onDiscard === null || words === '' ? null : (
        <Button tone="quiet" onClick={onDiscard}>
          {e.discard}
        </Button>
      )}
    </p>
  );
}
