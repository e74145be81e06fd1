import { isRange, isRate } from '@banyan/schema/targets';
import styles from './Editor.module.css';
import { Sums, type Bound } from './Sums.tsx';
import { balanceOf, type Whole, type Worksheet } from './worksheet.ts';

/** The sums of what is typed: they stay in sight while the rows go by. */
export function SumBar({ sheet, whole }: { readonly sheet: Worksheet; readonly whole: Whole }) {
  const { allocated, allocatedHigh, elsewhere, elsewhereHigh, reserve, reserveHigh, difference, differenceHigh, holds } = balanceOf(sheet, whole);
  const low: Bound = { given: whole.low, allocated, elsewhere, reserve, difference };
  const high = isRange(whole.kind) && whole.high !== null && allocatedHigh !== null && differenceHigh !== null ? [{ given: whole.high, allocated: allocatedHigh, elsewhere: elsewhereHigh ?? 0, reserve: reserveHigh, difference: differenceHigh }] : [];
  return (
    <div className={styles['sums']} role="status">
      <Sums bounds={[low, ...high]} rule={sheet.rule} holds={holds} isRate={isRate(whole.kind)} />
    </div>
  );
}
