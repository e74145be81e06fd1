import type { Cell } from '../../shared/download/csv.ts';
import { TableDownload } from '../../shared/download/TableDownload.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { unitCells, yearCells } from './comparison-cells.ts';
import type { ComparedMeasure } from './measures.ts';
import { useComparisonTexts } from './use-comparison-texts.ts';
import type { Compared, UnitOverYears } from './use-comparison.ts';
import { useMeasureTexts } from './use-measure-texts.ts';

interface ComparisonDownloadProps {
  /** What the file is told apart by: a unit and a period, as addresses write them. */
  readonly name: string;
  readonly measures: readonly ComparedMeasure[];
  readonly perHundred: boolean;
  readonly units?: readonly Compared[];
  readonly years?: readonly UnitOverYears[];
}

/** What is compared, as a file. */
export function ComparisonDownload({ name, measures, perHundred, units, years }: ComparisonDownloadProps) {
  const { m } = usePrinting();
  const comparison = useComparisonTexts();
  const { title: bare } = useMeasureTexts();
  const title = (measure: ComparedMeasure) => ((perHundred && measure !== 'chi-tieu') || measure === 'ty-le' ? `${bare(measure)} (${comparison.perHundred.toLowerCase()})` : bare(measure));
  const rows = (): Cell[][] => (years === undefined ? unitCells(units ?? [], measures, { m, comparison, title, perHundred }) : yearCells(years, measures, { m, comparison, title, perHundred }));
  return <TableDownload fileName={comparison.fileName(name)} sheet={m.navigation.comparison} rows={rows} />;
}
