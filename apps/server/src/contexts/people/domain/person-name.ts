import type { RefusalLimit } from '../../../kernel/refusal-limit.ts';
import { characterIn, limitOfText, readText } from '../../../kernel/text.ts';

/** The name of a person as it is kept, or null where it cannot be one: letters, marks, spaces, apostrophes, dots and hyphens. */
export function readName(text: string): string | null {
  const name = readText(text, 'name');
  return name !== null && /^\p{L}[\p{L}\p{M} '’.-]*$/u.test(name) && name.length >= 2 ? name : null;
}

/** Why a text cannot be a name: what in it is no sign of a name, or how long it is and may be. */
export function limitOfName(text: string): RefusalLimit {
  const limit = limitOfText(text, 'name');
  return limit.character === undefined ? (characterIn(text.normalize('NFC').trim(), /[^\p{L}\p{M} '’.-]/u) ?? { ...limit, least: 2 }) : limit;
}
