import { mostUnits } from './comparison-search.ts';
import { valueOf } from './measures.ts';
import type { Compared } from './use-comparison.ts';

/** Units of one kind. */
export interface OfKind {
  readonly code: string;
  readonly name: string;
  readonly units: readonly Compared[];
}

/** The units by their kinds, the largest group first. */
export function byKind(units: readonly Compared[]): OfKind[] {
  const groups = new Map<string, Compared[]>();
  for (const unit of units) groups.set(unit.kind.code, [...(groups.get(unit.kind.code) ?? []), unit]);
  return [...groups]
    .map(([code, ofKind]) => ({ code, name: ofKind[0]?.kind.name ?? code, units: ofKind }))
    .toSorted((one, other) => other.units.length - one.units.length);
}

/** The units of a kind that admitted most, as many as can be compared. */
export function mostAdmitted(units: readonly Compared[]): string[] {
  const admitted = ({ figures }: Compared) => valueOf(figures, 'ket-nap', false).value ?? 0;
  return units.toSorted((one, other) => admitted(other) - admitted(one)).slice(0, mostUnits).map(({ code }) => code);
}
