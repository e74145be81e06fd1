import type { Language } from './enums.ts';
import { formatDate } from './format.ts';

/** A calendar day, written `YYYY-MM-DD`. */
export type IsoDate = string;

/** A period as it is written, taken apart. A range includes both of its days. */
export type PeriodParts =
  | { readonly form: 'YEAR'; readonly year: number }
  | { readonly form: 'MONTH'; readonly year: number; readonly month: number }
  | { readonly form: 'QUARTER'; readonly year: number; readonly quarter: number }
  | { readonly form: 'CUMULATIVE'; readonly year: number; readonly months: 6 | 9 }
  | { readonly form: 'RANGE'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly form: 'TERM' };

const year = '(?:19|20|21)\\d{2}';
const yearForm = new RegExp(`^(${year})$`);
const monthForm = new RegExp(`^(${year})-(0[1-9]|1[0-2])$`);
const quarterForm = new RegExp(`^(${year})-Q([1-4])$`);
const cumulativeForm = new RegExp(`^(${year})-([69])M$`);
const dateForm = new RegExp(`^${year}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$`);

/** Tells whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!dateForm.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Takes a period's text apart, or answers null where the text is not a period. */
export function parsePeriod(text: string): PeriodParts | null {
  if (text === 'term') return { form: 'TERM' };
  const whole = yearForm.exec(text);
  if (whole) return { form: 'YEAR', year: Number(whole[1]) };
  const month = monthForm.exec(text);
  if (month) return { form: 'MONTH', year: Number(month[1]), month: Number(month[2]) };
  const quarter = quarterForm.exec(text);
  if (quarter) return { form: 'QUARTER', year: Number(quarter[1]), quarter: Number(quarter[2]) };
  const cumulative = cumulativeForm.exec(text);
  if (cumulative) return { form: 'CUMULATIVE', year: Number(cumulative[1]), months: cumulative[2] === '6' ? 6 : 9 };
  return parseRange(text);
}

function parseRange(text: string): PeriodParts | null {
  const [from, to, ...rest] = text.split('/');
  if (from === undefined || to === undefined || rest.length > 0) return null;
  if (!isIsoDate(from) || !isIsoDate(to) || from > to) return null;
  return { form: 'RANGE', from, to };
}

/** Writes a period in the form that `parsePeriod` reads. */
export function writePeriod(period: PeriodParts): string {
  switch (period.form) {
    case 'YEAR':
      return String(period.year);
    case 'MONTH':
      return `${period.year}-${String(period.month).padStart(2, '0')}`;
    case 'QUARTER':
      return `${period.year}-Q${period.quarter}`;
    case 'CUMULATIVE':
      return `${period.year}-${period.months}M`;
    case 'RANGE':
      return `${period.from}/${period.to}`;
    case 'TERM':
      return 'term';
  }
}

const romanQuarters = ['I', 'II', 'III', 'IV'] as const;
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A quarter as the language writes it: `Quý III` or `Quarter 3`. */
export function quarterName(quarter: number, language: Language): string {
  return language === 'VI' ? `Quý ${romanQuarters[quarter - 1] ?? quarter}` : `Quarter ${quarter}`;
}

/** A month without its year: `Tháng 9` or `September`. */
export function monthName(month: number, language: Language): string {
  return language === 'VI' ? `Tháng ${month}` : (englishMonths[month - 1] ?? String(month));
}

/**
 * The heading of a period: `Năm 2021`, `Tháng 9/2021`, `Quý III/2021`, `6 tháng đầu năm 2021`, `Nhiệm kỳ 2020–2025`.
 * A term is named by `termLabel` (years, such as `2020–2025`) where it is known.
 */
export function periodLabel(period: PeriodParts, language: Language, termLabel?: string): string {
  return language === 'VI' ? vietnameseLabel(period, termLabel) : englishLabel(period, termLabel);
}

function vietnameseLabel(period: PeriodParts, termLabel?: string): string {
  switch (period.form) {
    case 'YEAR':
      return `Năm ${period.year}`;
    case 'MONTH':
      return `Tháng ${period.month}/${period.year}`;
    case 'QUARTER':
      return `${quarterName(period.quarter, 'VI')}/${period.year}`;
    case 'CUMULATIVE':
      return `${period.months} tháng đầu năm ${period.year}`;
    case 'RANGE':
      return `Từ ${formatDate(period.from)} đến ${formatDate(period.to)}`;
    case 'TERM':
      return termLabel === undefined ? 'Nhiệm kỳ' : `Nhiệm kỳ ${termLabel}`;
  }
}

function englishLabel(period: PeriodParts, termLabel?: string): string {
  switch (period.form) {
    case 'YEAR':
      return `Year ${period.year}`;
    case 'MONTH':
      return `${monthName(period.month, 'EN')} ${period.year}`;
    case 'QUARTER':
      return `${quarterName(period.quarter, 'EN')} of ${period.year}`;
    case 'CUMULATIVE':
      return `First ${period.months} months of ${period.year}`;
    case 'RANGE':
      return `From ${formatDate(period.from)} to ${formatDate(period.to)}`;
    case 'TERM':
      return termLabel === undefined ? 'Term' : `Term ${termLabel}`;
  }
}
