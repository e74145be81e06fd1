import { Bullet } from '../../shared/charts/Bullet.tsx';
import { readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { isBehind, StandingSentence, useStandingWord } from '../ledger/index.ts';
import { AgainstFields, readComparison } from './against.ts';
import styles from './KeyFigures.module.css';

interface TargetProps {
  readonly figure: FragmentOf<typeof AgainstFields>;
}

/** What was asked for, beside what was reached. */
export function TargetAmount({ figure }: TargetProps) {
  const { m, f } = usePrinting();
  const { target } = readFragment(AgainstFields, figure);
  if (target === null) return null;
  const low = f.integer(Math.ceil(target.low - 1e-9));
  const isRange = target.high !== null && target.high !== target.low;
  return <span className={styles['unit']}>{m.targets.of(isRange ? `${low}–${f.integer(Math.ceil((target.high ?? 0) - 1e-9))}` : low)}</span>;
}

/** How admissions stand beside their target: per cent, what is left or over, and the pace. */
export function TargetLines({ figure, to, withBar }: TargetProps & { readonly to: string; readonly withBar: boolean }) {
  const { m, f } = usePrinting();
  const word = useStandingWord();
  const { value, target, samePeriodLastYear: last } = readFragment(AgainstFields, figure);
  if (target === null) return null;
  const { before, pace } = readComparison(figure, 'TARGET');
  const { percentOfLow, percentOfHigh, remainingLow, standing, shortOfPace, expectedLow, low, high } = target;
  const isRange = high !== null && high !== low;
  const percent = percentOfLow === null ? m.common.none : isRange && percentOfHigh !== null ? m.targets.percents(f.percent(percentOfLow), f.percent(percentOfHigh)) : m.targets.percent(f.percent(percentOfLow));
  const over = (value ?? 0) - (high ?? low);
  const left = standing === 'EXCEEDED' && over > 0 ? m.targets.exceeded(f.integer(over)) : remainingLow > 0 ? m.targets.remaining(f.integer(remainingLow)) : word(standing).toLowerCase();
  const day = f.date(to);
  const paced = expectedLow !== null && (standing === 'ON_PACE' || standing === 'AHEAD');
  return (
    <>
      {withBar ? <Bullet value={value} mark={before} pace={pace} max={Math.max(before ?? 0, value ?? 0) * 1.05} tone={isBehind(standing) ? 'behind' : standing === 'MET' || standing === 'EXCEEDED' ? 'met' : 'level'} /> : null}
      <p className={styles['line']}>
        {percent} · {left}
      </p>
      <StandingSentence standing={standing}>
        {shortOfPace > 0 ? m.targets.shortOfPace(f.integer(shortOfPace), day) : paced ? m.targets.pace(word(standing), f.integer(Math.floor(expectedLow)), day) : word(standing)}
      </StandingSentence>
      {last?.value === null || last === null ? null : <p className={styles['line']}>{m.targets.lastYear(f.integer(last.value))}</p>}
    </>
  );
}
