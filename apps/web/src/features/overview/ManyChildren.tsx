import { useMemo } from 'react';
import { ChartFigure } from '../../shared/charts/ChartFigure.tsx';
import type { DotValue } from '../../shared/charts/dot-geometry.ts';
import { DotPlot } from '../../shared/charts/DotPlot.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { isBehind } from '../ledger/index.ts';
import { useChildrenWords } from './against.ts';
import { sortRows, type ChildRow } from './child-row.ts';

const namedWorst = 5;
/** A unit with two last year and ten now would leave no room for the others: the scale ends here. In per cent. */
const scaleEnd = 200;

/** Where each of many units stands against the same period of the year before; the worst ones are named, the table follows. */
export function ManyChildren({ rows }: { rows: readonly ChildRow[] }) {
  const { f } = usePrinting();
  const words = useChildrenWords(rows[0]?.against ?? 'LAST_YEAR');
  const worstFirst = useMemo(() => sortRows(rows, { column: 'percent', descending: false }).filter(({ percent }) => percent !== null), [rows]);
  const values = useMemo(() => {
    // Of many that are equally bad none is named before the others.
    const next = worstFirst[namedWorst]?.percent;
    return worstFirst.map(({ id, name, percent, standing }, index): DotValue => {
      const value = percent ?? 0;
      const behind = isBehind(standing);
      return { key: id, name, value: Math.min(value, scaleEnd), text: f.percent(value), chosen: behind, tone: behind ? 'behind' : undefined, named: index < namedWorst && percent !== next };
    });
  }, [worstFirst, f]);
  const middle = medianOf(worstFirst);
  const worst = worstFirst[0];
  const median = useMemo(() => (middle === null ? null : { value: Math.min(middle, scaleEnd), text: words.median(f.percent(middle)) }), [middle, words, f]);
  if (worst === undefined || middle === null) return null;
  const tied = worstFirst.filter(({ percent }) => percent === worst.percent).length;
  const [half, lowest] = [f.percent(middle), f.percent(worst.percent ?? 0)];
  const ends = worstFirst.some(({ percent }) => (percent ?? 0) > scaleEnd);
  return (
    <ChartFigure finding={tied > 1 ? words.dotsTied(half, f.integer(tied), lowest) : words.dotsFinding(half, worst.name, lowest)}>
      <DotPlot values={values} median={median} print={(value) => `${ends && value === scaleEnd ? '≥ ' : ''}${f.percent(value, true)}`} />
    </ChartFigure>
  );
}

/** The middle of the percentages, or the mean of the two in the middle, half-up to one decimal; null where there is none. */
function medianOf(sorted: readonly ChildRow[]): number | null {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)]?.percent, sorted[Math.floor(sorted.length / 2)]?.percent];
  return typeof low !== 'number' || typeof high !== 'number' ? null : Math.round((low + high) * 5) / 10;
}
