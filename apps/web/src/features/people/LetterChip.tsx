import styles from './Marks.module.css';
import type { Letter } from './transfer-document.ts';
import { usePeopleTexts } from './use-people-texts.ts';

/** Where a letter of transfer stands. */
export function LetterChip({ letter }: { readonly letter: Letter }) {
  const { words } = usePeopleTexts();
  return <span className={styles['chip']}>{words.transferStates[letter.state]}</span>;
}
