import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import type { Comparison } from './comparison.ts';
import styles from './ComparisonLine.module.css';

interface ComparisonLineProps {
  readonly comparison: Comparison;
  readonly figure: 'admitted' | 'recognised' | 'members';
  readonly value: number | null;
}

/** The difference to the same period a year before: mark, word and both numbers. */
export function ComparisonLine({ comparison, figure, value }: ComparisonLineProps) {
  const { m, f } = usePrinting();
  if (comparison.state === 'NONE') return null;
  if (comparison.state === 'LOADING') {
    return (
      <p className={styles['line']}>
        <Skeleton width="11rem" height="1.1em" />
      </p>
    );
  }
  const before = comparison[figure];
  if (before === null || value === null) return null;
  const difference = value - before;
  const Icon = difference === 0 ? IconEqual : difference > 0 ? IconArrowUpRight : IconArrowDownRight;
  return (
    <p className={styles['line']}>
      <Icon size="1.15em" aria-hidden="true" />
      <span>
        {changeWords(difference, m.overview, f.integer)} · {m.overview.against(f.integer(before), comparison.year)}
      </span>
    </p>
  );
}

interface ChangeWords {
  readonly more: (difference: string) => string;
  readonly fewer: (difference: string) => string;
  readonly same: string;
}

/** A difference in words: `tăng 12`, `giảm 3`, `bằng`. */
export function changeWords(difference: number, words: ChangeWords, integer: (value: number) => string): string {
  if (difference === 0) return words.same;
  return difference > 0 ? words.more(integer(difference)) : words.fewer(integer(-difference));
}
