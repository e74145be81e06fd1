import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { isBehind, StandingDifference } from '../ledger/index.ts';
import type { GroupTarget } from './group-target-fields.ts';
import styles from './KeyFigures.module.css';

/** The targets of the period that are limited to a group, beside the figure of all: the result, what is asked for, per cent and pace. */
export function GroupTargets({ targets }: { readonly targets: readonly GroupTarget[] }) {
  const { m } = usePrinting();
  return (
    <ul className={styles['groups']} aria-label={m.navigation.targets}>
      {targets.map((target) => (
        <GroupLine key={target.id} target={target} />
      ))}
    </ul>
  );
}

function GroupLine({ target: { slice, progress } }: { readonly target: GroupTarget }) {
  const { m, f, texts } = usePrinting();
  const labels: Readonly<Record<string, string>> = slice === null ? {} : texts.slices[slice.dimension];
  const whole = (bound: number) => f.integer(Math.ceil(bound - 1e-9));
  const asked = ({ low, high }: { readonly low: number; readonly high: number | null }) => (high === null || high === low ? whole(low) : `${whole(low)}–${whole(high)}`);
  return (
    <li>
      <span>{labels[slice?.key ?? ''] ?? slice?.key}</span>
      {progress === null ? null : (
        <span className={styles['groupResult']}>
          <strong>{f.integer(progress.actual)}</strong> {m.targets.of(asked(progress))}
          {progress.percentOfLow === null ? null : ` · ${f.percent(progress.percentOfLow)}`}
        </span>
      )}
      <StandingDifference standing={progress?.standing ?? null} difference={progress !== null && isBehind(progress.standing) ? -(progress.standing === 'NOT_MET' ? progress.remainingLow : progress.shortOfPace) : null} />
    </li>
  );
}
