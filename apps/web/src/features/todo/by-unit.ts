import { fullUnitName, type NamedUnit } from '../candidacies/index.ts';

type Unit = NamedUnit & { readonly id: string };

const collator = new Intl.Collator('vi', { numeric: true });

/** Rows unit by unit, the units by name; inside a unit the order stays. */
export function byUnit<R>(rows: readonly R[], unitOf: (row: R) => Unit): { readonly id: string; readonly name: string; readonly rows: readonly R[] }[] {
  const units = new Map<string, { readonly id: string; readonly name: string; readonly rows: R[] }>();
  for (const row of rows) {
    const unit = unitOf(row);
    const known = units.get(unit.id);
    if (known === undefined) units.set(unit.id, { id: unit.id, name: fullUnitName(unit), rows: [row] });
    else known.rows.push(row);
  }
  return [...units.values()].toSorted((one, other) => collator.compare(one.name, other.name));
}
