import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden.tsx';
import { SpokenName } from '../SpokenName.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import styles from '../WorkTable.module.css';
import { fits, type Chosen } from './chosen.ts';

interface TickProps {
  /** Null where nothing can be recorded of the one in this row. */
  readonly one: Chosen | null;
  readonly chosen: readonly Chosen[];
  readonly onToggle: (one: Chosen) => void;
}

/** The cell by which somebody is chosen: as long as others are of whom the same step is awaited. */
export function Tick({ one, chosen, onToggle }: TickProps) {
  const { t, words } = useCandidacyTexts();
  return (
    <td className={styles['tick']}>
      {one === null ? null : (
        <label>
          <input type="checkbox" checked={chosen.some(({ id }) => id === one.id)} disabled={!fits(chosen, one)} onChange={() => onToggle(one)} />
          <VisuallyHidden>{t.many.choose(words.actions[one.step])}</VisuallyHidden>
          <SpokenName name={one.name} />
        </label>
      )}
    </td>
  );
}
