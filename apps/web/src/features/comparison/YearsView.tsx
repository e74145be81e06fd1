import { ChartFigure } from '../../shared/charts/ChartFigure.tsx';
import { Course } from '../../shared/charts/Course.tsx';
import { firstCounted } from '../../shared/charts/course-values.ts';
import { largest } from '../../shared/charts/scales.ts';
import { YearColumns } from '../../shared/charts/YearColumns.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { ScopeChoice } from '../../shared/period/scope-choice.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { ComparisonDownload } from './ComparisonDownload.tsx';
import styles from './ComparisonPage.module.css';
import type { Drawn } from './drawn.ts';
import { valueOf, type ComparedMeasure, type Value } from './measures.ts';
import { Table } from './Table.tsx';
import { useComparisonTexts } from './use-comparison-texts.ts';
import { useYears, type UnitOverYears } from './use-comparison.ts';
import { useMeasureTexts } from './use-measure-texts.ts';
import viewStyles from './YearsView.module.css';

interface YearsViewProps {
  readonly drawn: Drawn;
  readonly codes: readonly string[];
  readonly choice: ScopeChoice;
}

/** Each unit over five years: one small picture per unit, and one scale per figure that all of them share. */
export function YearsView({ drawn, codes, choice }: YearsViewProps) {
  const { units, busy, error, retry } = useYears(codes, choice);
  if (error !== undefined) return <QueryFailure error={error} onRetry={retry} />;
  if (units === undefined) return <Skeleton height="20rem" />;
  return (
    <>
      <div className={units.length === 1 ? styles['grid'] : styles['content']} data-busy={busy || undefined} aria-busy={busy}>
        {drawn.measures.map((measure) => (
          <MeasureCard key={measure} measure={measure} units={units} perHundred={drawn.perHundred} />
        ))}
      </div>
      <ComparisonDownload {...drawn} years={units} />
    </>
  );
}

interface Series {
  readonly code: string;
  readonly name: string;
  readonly values: readonly (Value & { readonly year: string })[];
}

interface MeasureCardProps {
  readonly measure: ComparedMeasure;
  readonly units: readonly UnitOverYears[];
  readonly perHundred: boolean;
}

function MeasureCard({ measure, units, perHundred }: MeasureCardProps) {
  const { f } = usePrinting();
  const comparison = useComparisonTexts();
  const { title, print, cell, noteOf } = useMeasureTexts();
  const series = units.map(({ code, name, years }): Series => ({
    code,
    name,
    values: years.map(({ year, figures }) => ({ year, ...valueOf(figures, measure, perHundred) })),
  }));
  const max = largest(series.flatMap(({ values }) => values.map(({ value }) => value)));
  const unfinished = units[0]?.years.find(({ figures }) => !figures.period.complete);
  const base = units[0]?.years[0]?.figures.admissionRate.baseLabel ?? '';
  const note = noteOf(measure, perHundred, base);
  const soFar = unfinished === undefined ? '' : `${comparison.year} ${comparison.yearSoFar(unfinished.year, f.date(unfinished.figures.period.to))}.`;
  const columns = [comparison.unit, ...(units[0]?.years ?? []).map(({ year }) => year), comparison.course];
  const begun = firstCounted(series.map(({ values }) => values));
  return (
    <Card title={title(measure)}>
      <ChartFigure
        finding={<Finding series={series} measure={measure} perHundred={perHundred} />}
        table={
          <Table
            drawsLast
            columns={columns}
            rows={series.map(({ code, name, values }) => ({
              key: code,
              name,
              cells: [...values.map((value) => cell(value, measure, perHundred)), <Course key="course" values={values} begun={begun} max={max} print={print(measure, perHundred)} />],
            }))}
          />
        }
      >
        <ul className={viewStyles['panels']}>
          {series.map(({ code, name, values }) => (
            <li key={code}>
              <h3>
                <ProperName>{name}</ProperName>
              </h3>
              <YearColumns max={max} columns={values.map((value) => ({ key: value.year, label: value.year, value: value.value, hidden: value.hidden, text: cell(value, measure, perHundred) }))} />
            </li>
          ))}
        </ul>
        {note === '' && soFar === '' ? null : <p className={viewStyles['note']}>{`${note} ${soFar}`.trim()}</p>}
      </ChartFigure>
    </Card>
  );
}

/** How it went from the first year with figures to the last. */
function Finding({ series, measure, perHundred }: { series: readonly Series[]; measure: ComparedMeasure; perHundred: boolean }) {
  const comparison = useComparisonTexts();
  const { change, cell } = useMeasureTexts();
  if (series.some(({ values }) => values.some(({ hidden }) => hidden))) return comparison.findingHidden;
  const begun = firstCounted(series.map(({ values }) => values));
  const changes = series.flatMap(({ name, values }) => {
    const first = values[begun];
    const last = values.at(-1);
    if (first === undefined || last === undefined || first === last) return [];
    return [{ name, first, last, difference: Math.round(((last.value ?? 0) - (first.value ?? 0)) * 10) / 10 }];
  });
  const [one] = changes;
  if (one === undefined) return comparison.findingNothing;
  if (series.length === 1) {
    return comparison.findingYears(
      one.name, cell(one.first, measure, perHundred), one.first.year, cell(one.last, measure, perHundred), one.last.year, change(one.difference, measure, perHundred),
    );
  }
  const most = changes.reduce((best, candidate) => (Math.abs(candidate.difference) > Math.abs(best.difference) ? candidate : best));
  return comparison.findingMost(most.name, change(most.difference, measure, perHundred), most.first.year, most.last.year);
}
