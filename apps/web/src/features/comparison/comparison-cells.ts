import type { Cell } from '../../shared/download/csv.ts';
import type { Messages } from '../../shared/messages/vi.ts';
import { valueOf, type ComparedMeasure, type Value } from './measures.ts';
import type { ComparisonTexts } from './texts/vi.ts';
import type { Compared, UnitOverYears } from './use-comparison.ts';

interface CellTexts {
  readonly m: Messages;
  readonly comparison: ComparisonTexts;
  readonly title: (measure: ComparedMeasure) => string;
  readonly perHundred: boolean;
}

function cellOf({ value, hidden }: Value, m: Messages): Cell {
  return hidden ? m.common.hidden : value;
}

/** Units with one column per figure. */
export function unitCells(units: readonly Compared[], measures: readonly ComparedMeasure[], { m, title, perHundred }: CellTexts): Cell[][] {
  return [
    [m.children.code, m.children.unit, m.children.kind, ...measures.map((measure) => title(measure))],
    ...units.map(({ code, name, kind, figures }) => [code, name, kind.name, ...measures.map((measure) => cellOf(valueOf(figures, measure, perHundred), m))]),
  ];
}

/** Units and figures with one column per year. */
export function yearCells(units: readonly UnitOverYears[], measures: readonly ComparedMeasure[], { m, comparison, title, perHundred }: CellTexts): Cell[][] {
  return [
    [m.children.code, m.children.unit, comparison.measures, ...(units[0]?.years ?? []).map(({ year }) => year)],
    ...units.flatMap(({ code, name, years }) =>
      measures.map((measure) => [code, name, title(measure), ...years.map(({ figures }) => cellOf(valueOf(figures, measure, perHundred), m))]),
    ),
  ];
}
