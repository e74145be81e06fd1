import type { PeriodType, Role } from '@banyan/schema/enums';
import { parsePeriod, writePeriod, type PeriodParts } from '@banyan/schema/period';
import { seesSumsAlone } from './sums-alone.ts';

const dayLength = 86_400_000;

/** The forms of period that a user chooses between, in the picker's order. */
export const periodForms = ['YEAR', 'QUARTER', 'MONTH', 'CUMULATIVE', 'RANGE', 'TERM'] as const;
export type PeriodForm = (typeof periodForms)[number];

/** The forms that a role may read: those that see sums alone see whole years and quarters. */
export function formsForRole(role: Role): readonly PeriodForm[] {
  return seesSumsAlone(role) ? ['YEAR', 'QUARTER'] : periodForms;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** The year and month of a day. */
export function yearAndMonth(isoDate: string): { readonly year: number; readonly month: number } {
  return { year: Number(isoDate.slice(0, 4)), month: Number(isoDate.slice(5, 7)) };
}

function lastDayOfMonth(year: number, month: number): string {
  return `${year}-${pad(month)}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}

/** First and last day of a period; null for a term, whose days only the unit knows. */
export function periodBounds(period: PeriodParts): { readonly from: string; readonly to: string } | null {
  switch (period.form) {
    case 'YEAR':
      return { from: `${period.year}-01-01`, to: `${period.year}-12-31` };
    case 'MONTH':
      return {
        from: `${period.year}-${pad(period.month)}-01`,
        to: lastDayOfMonth(period.year, period.month),
      };
    case 'QUARTER':
      return {
        from: `${period.year}-${pad(period.quarter * 3 - 2)}-01`,
        to: lastDayOfMonth(period.year, period.quarter * 3),
      };
    case 'CUMULATIVE':
      return { from: `${period.year}-01-01`, to: lastDayOfMonth(period.year, period.months) };
    case 'RANGE':
      return { from: period.from, to: period.to };
    case 'TERM':
      return null;
  }
}

/** The period before or after, of the same form and length; null for a term. */
export function shiftPeriod(period: PeriodParts, step: 1 | -1): PeriodParts | null {
  switch (period.form) {
    case 'YEAR':
      return { ...period, year: period.year + step };
    case 'MONTH': {
      const index = period.year * 12 + (period.month - 1) + step;
      return { form: 'MONTH', year: Math.floor(index / 12), month: (index % 12) + 1 };
    }
    case 'QUARTER': {
      const index = period.year * 4 + (period.quarter - 1) + step;
      return { form: 'QUARTER', year: Math.floor(index / 4), quarter: (index % 4) + 1 };
    }
    case 'CUMULATIVE':
      return { ...period, year: period.year + step };
    case 'RANGE': {
      const from = Date.parse(period.from);
      const to = Date.parse(period.to);
      const length = to - from + dayLength;
      return { form: 'RANGE', from: toIsoDate(from + step * length), to: toIsoDate(to + step * length) };
    }
    case 'TERM':
      return null;
  }
}

function toIsoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** What a trend shows around a period. */
export interface TrendWindow {
  readonly period: string;
  readonly by: PeriodType;
  /** The same window a year before, drawn in grey; null where there is none. */
  readonly before: string | null;
}

/** The window of a trend: the whole year of the period, or the range or term itself in fitting steps. */
export function trendWindow(period: PeriodParts, role: Role): TrendWindow {
  if (period.form === 'TERM') return { period: 'term', by: 'QUARTER', before: null };
  if (period.form === 'RANGE') {
    const months = (Date.parse(period.to) - Date.parse(period.from)) / (dayLength * 30.4);
    const by = months <= 24 ? 'MONTH' : months <= 96 ? 'QUARTER' : 'YEAR';
    return { period: writePeriod(period), by, before: null };
  }
  return { period: String(period.year), by: seesSumsAlone(role) ? 'QUARTER' : 'MONTH', before: String(period.year - 1) };
}

/** The period shown when the address names none: the year of today, or the last whole year for a role that sees sums alone. */
export function defaultPeriod(today: string, role: Role): PeriodParts {
  const { year } = yearAndMonth(today);
  const whole = today.endsWith('-12-31');
  return { form: 'YEAR', year: seesSumsAlone(role) && !whole ? year - 1 : year };
}

/** Whether a role may read a period: those that see sums alone read whole years and quarters that are over. */
export function isPeriodAllowed(period: PeriodParts, role: Role, today: string): boolean {
  if (!formsForRole(role).includes(period.form)) return false;
  const bounds = periodBounds(period);
  if (bounds === null) return true;
  return seesSumsAlone(role) ? bounds.to <= today : bounds.from <= today;
}

/** Reads the period of an address; null where it is missing or not a period. */
export function readPeriod(text: string | undefined): PeriodParts | null {
  return text === undefined ? null : parsePeriod(text);
}

/** The period of another form that lies where the given one does, so that changing the form keeps the place. */
export function convertPeriod(period: PeriodParts, form: PeriodForm, today: string): PeriodParts {
  const bounds = periodBounds(period);
  const anchor = bounds === null || bounds.to > today ? today : bounds.to;
  const { year, month } = yearAndMonth(anchor);
  switch (form) {
    case 'YEAR':
      return { form, year };
    case 'QUARTER':
      return { form, year, quarter: Math.ceil(month / 3) };
    case 'MONTH':
      return { form, year, month };
    case 'CUMULATIVE':
      return { form, year, months: month >= 9 ? 9 : 6 };
    case 'RANGE':
      return { form, from: bounds?.from ?? `${year}-01-01`, to: anchor };
    case 'TERM':
      return { form };
  }
}
