/** What an address said, reduced to what the page understands. */
export type KnownSearch<K extends string> = { readonly [key in K]?: string | undefined } & {
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
};

/** Keeps the texts of an address that a page understands, and names the keys that it does not. */
export function keepKnown<K extends string>(search: Readonly<Record<string, unknown>>, keys: readonly K[]): KnownSearch<K> {
  const known: { [key in K]?: string } = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === 'string' && value !== '') known[key] = value;
  }
  const names: readonly string[] = keys;
  const unknownKeys = Object.keys(search).filter((key) => key !== 'unknownKeys' && !names.includes(key));
  return unknownKeys.length === 0 ? known : { ...known, unknownKeys };
}
