import { isIsoDate } from '@banyan/schema/period';

const typed = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/;
const bare = /^(\d{2})(\d{2})(\d{4})$/;
const inWords = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) (?:năm )?(\d{4})$/;

/**
 * Reads a day as people type it: `5/9/2001`, `05-09-2001`, `5.9.2001`, `05092001`, `5 tháng 9 2001`. Null where there is
 * no such day.
 */
export function readTypedDate(text: string): string | null {
  const plain = text.trim().normalize('NFC').toLowerCase();
  const parts = typed.exec(plain) ?? bare.exec(plain) ?? inWords.exec(plain);
  if (parts === null) return null;
  const [, day = '', month = '', year = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : null;
}
