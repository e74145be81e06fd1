import { useMemo } from 'react';
import { ChartFigure } from '../../shared/charts/ChartFigure.tsx';
import type { DotValue } from '../../shared/charts/dot-geometry.ts';
import { DotPlot } from '../../shared/charts/DotPlot.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { Segmented } from '../../shared/ui/Segmented.tsx';
import { ComparisonDownload } from './ComparisonDownload.tsx';
import styles from './ComparisonPage.module.css';
import type { Drawn } from './drawn.ts';
import { byKind } from './kinds.ts';
import { extremes, hasDecimal, medianOf, rankOf, valueOf, type ComparedMeasure } from './measures.ts';
import { Table } from './Table.tsx';
import { useComparisonTexts } from './use-comparison-texts.ts';
import type { Compared } from './use-comparison.ts';
import { useMeasureTexts } from './use-measure-texts.ts';

interface PeersViewProps {
  readonly drawn: Drawn;
  readonly measure: ComparedMeasure;
  readonly peers: readonly Compared[];
  readonly kind: string | undefined;
  readonly onKind: (kind: string) => void;
}

const fewest = 3;

interface Peer {
  readonly code: string;
  readonly name: string;
  readonly value: number | null;
  readonly hidden: boolean;
  readonly chosen: boolean;
}

/** All units of one kind on one figure: where the middle is, and where the chosen ones stand. */
export function PeersView({ drawn, measure, peers, kind, onKind }: PeersViewProps) {
  const { units, perHundred } = drawn;
  const { f } = usePrinting();
  const comparison = useComparisonTexts();
  const { title, print, printMedian, noteOf } = useMeasureTexts();
  // Of one or two units there is no middle to stand around.
  const kinds = useMemo(() => byKind(peers).filter((ofKind) => ofKind.units.length >= fewest), [peers]);
  const group = kinds.find(({ code }) => code === (kind ?? units[0]?.kind.code)) ?? kinds[0];
  const chosen = units.map(({ code }) => code).join();
  const rows = useMemo(() => readPeers(group?.units ?? [], { measure, perHundred, chosen: chosen.split(',') }), [group, measure, perHundred, chosen]);
  const middle = medianOf(rows.map(({ value }) => value), hasDecimal(measure, perHundred));
  const medianText = middle === null ? '' : printMedian(middle, measure, perHundred);
  const median = useMemo(() => (middle === null ? null : { value: middle, text: `${comparison.median} ${medianText}` }), [middle, medianText, comparison]);
  const dots = useMemo(() => toDots(rows), [rows]);
  if (group === undefined) return <Message title={comparison.leafBody} />;
  const note = noteOf(measure, perHundred, group.units[0]?.figures.admissionRate.baseLabel ?? '');
  return (
    <Card
      title={`${title(measure)} – ${f.inSentence(group.name)} (${f.integer(group.units.length)})`}
      tools={
        kinds.length < 2 ? undefined : (
          <Segmented label={comparison.kind} value={group.code} onChange={onKind} segments={kinds.map(({ code, name }) => ({ value: code, label: name }))} />
        )
      }
    >
      <ChartFigure
        finding={<Finding rows={rows} median={medianText} print={print(measure, perHundred)} />}
        table={<PeerTable rows={rows} measure={measure} perHundred={perHundred} />}
      >
        <DotPlot values={dots} median={median} print={print(measure, perHundred)} />
        {note === '' ? null : <p className={styles['note']}>{note}</p>}
      </ChartFigure>
      <ComparisonDownload {...drawn} units={group.units} />
    </Card>
  );
}

function readPeers(units: readonly Compared[], { measure, perHundred, chosen }: { measure: ComparedMeasure; perHundred: boolean; chosen: readonly string[] }): Peer[] {
  return units
    .map(({ code, name, figures }) => ({ code, name, chosen: chosen.includes(code), ...valueOf(figures, measure, perHundred) }))
    .toSorted((one, other) => (other.value ?? -1) - (one.value ?? -1));
}

/** The chosen ones are named; while nothing is chosen, the first and the last. */
function toDots(rows: readonly Peer[]): DotValue[] {
  const known = rows.filter(({ value }) => value !== null);
  const ends = known.some(({ chosen }) => chosen) ? [] : [known[0]?.code, known.at(-1)?.code];
  return known.map(({ code, name, value, chosen }) => ({ key: code, name, value: value ?? 0, chosen, named: chosen || ends.includes(code) }));
}

function Finding({ rows, median, print }: { rows: readonly Peer[]; median: string; print: (value: number) => string }) {
  const { m, f } = usePrinting();
  const comparison = useComparisonTexts();
  const known = rows.filter(({ value }) => value !== null);
  const found = extremes(known);
  if (found === undefined) return rows.length === 0 ? comparison.findingNothing : comparison.findingHidden;
  const { highest, lowest } = found;
  const values = known.map(({ value }) => value);
  const ranks = known
    .filter(({ chosen }) => chosen)
    .map(({ name, value }) => comparison.findingRank(name, f.integer(rankOf(value ?? 0, values)), f.integer(known.length)));
  const whole = comparison.findingPeers(median === '' ? m.common.none : median, highest.name, print(highest.value ?? 0), lowest.name, print(lowest.value ?? 0));
  return [whole, ...ranks].join(' ');
}

function PeerTable({ rows, measure, perHundred }: { rows: readonly Peer[]; measure: ComparedMeasure; perHundred: boolean }) {
  const { m, f } = usePrinting();
  const comparison = useComparisonTexts();
  const { title, cell } = useMeasureTexts();
  const values = rows.map(({ value }) => value);
  return (
    <Table
      columns={[comparison.unit, comparison.rank, title(measure)]}
      rows={rows.map((row) => ({
        key: row.code,
        name: row.name,
        chosen: row.chosen,
        cells: [row.value === null ? m.common.none : f.integer(rankOf(row.value, values)), cell(row, measure, perHundred)],
      }))}
    />
  );
}
