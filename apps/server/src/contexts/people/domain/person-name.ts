import { readText } from '../../../kernel/text.ts';

/** The name of a person as it is kept, or null where it cannot be one: letters, marks, spaces, apostrophes, dots and hyphens. */
export function readName(text: string): string | null {
  const name = readText(text, 'name');
  return name !== null && /^\p{L}[\p{L}\p{M} '’.-]*$/u.test(name) && name.length >= 2 ? name : null;
}
