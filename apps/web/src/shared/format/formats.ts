import type { Language } from '@banyan/schema/enums';
import {
  formatDate,
  formatDateTime,
  formatDayOf,
  formatDecimal,
  formatDifference,
  formatInteger,
  formatPercent,
  formatShare,
  formatTimeOf,
} from '@banyan/schema/format';
import { periodLabel, type PeriodParts } from '@banyan/schema/period';

/** The formats of the shared package, bound to one language. */
export interface Formats {
  readonly integer: (value: number) => string;
  readonly decimal: (value: number) => string;
  readonly difference: (value: number) => string;
  readonly percent: (value: number, exact?: boolean) => string;
  readonly share: (part: number, whole: number) => string | null;
  readonly date: (isoDate: string) => string;
  readonly dateTime: (iso: string) => string;
  /** The time of an instant, without its day: `08:30`. */
  readonly timeOf: (iso: string) => string;
  readonly dayOf: (iso: string) => string;
  /** A label as it stands inside a sentence: `tháng 9/2026`. English months keep their capital. */
  readonly inSentence: (label: string) => string;
  readonly period: (period: PeriodParts, termLabel?: string) => string;
}

/** Binds the formats to a language. */
export function makeFormats(language: Language): Formats {
  return {
    integer: (value) => formatInteger(value, language),
    decimal: (value) => formatDecimal(value, language),
    difference: (value) => formatDifference(value, language),
    percent: (value, exact) => formatPercent(value, language, exact),
    share: (part, whole) => formatShare(part, whole, language),
    date: formatDate,
    dateTime: formatDateTime,
    timeOf: formatTimeOf,
    dayOf: formatDayOf,
    inSentence: (label) =>
      language === 'VI' || /^(Year|Quarter|First|From|Term)\b/.test(label)
        ? label.charAt(0).toLowerCase() + label.slice(1)
        : label,
    period: (period, termLabel) => periodLabel(period, language, termLabel),
  };
}
