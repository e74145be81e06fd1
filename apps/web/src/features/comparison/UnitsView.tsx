import { Bar } from '../../shared/charts/Bar.tsx';
import { ChartFigure } from '../../shared/charts/ChartFigure.tsx';
import { largest } from '../../shared/charts/scales.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { ComparisonDownload } from './ComparisonDownload.tsx';
import styles from './ComparisonPage.module.css';
import type { Drawn } from './drawn.ts';
import { extremes, hasDecimal, medianOf, valueOf, type ComparedMeasure } from './measures.ts';
import { Table, type TableRow } from './Table.tsx';
import viewStyles from './UnitsView.module.css';
import { useComparisonTexts } from './use-comparison-texts.ts';
import type { Compared } from './use-comparison.ts';
import { useMeasureTexts } from './use-measure-texts.ts';

interface UnitsViewProps {
  readonly drawn: Drawn;
  /** The units below the page's unit: those of the kind of the chosen ones are their peers. */
  readonly peers: readonly Compared[];
}

/** The units beside each other: one small picture per figure, each with a scale of its own that all its bars share. */
export function UnitsView({ drawn, peers }: UnitsViewProps) {
  const comparison = useComparisonTexts();
  const kind = drawn.units[0]?.kind;
  const alike = drawn.units.every((unit) => unit.kind.code === kind?.code) ? peers.filter((peer) => peer.kind.code === kind?.code) : [];
  return (
    <>
      <div className={styles['grid']}>
        {drawn.measures.map((measure) => (
          <MeasureCard key={measure} measure={measure} drawn={drawn} peers={alike} />
        ))}
      </div>
      <ComparisonDownload {...drawn} />
      {drawn.units.length === 1 && alike.length < 3 ? <p className={styles['note']}>{comparison.noPeers}</p> : null}
    </>
  );
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly value: number | null;
  readonly text: string;
}

function MeasureCard({ measure, drawn: { units, perHundred }, peers }: { measure: ComparedMeasure; drawn: Drawn; peers: readonly Compared[] }) {
  const { f } = usePrinting();
  const comparison = useComparisonTexts();
  const { title, cell, printMedian, noteOf } = useMeasureTexts();
  const rows = units.map((unit): Row => {
    const value = valueOf(unit.figures, measure, perHundred);
    return { key: unit.code, name: unit.name, value: value.value, text: cell(value, measure, perHundred) };
  });
  const middle = medianOf(peers.map(({ figures }) => valueOf(figures, measure, perHundred).value), hasDecimal(measure, perHundred));
  const kindName = f.inSentence(peers[0]?.kind.name ?? '');
  const median: Row | null =
    middle === null
      ? null
      : { key: 'median', name: comparison.medianOf(f.integer(peers.length), kindName), value: middle, text: printMedian(middle, measure, perHundred) };
  const all = median === null ? rows : [...rows, median];
  const max = largest(all.map(({ value }) => value));
  const note = noteOf(measure, perHundred, units[0]?.figures.admissionRate.baseLabel ?? '');
  const table: TableRow[] = all.map(({ key, name, text }) => ({ key, name, cells: [text] }));
  return (
    <Card title={title(measure)}>
      <ChartFigure
        finding={<Finding rows={rows} median={median} peers={peers.length} />}
        table={<Table columns={[comparison.unit, title(measure)]} rows={table} />}
      >
        <ul className={viewStyles['bars']}>
          {all.map((row) => (
            <li key={row.key} data-median={row === median || undefined}>
              <span className={viewStyles['name']}>{row === median ? row.name : <ProperName>{row.name}</ProperName>}</span>
              <Bar value={row.value} max={max} tone={row === median ? 'grey' : 'primary'} />
              <strong>{row.text}</strong>
            </li>
          ))}
        </ul>
        {note === '' ? null : <p className={viewStyles['note']}>{note}</p>}
      </ChartFigure>
    </Card>
  );
}

/** What the bars show, in words. */
function Finding({ rows, median, peers }: { rows: readonly Row[]; median: Row | null; peers: number }) {
  const { f } = usePrinting();
  const comparison = useComparisonTexts();
  const [first] = rows;
  if (first === undefined) return comparison.findingNothing;
  if (rows.length === 1) {
    if (first.value === null || median === null) return comparison.findingAlone(first.name, first.text);
    return comparison.findingMedian(first.name, first.text, median.text, f.integer(peers));
  }
  const found = extremes(rows);
  if (found === undefined) return comparison.findingHidden;
  const { highest, lowest } = found;
  if (highest.value === lowest.value) return comparison.findingSame(highest.text);
  return comparison.findingHighest(highest.name, highest.text, lowest.name, lowest.text);
}
