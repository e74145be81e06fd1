import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { hasDecimal, ledgerMeasure, type ComparedMeasure, type Value } from './measures.ts';
import { useComparisonTexts } from './use-comparison-texts.ts';

/** How a figure of the comparison is named and printed. */
export function useMeasureTexts() {
  const { m, f, texts } = usePrinting();
  const comparison = useComparisonTexts();
  const title = (measure: ComparedMeasure): string => {
    const ledger = ledgerMeasure(measure);
    if (ledger !== null) return texts.measures[ledger];
    return measure === 'ty-le' ? comparison.rate : comparison.target;
  };
  const print = (measure: ComparedMeasure, perHundred: boolean) => (hasDecimal(measure, perHundred) ? f.decimal : f.integer);
  const printMedian = (value: number, measure: ComparedMeasure, perHundred: boolean) =>
    Number.isInteger(value) && !hasDecimal(measure, perHundred) ? f.integer(value) : f.decimal(value);
  const cell = ({ value, hidden }: Value, measure: ComparedMeasure, perHundred: boolean): string => {
    if (value !== null) return print(measure, perHundred)(value);
    return hidden ? m.common.hidden : m.common.none;
  };
  /** What a figure is measured by, below its picture. */
  const noteOf = (measure: ComparedMeasure, perHundred: boolean, base: string): string => {
    if (measure === 'chi-tieu') return comparison.targetNote;
    if (measure === 'ty-le') return comparison.rateNote(base);
    return perHundred ? comparison.perHundredNote(base) : '';
  };
  /** A change in words: `tăng 12`. */
  const change = (difference: number, measure: ComparedMeasure, perHundred: boolean): string => {
    const size = print(measure, perHundred)(Math.abs(difference));
    if (difference === 0) return m.overview.same;
    return difference > 0 ? m.overview.more(size) : m.overview.fewer(size);
  };
  return { title, print, printMedian, cell, change, noteOf };
}
