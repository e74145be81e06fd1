import { measureTraits, type Measure } from '@banyan/schema/enums';

/** The field of a roll-up that answers a measure. */
export const measureFields = {
  MEMBERS: 'members',
  PROBATIONARY_MEMBERS: 'probationaryMembers',
  OFFICIAL_MEMBERS: 'officialMembers',
  ADMITTED: 'admitted',
  RECOGNISED: 'recognised',
  TRANSFERRED_IN: 'transferredIn',
  TRANSFERRED_OUT: 'transferredOut',
  REMOVED: 'removed',
  EXPELLED: 'expelled',
  LEFT: 'left',
  DECEASED: 'deceased',
  REORGANISED_IN: 'reorganisedIn',
  REORGANISED_OUT: 'reorganisedOut',
  UNITS: 'units',
  UNITS_FOUNDED: 'unitsFounded',
  UNITS_CLOSED: 'unitsClosed',
  GRASSROOTS_ORGANISATIONS: 'grassrootsOrganisations',
  CELLS: 'cells',
} as const satisfies Record<Measure, string>;

/** Whether a measure counts people or units. */
export function countsPeople(measure: Measure): boolean {
  return measureTraits[measure].subject === 'PERSON';
}
