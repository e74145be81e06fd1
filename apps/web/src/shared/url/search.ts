/**
 * Addresses hold plain words: `?don-vi=long-an&ky=2024`. Values are texts, never JSON, and a slash stays a slash, so
 * that a range reads as it is written, and a comma a comma, so that a list does.
 */
export type PlainSearch = Readonly<Record<string, string>>;

/** Reads the part of an address after the question mark. A key given twice counts once, the last time. */
export function parseSearch(text: string): PlainSearch {
  return Object.fromEntries(new URLSearchParams(text));
}

/** What every page says of its figures comes first, in this order, so that one view has one address. */
const first = ['don-vi', 'ky', 'ngay'] as const;

/** Writes the part of an address after the question mark, leaving out what is not set. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of [...first.map((key) => [key, search[key]] as const), ...Object.entries(search)]) {
    if (typeof value === 'string' && value !== '') parameters.set(key, value);
  }
  const text = parameters.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
