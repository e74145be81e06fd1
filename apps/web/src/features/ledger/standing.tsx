import type { Standing } from '@banyan/schema/enums';
import { IconCaretDownFilled, IconCaretUpFilled, IconCircleFilled, IconMinus } from '@tabler/icons-react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { StripPart } from '../../shared/charts/Strip.tsx';
import styles from './standing.module.css';

const icons = {
  FEWER: IconCaretDownFilled,
  NONE: IconMinus,
  SAME: IconCircleFilled,
  MORE: IconCaretUpFilled,
  TOO_EARLY: IconMinus,
  NOT_COMPARABLE: IconMinus,
} as const satisfies Record<Standing, unknown>;

/** The colour that a standing has in every chart. */
export const standingTones = {
  FEWER: 'behind',
  NONE: 'none',
  SAME: 'level',
  MORE: 'ahead',
  TOO_EARLY: 'unknown',
  NOT_COMPARABLE: 'unknown',
} as const satisfies Record<Standing, StripPart['tone']>;

/** A difference with the mark of its standing: mark and number, never colour alone. */
export function StandingDifference({ standing, difference, className }: { standing: Standing | null; difference: number | null; className?: string | undefined }) {
  const { m, texts, f } = usePrinting();
  if (standing === null || difference === null) return <span className={className}>{m.common.none}</span>;
  const Icon = icons[standing];
  return (
    <span className={`${styles['difference']} ${className ?? ''}`} data-standing={standing} title={texts.standings[standing]}>
      <Icon size="1em" aria-hidden="true" />
      {f.difference(difference)}
    </span>
  );
}

/** A comparison as the server says it, with its mark. */
export function StandingSentence({ standing, children }: { standing: Standing; children: string }) {
  const Icon = icons[standing];
  return (
    <p className={styles['sentence']} data-standing={standing}>
      <Icon size="1em" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
