import { useMemo } from 'react';
import { ChartFigure } from '../../shared/charts/ChartFigure.tsx';
import { DotPlot } from '../../shared/charts/DotPlot.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { sortRows, type ChildRow } from './child-row.ts';

const namedWorst = 5;

/** Where each of many units stands against the same period of the year before; the worst ones are named, the table follows. */
export function ManyChildren({ rows }: { rows: readonly ChildRow[] }) {
  const { m, f } = usePrinting();
  const worstFirst = useMemo(() => sortRows(rows, { column: 'percent', descending: false }).filter(({ percent }) => percent !== null), [rows]);
  const values = useMemo(
    () => worstFirst.map(({ id, name, percent, standing }, index) => ({ key: id, name, value: percent ?? 0, chosen: standing === 'FEWER', named: index < namedWorst })),
    [worstFirst],
  );
  const middle = medianOf(worstFirst);
  const worst = worstFirst[0];
  const median = useMemo(() => (middle === null ? null : { value: middle, text: m.children.median(f.percent(middle)) }), [middle, m, f]);
  if (worst === undefined) return null;
  return (
    <ChartFigure finding={m.children.dotsFinding(middle === null ? m.common.none : f.percent(middle), worst.name, f.percent(worst.percent ?? 0))}>
      <DotPlot values={values} median={median} print={(value) => f.percent(value, true)} />
    </ChartFigure>
  );
}

/** The middle of the percentages, or the mean of the two in the middle, half-up to one decimal; null where there is none. */
function medianOf(sorted: readonly ChildRow[]): number | null {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)]?.percent, sorted[Math.floor(sorted.length / 2)]?.percent];
  return typeof low !== 'number' || typeof high !== 'number' ? null : Math.round((low + high) * 5) / 10;
}
