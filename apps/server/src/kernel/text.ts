/** Control characters, and those that are not seen or turn the direction of writing: they let two texts look the same. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
const longest = { name: 100, line: 100, title: 300, note: 1000 } as const;

/** A text as it is kept: composed letters, single spaces, none at the ends. Null where it holds what cannot be seen, or is too long. */
export function readText(text: string, kind: keyof typeof longest): string | null {
  const read = text.normalize('NFC').replaceAll(/[ \t\u00A0]+/g, ' ').replaceAll(/\r\n?/g, '\n').trim();
  const judged = kind === 'note' ? read.replaceAll('\n', ' ') : read;
  return unseen.test(judged) || read.length > longest[kind] ? null : read;
}

/** Whether a text can be an idempotency key: 8 to 80 printable characters of ASCII without spaces. */
export function isIdempotencyKey(text: string): boolean {
  return /^[!-~]{8,80}$/.test(text);
}
