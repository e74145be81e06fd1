import { sumsAloneRoles, type Role } from '@banyan/schema/enums';

/**
 * Whether a role sees published sums and no people: whole years and quarters that are over, no figures of a day, no lists.
 * The API decides; the screens ask it for nothing that it refuses.
 */
export function seesSumsAlone(role: Role): boolean {
  return sumsAloneRoles.some((known) => known === role);
}

/** Whether a role works with people, and so has the pages about them. */
export function seesPeople(role: Role | null): boolean {
  return role !== null && !seesSumsAlone(role);
}
