/** How many views an account may keep, how long their names and addresses may be. The database has the same limits. */
export const savedViewLimits = { views: 50, name: 80, address: 1_000 } as const;

/** A host that no address can name. */
const nowhere = 'http://nowhere.invalid';

/**
 * Whether a text is the address of a page of the application as a browser writes it: path and search, beginning with one slash, and
 * nothing that a browser would read as anything else. Only such an address is kept, and only such a one is followed.
 */
export function isOwnAddress(text: string): boolean {
  if (text.length > savedViewLimits.address || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text)) return false;
  try {
    const { origin, pathname, search } = new URL(text, nowhere);
    return origin === nowhere && !pathname.startsWith('//') && `${pathname}${search}` === text;
  } catch {
    return false;
  }
}

/** The name of a view as it is kept: composed, without spaces around it. Null where it is empty, too long or holds what cannot be seen. */
export function readViewName(text: string): string | null {
  const name = text.normalize('NFC').trim();
  if (name === '' || Array.from(name).length > savedViewLimits.name) return null;
  // Controls, marks that turn the direction of writing, breaks of lines, halves of characters.
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name) ? null : name;
}
