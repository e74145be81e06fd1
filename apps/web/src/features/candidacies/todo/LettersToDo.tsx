import { IconAlertTriangle, IconArrowsExchange } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { useKeepUnit } from '../../../shared/url/keep-scope.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import styles from './Todo.module.css';

interface LettersToDoProps {
  /** Letters of transfer that wait for a unit of the scope. */
  readonly toAccept: number;
  /** Letters that a unit of the scope has sent, and that were to be presented by now. */
  readonly overdue: number;
}

/** Letters of transfer that wait, beside the work on candidates: how many, and the way to them. */
export function LettersToDo({ toAccept, overdue }: LettersToDoProps) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const keepUnit = useKeepUnit();
  if (toAccept + overdue === 0) return null;
  return (
    <ul className={styles['letters']} aria-label={t.todo.letters}>
      {toAccept === 0 ? null : (
        <li>
          <Link to="/chuyen-sinh-hoat" search={(previous) => ({ ...keepUnit(previous) })}>
            <IconArrowsExchange size="1.3em" aria-hidden="true" />
            {t.todo.lettersToAccept(f.integer(toAccept))}
          </Link>
        </li>
      )}
      {overdue === 0 ? null : (
        <li data-late>
          <Link to="/chuyen-sinh-hoat" search={(previous) => ({ ...keepUnit(previous), xem: 'da-gui', 'qua-han': '1' })}>
            <IconAlertTriangle size="1.3em" aria-hidden="true" />
            {t.todo.overdueLetters(f.integer(overdue))}
          </Link>
        </li>
      )}
    </ul>
  );
}
