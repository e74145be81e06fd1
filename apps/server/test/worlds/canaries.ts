/*
 * Every text that a world writes holds a token that names its owner: `zq<world>u<unit>x` or `zq<world>p<person>x` or
 * `zq<world>a<account>x`. The words before it name the field: each column has its own. Whatever leaves the server is searched for tokens of
 * owners that the reader may not know, and for fields above its role.
 */

export interface Owner {
  readonly world: number;
  readonly kind: 'u' | 'p' | 'a';
  readonly index: number;
}

/** The token of an owner. */
export function token({ world, kind, index }: Owner): string {
  return `zq${world}${kind}${index}x`;
}

/** All owners whose tokens stand in a text, with the place of each. */
export function ownersIn(text: string): (Owner & { readonly at: number })[] {
  return [...text.matchAll(/zq(\d+)([upa])(\d+)x/gi)].map((match) => ({
    world: Number(match[1]),
    kind: match[2]!.toLowerCase() as Owner['kind'],
    index: Number(match[3]),
    at: match.index,
  }));
}

/** What stands at a place of a text with the token of an owner: the words of its field, and the token. */
export function textWith({ at, ...owner }: Owner & { readonly at: number }, text: string): string {
  const words = /[\p{L} ]*$/u.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? '';
  return `${words.trimStart()}${token(owner)}`;
}

const opaque = /"([A-Za-z0-9_-]{40,80})"/g;

/** All rows that opaque ids in a text name. */
export function rowsNamedIn(text: string): { type: string; id: string }[] {
  return [...text.matchAll(opaque)].flatMap((match) => {
    const [type, id] = Buffer.from(match[1]!, 'base64url').toString('utf8').split(':');
    return type !== undefined && /^[A-Z][A-Za-z]+$/.test(type) && id !== undefined && /^[0-9a-f-]{36}$/.test(id) ? [{ type, id }] : [];
  });
}

/** The days before 1 January 2000 in a text: only birth dates lie there. */
export function birthDatesIn(text: string): string[] {
  return [...text.matchAll(/"(19[3-9]\d-\d\d-\d\d)"/g)].map((match) => match[1]!);
}

/** The personal number of a person of a world: it names both, as a token does. Only an unlock tells it. */
export function personalNumber(world: number, person: number): string {
  return `9${String(world % 1_000_000).padStart(6, '0')}${String(person).padStart(5, '0')}`;
}

/** All personal numbers in a text. */
export function personalNumbersIn(text: string): string[] {
  return [...text.matchAll(/"(9\d{11})"/g)].map((match) => match[1]!);
}
