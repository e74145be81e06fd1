import { parsePeriod, type PeriodParts } from '@banyan/schema/period';
import { addDays, addMonths, earlier, endOf, type Day } from './day.ts';
import { Refused } from './refused.ts';

/** A period bound to days. `to` is cut at the day up to which facts count; both days are included. */
export interface ResolvedPeriod {
  readonly text: string;
  readonly parts: PeriodParts;
  readonly from: Day;
  readonly to: Day;
  /** Last day of the period, over or not. */
  readonly endsOn: Day;
  /** Whether the period had ended by the day up to which facts count. */
  readonly complete: boolean;
  /** Years of the term where the period is one. */
  readonly termLabel?: string;
}

/** First and last day of a term; an open term has no last day. */
export interface TermDays {
  readonly label: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** Takes a written period apart. Refuses what is not in the grammar. */
export function parsedPeriod(text: string): PeriodParts {
  const parts = parsePeriod(text);
  if (!parts) throw new Refused('BAD_USER_INPUT', 'period');
  return parts;
}

function bounds(parts: PeriodParts, term: TermDays | null): { from: Day; to: Day } {
  switch (parts.form) {
    case 'YEAR':
      return { from: `${parts.year}-01-01`, to: `${parts.year}-12-31` };
    case 'MONTH': {
      const from = `${parts.year}-${String(parts.month).padStart(2, '0')}-01`;
      return { from, to: endOf('MONTH', from) };
    }
    case 'QUARTER': {
      const from = addMonths(`${parts.year}-01-01`, (parts.quarter - 1) * 3);
      return { from, to: endOf('QUARTER', from) };
    }
    case 'CUMULATIVE':
      return { from: `${parts.year}-01-01`, to: addDays(addMonths(`${parts.year}-01-01`, parts.months), -1) };
    case 'RANGE':
      return { from: parts.from, to: parts.to };
    case 'TERM':
      if (!term) throw new Refused('BAD_USER_INPUT', 'period');
      return { from: term.from, to: term.to ?? '9999-12-31' };
  }
}

/** Binds a period to days, counting facts up to `asOf`. Refuses `term` where no term is in force. */
export function resolvePeriod(text: string, asOf: Day, term: TermDays | null = null): ResolvedPeriod {
  const parts = parsedPeriod(text);
  const { from, to } = bounds(parts, term);
  return {
    text,
    parts,
    from,
    to: earlier(to, asOf),
    endsOn: to,
    complete: to <= asOf,
    ...(parts.form === 'TERM' && term ? { termLabel: term.label } : {}),
  };
}
