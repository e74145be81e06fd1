import type { PeriodType } from '@banyan/schema/enums';
import { addDays, earlier, endOf, later, startOf } from '../../../kernel/day.ts';
import type { ResolvedPeriod } from '../../../kernel/period.ts';

/** Most points that one trend may have. */
export const mostSteps = 400;

/** The months, quarters or years that a period touches, the first and last cut to it. Empty where the period has not begun. */
export function stepsOf(period: ResolvedPeriod, type: PeriodType): ResolvedPeriod[] {
  const steps: ResolvedPeriod[] = [];
  for (let start = startOf(type, period.from); start <= period.to && steps.length <= mostSteps; start = addDays(endOf(type, start), 1)) {
    const end = endOf(type, start);
    const year = Number(start.slice(0, 4));
    const month = Number(start.slice(5, 7));
    const quarter = Math.ceil(month / 3);
    const parts = {
      YEAR: { form: 'YEAR', year } as const,
      QUARTER: { form: 'QUARTER', year, quarter } as const,
      MONTH: { form: 'MONTH', year, month } as const,
    }[type];
    const text = { YEAR: String(year), QUARTER: `${year}-Q${quarter}`, MONTH: start.slice(0, 7) }[type];
    const from = later(start, period.from);
    const to = earlier(end, period.to);
    steps.push({ text, parts, from, to, endsOn: end, complete: from === start && to === end });
  }
  return steps;
}

/** What a mean of the period is divided by: the years that it touches, or its months where it lies within one year. */
export function divisorOf(period: ResolvedPeriod): { divisor: number; unit: 'YEAR' | 'MONTH'; lastComplete: boolean } {
  const unit = period.from.slice(0, 4) === period.to.slice(0, 4) ? 'MONTH' : 'YEAR';
  const steps = stepsOf(period, unit);
  return { divisor: steps.length, unit, lastComplete: steps.at(-1)?.to === endOf(unit, period.to) };
}
