/** A unit and the one above it; null where the reader may not know that one. */
export interface NamedUnit {
  readonly name: string;
  readonly parent: { readonly name: string } | null;
}

/** The name of a unit with that of the unit above it: there are many first cells. */
export function fullUnitName({ name, parent }: NamedUnit): string {
  return parent === null ? name : `${name}, ${parent.name}`;
}
