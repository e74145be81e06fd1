/** Folds a name for searching: no marks, đ as d, lower case. */
export function foldName(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();
}

/** A name in three parts, of which the middle one is what was searched for; the middle is empty where it is not in the name. */
export interface MarkedName {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** Where a searched text stands in a name, whatever the marks of both. */
export function markMatch(name: string, search: string): MarkedName {
  const wanted = foldName(search.trim());
  const letters = Array.from(name.normalize('NFC'));
  // One folded letter may be several or none: each remembers the letter that it came from.
  const folded = letters.flatMap((letter, index) => Array.from(foldName(letter)).map((part) => ({ part, index })));
  const start = wanted === '' ? -1 : folded.map(({ part }) => part).join('').indexOf(wanted);
  if (start === -1) return { before: name, match: '', after: '' };
  const from = folded[start]?.index ?? 0;
  const to = (folded[start + wanted.length - 1]?.index ?? 0) + 1;
  return { before: letters.slice(0, from).join(''), match: letters.slice(from, to).join(''), after: letters.slice(to).join('') };
}
