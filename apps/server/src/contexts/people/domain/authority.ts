import type { Power } from '@banyan/schema/rules';
import type { ChainUnit } from './approval-path.ts';

/** A unit of a chain with what it may do by its kind. */
type Empowered = ChainUnit & { readonly kindPowers: readonly Power[] };

/**
 * The body that gives a power to the last unit of a chain (root first), and ends it: the nearest one above that has it by its kind. What was
 * given to somebody is not given on (Regulation 29-QĐ/TW, item 4.3: the standing committee of the upper level empowers a grassroots committee).
 */
export function giverOf<Unit extends Empowered>(chain: readonly Unit[], power: Power): Unit | null {
  return chain.slice(0, -1).findLast(({ kindPowers }) => kindPowers.includes(power)) ?? null;
}

/** Whether a power can be given to a unit: to a grassroots organisation that has a committee, and does not have the power by its kind. */
export function canHold({ isGrassrootsOrganisation, holdsMembers, kindPowers }: Empowered, power: Power): boolean {
  return isGrassrootsOrganisation && !holdsMembers && !kindPowers.includes(power);
}
