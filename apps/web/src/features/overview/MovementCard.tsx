import type { Measure } from '@banyan/schema/enums';
import { Bar } from '../../shared/charts/Bar.tsx';
import { largest } from '../../shared/charts/scales.ts';
import { graphql, readFragment, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { FigureLink } from '../ledger/index.ts';
import styles from './MovementCard.module.css';

export const MovementFields = graphql(`
  fragment MovementFields on Rollup {
    period { from to }
    opening: admissionRate(base: STOCK_AT_PERIOD_START) { denominator }
    members { value }
    admitted { value }
    transferredIn { value }
    reorganisedIn { value }
    transferredOut { value }
    removed { value }
    expelled { value }
    left { value }
    deceased { value }
    reorganisedOut { value }
  }
`);

type Movements = ResultOf<typeof MovementFields>;

interface Flow {
  readonly measure: Measure;
  readonly sign: 1 | -1;
  readonly value: number | null;
}

/** The flows that change the number of members, increases first. */
export function readFlows(rollup: Movements): Flow[] {
  return [
    { measure: 'ADMITTED', sign: 1, value: rollup.admitted.value },
    { measure: 'TRANSFERRED_IN', sign: 1, value: rollup.transferredIn.value },
    { measure: 'REORGANISED_IN', sign: 1, value: rollup.reorganisedIn.value },
    { measure: 'TRANSFERRED_OUT', sign: -1, value: rollup.transferredOut.value },
    { measure: 'DECEASED', sign: -1, value: rollup.deceased.value },
    { measure: 'REMOVED', sign: -1, value: rollup.removed.value },
    { measure: 'EXPELLED', sign: -1, value: rollup.expelled.value },
    { measure: 'LEFT', sign: -1, value: rollup.left.value },
    { measure: 'REORGANISED_OUT', sign: -1, value: rollup.reorganisedOut.value },
  ];
}

/** How far the start plus increases less decreases is off from the end; null where a number is hidden. */
export function imbalance(opening: number | null, closing: number | null, flows: readonly Flow[]): number | null {
  if (opening === null || closing === null) return null;
  let sum = opening;
  for (const { sign, value } of flows) {
    if (value === null) return null;
    sum += sign * value;
  }
  return sum - closing;
}

/** From the members at the start of the period to those at its end, every step of which opens its list. */
export function MovementCard({ rollup: masked }: { rollup: FragmentOf<typeof MovementFields> }) {
  const rollup = readFragment(MovementFields, masked);
  const { m, texts, f } = usePrinting();
  const flows = readFlows(rollup);
  const max = largest(flows.map(({ value }) => value));
  const off = imbalance(rollup.opening.denominator, rollup.members.value, flows);
  return (
    <Card title={m.overview.movements}>
      <table className={styles['table']}>
        <tbody>
          <tr className={styles['stock']}>
            <th scope="row" colSpan={2}>
              {m.overview.opening} <span>{f.date(rollup.period.from)}</span>
            </th>
            <td>{rollup.opening.denominator === null ? m.common.none : f.integer(rollup.opening.denominator)}</td>
          </tr>
          {flows.map(({ measure, sign, value }) => (
            <tr key={measure} data-zero={value === 0 || undefined}>
              <th scope="row">{texts.measures[measure]}</th>
              <td className={styles['bar']}>{value === 0 ? null : <Bar value={value} max={max} tone={sign === 1 ? 'primary' : 'grey'} />}</td>
              <td>
                {value === null || value === 0 ? null : sign === 1 ? '+' : '−'}
                <FigureLink measure={measure} value={value} />
              </td>
            </tr>
          ))}
          <tr className={styles['stock']}>
            <th scope="row" colSpan={2}>
              {m.overview.closing} <span>{f.date(rollup.period.to)}</span>
            </th>
            <td>
              <FigureLink measure="MEMBERS" value={rollup.members.value} />
            </td>
          </tr>
        </tbody>
      </table>
      {flows.some(({ value }) => value === null) ? <p className={styles['why']}>{m.common.hiddenWhy}</p> : null}
      {off === null || off === 0 ? null : <Notice tone="warning">{m.overview.unbalanced(f.difference(off))}</Notice>}
    </Card>
  );
}
