import { dimensions, type Dimension } from '@banyan/schema/enums';
import { useId } from 'react';
import { useQuery } from 'urql';
import { ChartFigure } from '../../shared/charts/ChartFigure.tsx';
import { Bar } from '../../shared/charts/Bar.tsx';
import { largest } from '../../shared/charts/scales.ts';
import { StackedBar, Swatch, type Part } from '../../shared/charts/StackedBar.tsx';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { dimensionSlug } from '../../shared/url/slugs.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { FigureLink } from '../ledger/index.ts';
import { BreakdownFields, BreakdownQuery, orderSlices, stackParts, type Breakdown, type Slice } from './breakdown-fields.ts';
import styles from './BreakdownCard.module.css';

interface BreakdownCardProps {
  readonly unitId: string;
  readonly period: string;
  readonly asOf: string | null;
  readonly dimension: Dimension;
  readonly onDimension: (slug: string) => void;
}

/** Who was admitted, by one dimension at a time. */
export function BreakdownCard({ unitId, period, asOf, dimension, onDimension }: BreakdownCardProps) {
  const { m, texts, language } = usePrinting();
  const id = useId();
  const [{ data, error }, reload] = useQuery({
    query: BreakdownQuery,
    variables: { unit: unitId, period, asOf, dimension, language },
  });
  const figure = readFragment(BreakdownFields, data?.unit?.rollup.admitted);
  const current = figure?.by.dimension === dimension ? figure : undefined;
  return (
    <Card
      title={m.breakdown.title}
      tools={
        <>
          <label htmlFor={id} className={styles['label']}>
            {m.breakdown.dimension}
          </label>
          <select
            id={id}
            className={styles['select']}
            value={dimension}
            onChange={(event) => {
              const chosen = dimensions.find((candidate) => candidate === event.target.value);
              if (chosen) onDimension(dimensionSlug(chosen));
            }}
          >
            {dimensions.map((candidate) => (
              <option key={candidate} value={candidate}>
                {texts.dimensions[candidate]}
              </option>
            ))}
          </select>
        </>
      }
    >
      {error !== undefined ? (
        <QueryFailure error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      ) : current === undefined ? (
        <Skeleton height="9rem" />
      ) : (
        <BreakdownFigure breakdown={current.by} total={current.value} />
      )}
    </Card>
  );
}

function BreakdownFigure({ breakdown, total }: { breakdown: Breakdown; total: number | null }) {
  const { m, f } = usePrinting();
  if (total === 0) return <p className={styles['empty']}>{m.breakdown.empty}</p>;
  const slices = orderSlices(breakdown);
  const parts = stackParts(breakdown);
  const hidden = slices.filter((slice) => slice.hidden).length;
  const shown = slices.filter(({ hidden: isHidden, value }) => isHidden || value !== 0);
  const zero = slices.filter(({ hidden: isHidden, value }) => !isHidden && value === 0);
  return (
    <ChartFigure finding={<BreakdownFinding slices={slices} breakdown={breakdown} />}>
      {parts === null ? null : <StackedBar tall parts={parts} />}
      <SliceTable breakdown={breakdown} slices={shown} parts={parts} />
      {zero.length === 0 ? null : (
        <p className={styles['note']}>
          {m.breakdown.zero} {zero.map(({ label }) => label).join(', ')}.
        </p>
      )}
      {hidden === 0 ? null : <p className={styles['why']}>{m.breakdown.hiddenSlices(f.integer(hidden))}</p>}
    </ChartFigure>
  );
}

function BreakdownFinding({ slices, breakdown }: { slices: readonly Slice[]; breakdown: Breakdown }) {
  const { m, f } = usePrinting();
  // Where a slice is hidden, nobody may say which is the largest.
  const known = slices.some((slice) => slice.hidden) ? [] : slices;
  const most = known.reduce<Slice | undefined>(
    (best, slice) => ((slice.value ?? 0) > (best?.value ?? 0) ? slice : best),
    undefined,
  );
  const base = breakdown.base === null ? m.breakdown.baseHidden : `${m.breakdown.base(f.integer(breakdown.base))}.`;
  const kind = breakdown.kind === 'OVERLAPPING' ? m.breakdown.overlapping : '';
  if (most?.value === null || most === undefined) return `${base} ${kind}`;
  const count = f.integer(most.value);
  const finding =
    most.share === null
      ? m.breakdown.findingNoShare(most.label, count)
      : m.breakdown.finding(most.label, count, f.percent(most.share, most.value === breakdown.base));
  return `${finding} ${base} ${kind}`;
}

interface SliceTableProps {
  readonly breakdown: Breakdown;
  readonly slices: readonly Slice[];
  readonly parts: readonly Part[] | null;
}

function SliceTable({ breakdown, slices, parts }: SliceTableProps) {
  const { m, texts, f } = usePrinting();
  const { dimension, base } = breakdown;
  const hidden = slices.some((slice) => slice.hidden);
  // With a slice hidden the largest is not known: the whole is the end of the scale.
  const max = hidden && base !== null ? base : largest(slices.map(({ value }) => value));
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col" colSpan={parts === null ? 2 : 1}>
            {texts.dimensions[dimension]}
          </th>
          <th scope="col">{m.breakdown.value}</th>
          <th scope="col">{m.breakdown.share}</th>
        </tr>
      </thead>
      <tbody>
        {slices.map(({ key, label, value, share }) => {
          const tone = parts?.find((part) => part.key === key)?.tone;
          return (
            <tr key={key}>
              <th scope="row">
                {tone === undefined ? null : <Swatch tone={tone} />}
                {label}
              </th>
              {parts === null ? (
                <td className={styles['bar']}>
                  <Bar value={value} max={max} />
                </td>
              ) : null}
              <td>
                <FigureLink measure="ADMITTED" value={value} slice={{ dimension, key, label }} />
              </td>
              <td>{share === null ? m.common.none : f.percent(share, value === base || value === 0)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
