import { ProperName } from '../../shared/ui/ProperName.tsx';
import { fullUnitName, type NamedUnit } from './full-unit-name.ts';

/** A cell with the unit above it: there are many first cells. */
export function CellName({ unit }: { unit: NamedUnit }) {
  return <ProperName>{fullUnitName(unit)}</ProperName>;
}
