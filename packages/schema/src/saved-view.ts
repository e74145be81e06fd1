/** How many views an account may keep, how long their names and addresses may be. The database holds the limits too, and of the forms what harms. */
export const savedViewLimits = { views: 50, name: 80, address: 1_000 } as const;

/** A host that no address can name. */
const nowhere = 'http://nowhere.invalid';

/**
 * Whether a text is the address of a page of the application as a browser writes it: path and search, beginning with one slash, and
 * nothing that a browser would read as anything else. Only such an address is kept, and only such a one is followed.
 */
export function isOwnAddress(text: string): boolean {
  if (text.length > savedViewLimits.address || !/^\/(?![/\\.%])[\x21-\x7e]*$/.test(text) || text.includes('//')) return false;
  try {
    const { origin, pathname, search } = new URL(text, nowhere);
    return origin === nowhere && !pathname.startsWith('//') && `${pathname}${search}` === text;
  } catch {
    return false;
  }
}

/** The name of a view as it is kept: composed, without spaces around it. Null where it is empty, too long, without a letter, digit or picture, or holds what cannot be seen. */
export function readViewName(text: string): string | null {
  const name = text.normalize('NFC').trim();
  if (name === '' || Array.from(name).length > savedViewLimits.name) return null;
  // Controls, marks that turn the direction of writing, breaks of lines, halves of characters, what is nobody's letter, what is not drawn.
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(name)) return null;
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name) ? name : null;
}
