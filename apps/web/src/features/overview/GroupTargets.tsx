import { isRate, type Indicator } from '@banyan/schema/targets';
import { graphql, readFragment, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { isBehind, StandingDifference } from '../ledger/index.ts';
import styles from './KeyFigures.module.css';

export const GroupTargetFields = graphql(`
  fragment GroupTargetFields on Unit {
    groupTargets: targets(period: $period) {
      id
      indicator
      slice { dimension key }
      kind
      low
      high
      progress(asOf: $asOf) { actual low high percentOfLow remainingLow shortOfPace standing }
    }
  }
`);

type GroupTarget = ResultOf<typeof GroupTargetFields>['groupTargets'][number];

interface GroupTargetsProps {
  readonly unit: FragmentOf<typeof GroupTargetFields>;
  readonly indicator: Indicator;
}

/** The targets of the period that are limited to a group, beside the figure of all: the result, what is asked for, per cent and pace. */
export function GroupTargets({ unit, indicator }: GroupTargetsProps) {
  const { m } = usePrinting();
  const targets = readFragment(GroupTargetFields, unit).groupTargets.filter((target) => target.indicator === indicator && target.slice !== null);
  if (targets.length === 0) return null;
  return (
    <ul className={styles['groups']} aria-label={m.targets.groups}>
      {targets.map((target) => (
        <GroupLine key={target.id} target={target} />
      ))}
    </ul>
  );
}

function GroupLine({ target: { slice, kind, low, high, progress } }: { readonly target: GroupTarget }) {
  const { m, f, texts } = usePrinting();
  const labels: Readonly<Record<string, string>> = slice === null ? {} : texts.slices[slice.dimension];
  // A rate is known as a count where its base is.
  const bounds = progress ?? (isRate(kind) ? null : { low, high });
  const whole = (bound: number) => f.integer(Math.ceil(bound - 1e-9));
  const isRange = bounds !== null && bounds.high !== null && bounds.high !== bounds.low;
  const asked = bounds === null ? f.percent(low) : isRange ? `${whole(bounds.low)}–${whole(bounds.high ?? 0)}` : whole(bounds.low);
  return (
    <li>
      <span>{labels[slice?.key ?? ''] ?? slice?.key}</span>
      <span className={styles['groupResult']}>
        <strong>{progress === null ? m.common.none : f.integer(progress.actual)}</strong> {m.targets.of(asked)}
        {progress === null || progress.percentOfLow === null ? null : ` · ${f.percent(progress.percentOfLow)}`}
      </span>
      <StandingDifference standing={progress?.standing ?? null} difference={progress !== null && isBehind(progress.standing) ? -(progress.standing === 'NOT_MET' ? progress.remainingLow : progress.shortOfPace) : null} />
    </li>
  );
}
