import { fullUnitName } from '../../candidacies/index.ts';
import type { Letter } from '../../people/index.ts';

/** The old unit as the reader may know it: with the unit above where it is seen, else as the letter names it. */
export function senderOf({ fromUnit, fromName }: Pick<Letter, 'fromUnit' | 'fromName'>): string {
  return fromUnit === null ? fromName : fullUnitName(fromUnit);
}

/** The new unit where the reader sees it, else where to as the sender wrote it. */
export function receiverOf({ toUnit, destination }: Pick<Letter, 'toUnit' | 'destination'>): string {
  return toUnit === null ? destination : fullUnitName(toUnit);
}
