import { DeadlineText, type Letter } from '../../people/index.ts';
import styles from '../Transfers.module.css';

/** By when the letter is to be presented, and by when activity is to begin, where that is known. */
export function Limits({ letter: { presentation, start } }: { readonly letter: Letter }) {
  return (
    <span className={styles['limits']}>
      {presentation === null ? null : <DeadlineText deadline={presentation} withKind={start !== null} />}
      {start === null ? null : <DeadlineText deadline={start} withKind />}
    </span>
  );
}
