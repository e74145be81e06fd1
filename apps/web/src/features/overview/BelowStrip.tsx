import { Strip } from '../../shared/charts/Strip.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import { standingTones, useStandingWord } from '../ledger/index.ts';
import { useChildrenWords, type Against } from './against.ts';
import styles from './BelowStrip.module.css';
import { countFewer, type ChildRow, type StandingCount } from './child-row.ts';

/** The most units below one of the rows: all strips share the width of a cell. */
export function widestBelow(rows: readonly ChildRow[]): number {
  return rows.reduce((most, { below }) => Math.max(most, below.reduce((sum, { count }) => sum + count, 0)), 0);
}

/** The units below a unit by their standing: how many of them have fallen behind. */
export function BelowStrip({ counts, widest, against }: { counts: readonly StandingCount[]; widest: number; against: Against }) {
  const { m, f } = usePrinting();
  const word = useStandingWord();
  const words = useChildrenWords(against);
  const { fewer, all } = countFewer(counts);
  if (counts.length === 0) return <span className={styles['none']}>{m.children.nothingBelow}</span>;
  const title = counts.map(({ standing, count }) => `${word(standing)}: ${f.integer(count)}`).join('\n');
  return (
    <span className={styles['below']} title={title}>
      <Strip widest={widest} parts={counts.map(({ standing, count }) => ({ key: standing, count, tone: standingTones[standing] }))} />
      <span aria-hidden="true" className={styles['count']}>
        {all === 0 ? m.common.none : `${f.integer(fewer)}/${f.integer(all)}`}
      </span>
      <VisuallyHidden>{all === 0 ? title : words.fewerBelow(f.integer(fewer), f.integer(all))}</VisuallyHidden>
    </span>
  );
}
