import type { RateBase } from '@banyan/schema/enums';
import { addDays, startOf, type Day } from '../../../kernel/day.ts';

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
