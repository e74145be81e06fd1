import type { RefusalLimit } from './refusal-limit.ts';

/** Control characters, and those that are not seen or turn the direction of writing: they let two texts look the same. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
const longest = { name: 100, line: 100, title: 300, note: 1000 } as const;

function compose(text: string): string {
  return text.normalize('NFC').replaceAll(/[ \t\u00A0]+/g, ' ').replaceAll(/\r\n?/g, '\n').trim();
}

/** A text as it is kept: composed letters, single spaces, none at the ends. Null where it holds what cannot be seen, or is too long. */
export function readText(text: string, kind: keyof typeof longest): string | null {
  const read = compose(text);
  const judged = kind === 'note' ? read.replaceAll('\n', ' ') : read;
  return unseen.test(judged) || read.length > longest[kind] ? null : read;
}

/** The first character of a text that a pattern does not allow, with its place: as it is, or by its number where it is not seen. */
export function characterIn(text: string, forbidden: RegExp): RefusalLimit | null {
  const characters = Array.from(text);
  const place = characters.findIndex((character) => forbidden.test(character));
  const character = characters[place];
  if (character === undefined) return null;
  return { character: unseen.test(character) ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` : character, given: place + 1 };
}

/** Why a text cannot be kept: what in it is not seen, or how long it is and may be. */
export function limitOfText(text: string, kind: keyof typeof longest): RefusalLimit {
  const read = compose(text);
  return characterIn(kind === 'note' ? read.replaceAll('\n', ' ') : read, unseen) ?? { given: read.length, most: longest[kind] };
}

/** That a text cannot be kept, as a refusal. */
export function refuseText(text: string | null, kind: keyof typeof longest, field: string): { readonly code: 'TEXT_NOT_POSSIBLE'; readonly field: string; readonly limit: RefusalLimit } {
  return { code: 'TEXT_NOT_POSSIBLE', field, limit: limitOfText(text ?? '', kind) };
}

/** Whether a text can be an idempotency key: 8 to 80 printable characters of ASCII without spaces. */
export function isIdempotencyKey(text: string): boolean {
  return /^[!-~]{8,80}$/.test(text);
}
