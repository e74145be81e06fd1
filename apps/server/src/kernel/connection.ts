import { isIsoDate } from '@banyan/schema/period';
import { Refused } from './refused.ts';

/** One page of a list, with the exact number of rows of the whole list. */
export interface Page<T> {
  readonly rows: readonly { readonly row: T; readonly cursor: Cursor }[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** Where a page starts: after the row with this sort value and this id. */
export type Cursor = readonly [sortValue: string, id: string];

/** Writes a cursor. It holds only values of a row that the reader saw. */
export function encodeCursor(values: Cursor): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the sort value of a cursor may be: a text that the database can hold, or a day (or the beginning or the end of time, for rows without one). */
const keyForms = {
  TEXT: (key: string) => !key.includes('\0'),
  DAY: (key: string) => key === '-infinity' || key === 'infinity' || isIsoDate(key),
} as const;

/**
 * Reads a cursor of a sort value and a row id, or refuses it. Both are checked here: a value that the database refuses would spoil
 * the snapshot for everything else that the operation asks.
 */
export function decodeCursor(cursor: string | null | undefined, key: keyof typeof keyForms): Cursor | null {
  if (cursor === null || cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [sortValue, id, ...rest]: unknown[] = Array.isArray(values) ? values : [];
    if (typeof sortValue === 'string' && typeof id === 'string' && rest.length === 0 && keyForms[key](sortValue) && uuidForm.test(id)) {
      return [sortValue, id];
    }
  } catch {
    // falls through to the refusal
  }
  throw new Refused('BAD_USER_INPUT', 'after');
}

/** Refuses a page size outside 1 to the largest allowed. */
export function checkedFirst(first: number, largest: number): number {
  if (first < 1 || first > largest) throw new Refused('LIMIT_PAGE_SIZE', 'first');
  return first;
}

/** Makes a page from rows read one past its size. */
export function pageOf<T>(rows: readonly { row: T; cursor: Cursor }[], first: number, totalCount: number, after: boolean): Page<T> {
  return {
    rows: rows.slice(0, first),
    totalCount,
    hasNextPage: rows.length > first,
    hasPreviousPage: after,
  };
}
