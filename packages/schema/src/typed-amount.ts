import { isRate, largestAmount, type TargetKind } from './targets.ts';

/** Why what was typed or pasted is no amount. */
export type AmountProblem = 'NOT_A_NUMBER' | 'FOREIGN_DIGITS' | 'NEGATIVE' | 'FRACTION' | 'AMBIGUOUS' | 'TOO_LARGE';

/** What was typed or pasted, read: a number, nothing, or why it is none. */
export type TypedAmount = { readonly value: number | null } | { readonly problem: AmountProblem };

/** Digits of other scripts look like numbers to a reader of those, and to nobody else. */
const foreignDigit = /(?![0-9])\p{Nd}/u;
const spaces = /[\s\u00A0\u2007\u2009\u202F]/g;

/** Whether the points of a text stand where thousands are grouped: 1.200, 12.345.678. */
function isGrouped(text: string, by: '.' | ','): boolean {
  return new RegExp(`^\\d{1,3}(\\${by}\\d{3})+$`).test(text);
}

/**
 * Reads an amount as it stands in a spreadsheet: `1.200` and `1 200` are twelve hundred, `12,0` is twelve, `2,5` is a fraction, fullwidth digits are digits.
 * What could be read in two ways (`1.5`) is not guessed, but for a rate, where nothing is grouped.
 */
export function readTypedAmount(typed: string, kind: TargetKind): TypedAmount {
  const text = typed.normalize('NFKC').replaceAll(spaces, '').replace(/[−–]/, '-').replace(/%$/, '');
  if (text === '') return { value: null };
  if (foreignDigit.test(text)) return { problem: 'FOREIGN_DIGITS' };
  if (/^-\d/.test(text)) return { problem: 'NEGATIVE' };
  if (isRate(kind)) {
    const decimal = text.replace(',', '.');
    if (!/^\d+(\.\d{1,2})?$/.test(decimal)) return { problem: /^\d+\.\d+$/.test(decimal) ? 'FRACTION' : 'NOT_A_NUMBER' };
    return Number(decimal) > 100 ? { problem: 'TOO_LARGE' } : { value: Number(decimal) };
  }
  const whole = isGrouped(text, '.') || isGrouped(text, ',') ? text.replaceAll(/[.,]/g, '') : text.replace(/,0+$/, '');
  if (/^\d+$/.test(whole)) return Number(whole) > largestAmount ? { problem: 'TOO_LARGE' } : { value: Number(whole) };
  if (/^\d+,\d+$/.test(whole)) return { problem: 'FRACTION' };
  return { problem: /^\d+\.\d+$/.test(whole) ? 'AMBIGUOUS' : 'NOT_A_NUMBER' };
}

/** A row that is pasted: for which unit, by its code or name where it has one, and what stands in its columns. */
export interface PastedRow {
  readonly label: string | null;
  readonly cells: readonly string[];
}

/** Takes apart what a spreadsheet puts on the clipboard: lines, and tabs between columns. A first column that is no number names the unit. */
export function readPasted(text: string): PastedRow[] {
  const lines = text.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  return lines.map((line) => {
    const cells = line.split('\t').map((cell) => cell.trim());
    const [first = '', ...rest] = cells;
    const isLabel = rest.length > 0 && /\p{L}/u.test(first);
    return isLabel ? { label: first, cells: rest } : { label: null, cells };
  });
}
