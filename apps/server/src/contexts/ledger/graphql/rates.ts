import type { RateBase } from '@banyan/schema/enums';
import { addDays, startOf, type Day } from '../../../kernel/day.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { loadTotal, type RollupFrame } from './figure-loaders.ts';

/** The days whose stocks of members are averaged into a base; null for that of a term, whose beginning has to be looked up. */
export function rateDays({ from, to }: { readonly from: Day; readonly to: Day }, base: RateBase): Day[] | null {
  switch (base) {
    case 'STOCK_AT_PERIOD_START':
      return [addDays(from, -1)];
    case 'STOCK_AT_PERIOD_END':
      return [to];
    case 'AVERAGE_STOCK':
      return [addDays(from, -1), to];
    case 'STOCK_AT_YEAR_START':
      return [addDays(startOf('YEAR', to), -1)];
    case 'STOCK_AT_TERM_START':
      return null;
  }
}

/** What a rate is made of: admissions in the period of the frame, and the members on each of some days. */
export async function loadRate(context: RequestContext, { basis, period: { from, to } }: RollupFrame, unitId: string, days: readonly Day[]): Promise<{ numerator: number; stocks: number[] }> {
  const [numerator, ...stocks] = await Promise.all([
    loadTotal(context, basis, { unitId, measure: 'ADMITTED', from, to }),
    ...days.map(async (day) => await loadTotal(context, basis, { unitId, measure: 'MEMBERS', from: day, to: day })),
  ]);
  return { numerator, stocks };
}
