import { Bullet } from '../../shared/charts/Bullet.tsx';
import { Strip } from '../../shared/charts/Strip.tsx';
import { PartBar } from '../../shared/charts/PartBar.tsx';
import { WeekDots } from '../../shared/charts/WeekDots.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import styles from './HelpPage.module.css';
import type { Sample } from './texts/help-texts.ts';

/** The picture that a line explains, drawn by what draws it on its page. */
export function HelpSample({ sample }: { sample: Sample }) {
  const { m, f } = usePrinting();
  switch (sample) {
    case 'behind':
      return <Bullet value={6} mark={8} max={10} tone="behind" />;
    case 'level':
      return <Bullet value={8} mark={7} max={10} tone="level" />;
    case 'strip':
      return (
        <Strip
          widest={16}
          parts={[
            { key: 'fewer', count: 4, tone: 'behind' },
            { key: 'none', count: 3, tone: 'none' },
            { key: 'level', count: 3, tone: 'level' },
            { key: 'ahead', count: 6, tone: 'ahead' },
          ]}
        />
      );
    case 'trend':
      return (
        <svg viewBox="0 0 100 34" className={styles['trend']} aria-hidden="true">
          <path className={styles['before']} d="M2 32 L34 22 L66 15 L98 6" />
          <path className={styles['now']} d="M2 31 L34 18 L66 8" />
        </svg>
      );
    case 'figure':
      return <span className={styles['figure']}>{f.integer(1874)}</span>;
    case 'dots':
      return (
        <WeekDots
          columns={[
            { key: 'late', count: 2, printed: f.integer(2), label: '', tone: 'late' },
            { key: 'near', count: 3, printed: f.integer(3), label: '', tone: 'near' },
            { key: 'far', count: 1, printed: f.integer(1), label: '', tone: 'far' },
          ]}
        />
      );
    case 'late':
      return <PartBar value={8} part={2} max={10} />;
    case 'hidden':
      return (
        <span>
          {m.common.hidden} {m.common.none}
        </span>
      );
  }
}
