import type { SumRule } from '@banyan/schema/targets';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { shareWidth } from '../../../shared/charts/scales.ts';
import { useTargetTexts } from '../use-target-texts.ts';
import styles from './Editor.module.css';

/** One bound of a target and what is given out of it. */
export interface Bound {
  readonly given: number;
  readonly allocated: number;
  /** What of it counts for units that are not below any more. */
  readonly elsewhere: number;
  readonly reserve: number;
  /** Below 0 it is left, above 0 too much. */
  readonly difference: number;
}

interface SumsProps {
  /** The bounds: one of a number, two of a range. */
  readonly bounds: readonly Bound[];
  readonly rule: SumRule;
  readonly holds: boolean;
  readonly isRate: boolean;
}

/** How much is given, given out, kept back and left, by which rule. */
export function Sums({ bounds, rule, holds, isRate }: SumsProps) {
  const { f } = usePrinting();
  const { editor: t } = useTargetTexts().t;
  const print = (value: number) => (isRate ? f.decimal(Math.round(value * 100) / 100) : f.integer(value));
  return bounds.map(({ given, allocated, elsewhere, reserve, difference }, place) => (
    <div key={place} className={styles['bound']} data-second={place > 0 || undefined}>
      <dl>
        <div>
          <dt>{t.given}</dt>
          <dd>{print(given)}</dd>
        </div>
        <div>
          <dt>{t.allocated}</dt>
          <dd>{print(allocated)}</dd>
        </div>
        {elsewhere === 0 ? null : (
          <div>
            <dt title={t.elsewhereHint}>{t.elsewhere}</dt>
            <dd>{print(elsewhere)}</dd>
          </div>
        )}
        {rule === 'WITH_RESERVE' || reserve !== 0 ? (
          <div>
            <dt>{t.reserve}</dt>
            <dd>{print(reserve)}</dd>
          </div>
        ) : null}
        <div data-off={difference !== 0 || undefined} data-holds={holds || undefined}>
          <dt>{difference > 0 ? t.over : t.left}</dt>
          <dd>{difference === 0 ? t.even : print(Math.abs(difference))}</dd>
        </div>
      </dl>
      <span className={styles['meter']} aria-hidden="true">
        <span data-over={difference > 0 || undefined} style={{ width: shareWidth(Math.min(allocated, given), Math.max(given, 1)) }} />
      </span>
    </div>
  ));
}
