import type { Measure } from '@banyan/schema/enums';
import { isRate, type Indicator, type TargetKind } from '@banyan/schema/targets';

/** The steps of candidacies that an indicator counts. */
export type CountedStep = 'LISTED' | 'CERTIFIED';

/** From what an indicator is counted: a measure of the ledger, the steps of candidacies, or the places of communes. */
export type IndicatorSource = { readonly from: 'LEDGER'; readonly measure: Measure } | { readonly from: 'STEPS'; readonly step: CountedStep } | { readonly from: 'PLACES' };

/** From what each indicator is counted. Places are a stock, everything else happens in a period. */
export const indicatorSources: Readonly<Record<Indicator, IndicatorSource>> = {
  ADMITTED: { from: 'LEDGER', measure: 'ADMITTED' },
  RECOGNISED: { from: 'LEDGER', measure: 'RECOGNISED' },
  LISTED: { from: 'STEPS', step: 'LISTED' },
  CERTIFIED: { from: 'STEPS', step: 'CERTIFIED' },
  UNITS_FOUNDED: { from: 'LEDGER', measure: 'UNITS_FOUNDED' },
  PLACES_WITHOUT_CELL: { from: 'PLACES' },
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
