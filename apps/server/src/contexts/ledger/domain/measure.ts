import { measureTraits, type Dimension, type Measure } from '@banyan/schema/enums';

/** Measures that entries carry. Members are not among them: they are the sum of the two kinds of member. */
export const entryMeasures = [
  'PROBATIONARY_MEMBERS',
  'OFFICIAL_MEMBERS',
  'ADMITTED',
  'RECOGNISED',
  'TRANSFERRED_IN',
  'TRANSFERRED_OUT',
  'REMOVED',
  'EXPELLED',
  'LEFT',
  'DECEASED',
  'REORGANISED_IN',
  'REORGANISED_OUT',
  'UNITS',
  'GRASSROOTS_ORGANISATIONS',
  'CELLS',
  'UNITS_FOUNDED',
  'UNITS_CLOSED',
] as const satisfies readonly Measure[];
export type EntryMeasure = (typeof entryMeasures)[number];

/** The entry measures whose sum a measure is. */
export function partsOf(measure: Measure): readonly EntryMeasure[] {
  return measure === 'MEMBERS' ? ['PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS'] : [measure];
}

/** Whether a measure is a running sum (what stands at a day) and not a sum over a period. */
export function isStock(measure: Measure): boolean {
  return measureTraits[measure].nature === 'STOCK';
}

/** Whether a dimension says something about what the measure counts: units have only a type and an area. */
export function isDimensionOf(measure: Measure, dimension: Dimension): boolean {
  return measureTraits[measure].subject === 'PERSON' || dimension === 'UNIT_TYPE' || dimension === 'AREA';
}
