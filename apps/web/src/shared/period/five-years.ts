import type { PeriodHint } from './period-hint.ts';
import { periodBounds } from './period-arithmetic.ts';
import type { ScopeChoice } from './scope-choice.ts';
import { seesSumsAlone } from './sums-alone.ts';

const howMany = 5;

/** The five years that end with that of the period, the oldest first. Whoever sees sums alone is shown years that are over. */
export function fiveYears({ period, asOf, hint }: ScopeChoice): readonly [string, string, string, string, string] {
  const last = asOf ?? hint.today;
  const bounds = periodBounds(period);
  const end = bounds === null || bounds.to > last ? last : bounds.to;
  const latest = Number(end.slice(0, 4));
  const year = isOver(latest, hint) ? latest : latest - 1;
  const at = (index: number) => String(year - howMany + 1 + index);
  return [at(0), at(1), at(2), at(3), at(4)];
}

function isOver(year: number, { role, today }: PeriodHint): boolean {
  return !seesSumsAlone(role) || `${year}-12-31` <= today;
}
