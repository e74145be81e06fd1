import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { graphql, readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import styles from './Marks.module.css';
import { usePeopleTexts } from './use-people-texts.ts';

export const DeadlineFields = graphql(`
  fragment DeadlineFields on Deadline {
    kind
    dueOn
    daysLeft
    countedIn
    isOverdue
    hasBegun
    runsFrom
  }
`);

interface DeadlineTextProps {
  readonly deadline: FragmentOf<typeof DeadlineFields>;
  /** Whether it says what is due, too. */
  readonly withKind?: boolean;
  /** Whether it leads to how working days are counted. Not inside another link. */
  readonly withRules?: boolean;
}

/** A deadline in words, beside its day: how much is left or late, and in what it is counted. */
export function DeadlineText({ deadline: masked, withKind = false, withRules = false }: DeadlineTextProps) {
  const { kind, dueOn, daysLeft, countedIn, isOverdue, hasBegun, runsFrom } = readFragment(DeadlineFields, masked);
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const of = { days: Math.abs(daysLeft), printed: f.integer(Math.abs(daysLeft)), working: countedIn === 'WORKING_DAYS' };
  // On the weekend after a limit in working days it is over, and no working day late.
  const late = daysLeft === 0 ? t.deadline.justLate : t.deadline.late(of);
  const left = isOverdue ? late : daysLeft === 0 ? t.deadline.today : t.deadline.left(of);
  const Icon = isOverdue ? IconAlertTriangle : IconClock;
  return (
    <span className={styles['deadline']} data-overdue={isOverdue || undefined}>
      <Icon size="1.1em" aria-hidden="true" />
      <span>
        {withKind ? `${words.deadlines[kind]}: ` : null}
        {hasBegun ? (
          <>
            <strong>{left}</strong> · {f.date(dueOn)}
          </>
        ) : (
          t.deadline.notBegun(f.date(runsFrom), f.date(dueOn))
        )}
        {withRules && countedIn === 'WORKING_DAYS' ? (
          <>
            {' · '}
            <Link to="/quy-dinh" search={{ nam: dueOn.slice(0, 4) }}>
              {t.deadline.rules}
            </Link>
          </>
        ) : null}
      </span>
    </span>
  );
}
