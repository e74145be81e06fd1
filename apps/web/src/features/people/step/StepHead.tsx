import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { DeadlineText } from '../DeadlineText.tsx';
import { StateChip } from '../StateChip.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './StepPanel.module.css';
import type { StepFile } from './use-recording.ts';

/** Where a candidacy stands, what it waits for, by when, and whose act that is. */
export function StepHead({ file }: { readonly file: StepFile }) {
  const { t, words } = usePeopleTexts();
  const awaited = file.steps.find(({ isAwaited }) => isAwaited);
  return (
    <div className={styles['head']}>
      <p>
        <StateChip candidacy={file} />
      </p>
      {file.deadline === null ? null : (
        <p>
          <DeadlineText deadline={file.deadline} withKind withRules />
        </p>
      )}
      <p className={styles['awaits']}>
        {awaited === undefined ? t.step.awaitsNothing : t.step.awaits(words.steps[awaited.step])}
        {awaited?.unit ? (
          <>
            {' '}
            · {t.step.actedBy} <ProperName>{awaited.unit.name}</ProperName>
          </>
        ) : null}
      </p>
    </div>
  );
}
