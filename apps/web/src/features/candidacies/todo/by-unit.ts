import { fullUnitName, type NamedUnit } from '../full-unit-name.ts';

interface OfUnit {
  readonly unit: NamedUnit & { readonly id: string };
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Rows unit by unit, the units by name; inside a unit the order stays. */
export function byUnit<R extends OfUnit>(rows: readonly R[]): { readonly id: string; readonly name: string; readonly rows: readonly R[] }[] {
  const units = new Map<string, { readonly id: string; readonly name: string; readonly rows: R[] }>();
  for (const row of rows) {
    const known = units.get(row.unit.id);
    if (known === undefined) units.set(row.unit.id, { id: row.unit.id, name: fullUnitName(row.unit), rows: [row] });
    else known.rows.push(row);
  }
  return [...units.values()].toSorted((one, other) => collator.compare(one.name, other.name));
}
