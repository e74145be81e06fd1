import type { Standing } from '@banyan/schema/enums';
import type { TargetStanding } from '@banyan/schema/targets';
import { IconCaretDownFilled, IconCaretUpFilled, IconCheck, IconCircleFilled, IconMinus } from '@tabler/icons-react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { StripPart } from '../../shared/charts/Strip.tsx';
import styles from './standing.module.css';

/** How a unit stands: beside the same period of the year before, or beside its target. */
export type Judged = Standing | TargetStanding;

const icons = {
  FEWER: IconCaretDownFilled,
  NONE: IconMinus,
  SAME: IconCircleFilled,
  MORE: IconCaretUpFilled,
  TOO_EARLY: IconMinus,
  NOT_COMPARABLE: IconMinus,
  BEHIND: IconCaretDownFilled,
  NOT_MET: IconCaretDownFilled,
  ON_PACE: IconCircleFilled,
  AHEAD: IconCaretUpFilled,
  MET: IconCheck,
  EXCEEDED: IconCheck,
  NOT_ASSESSED: IconMinus,
  NO_TARGET: IconMinus,
} as const satisfies Record<Judged, unknown>;

/** The colour that a standing has in every chart. */
export const standingTones = {
  FEWER: 'behind',
  NONE: 'none',
  SAME: 'level',
  MORE: 'ahead',
  TOO_EARLY: 'unknown',
  NOT_COMPARABLE: 'unknown',
  BEHIND: 'behind',
  NOT_MET: 'behind',
  ON_PACE: 'level',
  AHEAD: 'ahead',
  MET: 'met',
  EXCEEDED: 'met',
  NOT_ASSESSED: 'unknown',
  NO_TARGET: 'unknown',
} as const satisfies Record<Judged, StripPart['tone']>;

/** Whether a unit has fallen behind what it is held against. */
export function isBehind(standing: Judged | null): boolean {
  return standing !== null && standingTones[standing] === 'behind';
}

/** Whether a unit can be told to be behind or not. */
export function isJudged(standing: Judged): boolean {
  return standingTones[standing] !== 'unknown';
}

/** The word of a standing. */
export function useStandingWord(): (standing: Judged) => string {
  const { texts } = usePrinting();
  const words: Readonly<Record<Judged, string>> = { ...texts.standings, ...texts.targetStandings };
  return (standing) => words[standing];
}

interface StandingDifferenceProps {
  readonly standing: Judged | null;
  /** Beside a target null says the standing in words. */
  readonly difference: number | null;
  readonly className?: string | undefined;
}

/** A difference with the mark of its standing: mark and number, or mark and word, never colour alone. */
export function StandingDifference({ standing, difference, className }: StandingDifferenceProps) {
  const { m, f } = usePrinting();
  const word = useStandingWord();
  if (standing === null) return <span className={className}>{m.common.none}</span>;
  const Icon = icons[standing];
  return (
    <span className={`${styles['difference']} ${className ?? ''}`} data-tone={standingTones[standing]} title={word(standing)}>
      <Icon size="1em" aria-hidden="true" />
      {difference === null ? word(standing) : f.difference(difference)}
    </span>
  );
}

/** A comparison as the server says it, with its mark. */
export function StandingSentence({ standing, children }: { standing: Judged; children: string }) {
  const Icon = icons[standing];
  return (
    <p className={styles['sentence']} data-tone={standingTones[standing]}>
      <Icon size="1em" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
