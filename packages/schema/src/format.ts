import type { Language } from './enums.ts';

const locales = { VI: 'vi-VN', EN: 'en-GB' } as const satisfies Record<Language, string>;
const minus = '−';

const integers = byLanguage({ maximumFractionDigits: 0 });
const twoDecimals = byLanguage({ maximumFractionDigits: 2, signDisplay: 'negative' });
const oneDecimal = byLanguage({ minimumFractionDigits: 1, maximumFractionDigits: 1 });

function byLanguage(options: Intl.NumberFormatOptions): Record<Language, Intl.NumberFormat> {
  // No minus before nothing: what is rounded may be a negative zero.
  const signed = { ...options, signDisplay: 'negative' } as const;
  return { VI: new Intl.NumberFormat(locales.VI, signed), EN: new Intl.NumberFormat(locales.EN, signed) };
}

function withRealMinus(text: string): string {
  return text.replace(/^-/, minus);
}

/** A whole number: `1.234.567` in Vietnamese, `1,234,567` in English, `−18` with a real minus. */
export function formatInteger(value: number, language: Language): string {
  return withRealMinus(integers[language].format(value));
}

/** A number with one decimal: `3.708,0` in Vietnamese, `3,708.0` in English. */
export function formatDecimal(value: number, language: Language): string {
  return withRealMinus(oneDecimal[language].format(value));
}

/** A difference, always with its sign: `+4`, `−18`, `0`. */
export function formatDifference(value: number, language: Language): string {
  return value > 0 ? `+${formatInteger(value, language)}` : formatInteger(value, language);
}

/**
 * A percentage with one decimal, `87,4%`. The short forms `100%` and `0%` are for exact values only, so that 99,96 %
 * rounded up is not mistaken for everybody.
 */
export function formatPercent(percent: number, language: Language, exact = false): string {
  if (exact && Number.isInteger(percent)) return `${formatInteger(percent, language)}%`;
  return `${formatDecimal(percent, language)}%`;
}

/** A rate that was set or weighed, with the decimals that it has, two at the most: `3%`, `2,96%`. */
export function formatRate(percent: number, language: Language): string {
  return `${withRealMinus(twoDecimals[language].format(percent))}%`;
}

/** A part of a whole, half-up to one decimal, as `formatPercent` prints it; null where the whole is empty. */
export function formatShare(part: number, whole: number, language: Language): string | null {
  if (whole === 0) return null;
  const percent = Math.round((part * 1000) / whole) / 10;
  return formatPercent(percent, language, part === 0 || part === whole);
}

/** A day given as `YYYY-MM-DD` (a time after it is ignored), printed `dd/mm/yyyy` in both languages. */
export function formatDate(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant in Vietnam's time, printed `08:30 05/09/2021`. */
export function formatDateTime(iso: string): string {
  const part = new Map(clock.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${part.get('hour')}:${part.get('minute')} ${part.get('day')}/${part.get('month')}/${part.get('year')}`;
}

/** The time of an instant in Vietnam's time, printed `08:30`. */
export function formatTimeOf(iso: string): string {
  return formatDateTime(iso).slice(0, 5);
}

/** The day of an instant in Vietnam's time, printed `05/09/2021`. */
export function formatDayOf(iso: string): string {
  return formatDateTime(iso).slice(6);
}
