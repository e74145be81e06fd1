import { isRange, isRate } from '@banyan/schema/targets';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { shareWidth } from '../../../shared/charts/scales.ts';
import { useTargetTexts } from '../use-target-texts.ts';
import styles from './Editor.module.css';
import { balanceOf, type Whole, type Worksheet } from './worksheet.ts';

/** How much is given, given out and left: it stays in sight while the rows go by. */
export function SumBar({ sheet, whole }: { readonly sheet: Worksheet; readonly whole: Whole }) {
  const balance = balanceOf(sheet, whole);
  return (
    <div className={styles['sums']} role="status">
      <Bound given={whole.low} allocated={balance.allocated} difference={balance.difference} holds={balance.holds} isRate={isRate(whole.kind)} isFirst />
      {isRange(whole.kind) && whole.high !== null && balance.allocatedHigh !== null && balance.differenceHigh !== null ? (
        <Bound given={whole.high} allocated={balance.allocatedHigh} difference={balance.differenceHigh} holds={balance.holds} isRate={isRate(whole.kind)} />
      ) : null}
    </div>
  );
}

interface BoundProps {
  readonly given: number;
  readonly allocated: number;
  readonly difference: number;
  readonly holds: boolean;
  readonly isRate: boolean;
  readonly isFirst?: boolean;
}

function Bound({ given, allocated, difference, holds, isRate: asRate, isFirst = false }: BoundProps) {
  const { f } = usePrinting();
  const { editor: t } = useTargetTexts().t;
  const print = (value: number) => (asRate ? f.decimal(Math.round(value * 100) / 100) : f.integer(value));
  return (
    <div className={styles['bound']} data-second={isFirst ? undefined : true}>
      <dl>
        <div className={styles['wide']}>
          <dt>{t.given}</dt>
          <dd>{print(given)}</dd>
        </div>
        <div className={styles['wide']}>
          <dt>{t.allocated}</dt>
          <dd>{print(allocated)}</dd>
        </div>
        <div data-off={difference !== 0 || undefined} data-holds={holds || undefined}>
          <dt>{difference > 0 ? t.over : t.left}</dt>
          <dd>{difference === 0 ? t.even : print(Math.abs(difference))}</dd>
        </div>
      </dl>
      <span className={styles['meter']} aria-hidden="true">
        <span data-over={difference > 0 || undefined} style={{ width: shareWidth(Math.min(allocated, given), Math.max(given, 1)) }} />
      </span>
    </div>
  );
}
