import type { Dimension, Measure } from '@banyan/schema/enums';
import { isRate, type Indicator, type TargetKind } from '@banyan/schema/targets';

/** The steps of candidacies that an indicator counts. */
export type CountedStep = 'LISTED' | 'CERTIFIED';

/** From what an indicator is counted: a measure of the ledger, the steps of candidacies, or the places of communes. */
export type IndicatorSource = { readonly from: 'LEDGER'; readonly measure: Measure } | { readonly from: 'STEPS'; readonly step: CountedStep } | { readonly from: 'PLACES' };

interface IndicatorTraits {
  readonly source: IndicatorSource;
  /** By which dimensions a target of it can be limited to a group. */
  readonly dimensions: readonly Dimension[];
}

const ofPeople: readonly Dimension[] = [
  'GENDER', 'AGE_BAND', 'ETHNIC_MINORITY', 'RELIGION', 'YOUTH_UNION', 'OCCUPATION', 'ENTERPRISE_RELATION', 'UNIT_TYPE', 'AREA', 'EDUCATION',
];

/** What each indicator counts. Places are a stock, everything else happens in a period. */
export const indicatorTraits: Readonly<Record<Indicator, IndicatorTraits>> = {
  ADMITTED: { source: { from: 'LEDGER', measure: 'ADMITTED' }, dimensions: ofPeople },
  RECOGNISED: { source: { from: 'LEDGER', measure: 'RECOGNISED' }, dimensions: ofPeople },
  LISTED: { source: { from: 'STEPS', step: 'LISTED' }, dimensions: [] },
  CERTIFIED: { source: { from: 'STEPS', step: 'CERTIFIED' }, dimensions: [] },
  UNITS_FOUNDED: { source: { from: 'LEDGER', measure: 'UNITS_FOUNDED' }, dimensions: ['UNIT_TYPE', 'AREA'] },
  PLACES_WITHOUT_CELL: { source: { from: 'PLACES' }, dimensions: [] },
};

/** Whether an indicator can be put in a way: only admissions are per cent of members, only places come down. */
export function suitsKind(indicator: Indicator, kind: TargetKind): boolean {
  if (indicator === 'PLACES_WITHOUT_CELL') return kind === 'REDUCE_TO';
  return kind !== 'REDUCE_TO' && (!isRate(kind) || indicator === 'ADMITTED');
}

/** The indicator whose plain figure a measure of the ledger is, or null. */
export function indicatorOf(measure: Measure): Indicator | null {
  return measure === 'ADMITTED' || measure === 'RECOGNISED' || measure === 'UNITS_FOUNDED' ? measure : null;
}
