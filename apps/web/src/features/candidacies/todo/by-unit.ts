interface OfUnit {
  readonly unit: { readonly id: string; readonly name: string };
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Rows unit by unit, the units by name; inside a unit the order stays. */
export function byUnit<R extends OfUnit>(rows: readonly R[]): { readonly id: string; readonly name: string; readonly rows: readonly R[] }[] {
  const units = new Map<string, { readonly id: string; readonly name: string; readonly rows: R[] }>();
  for (const row of rows) {
    const known = units.get(row.unit.id);
    if (known === undefined) units.set(row.unit.id, { ...row.unit, rows: [row] });
    else known.rows.push(row);
  }
  return [...units.values()].toSorted((one, other) => collator.compare(one.name, other.name));
}
