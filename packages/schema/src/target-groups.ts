import type { Dimension } from './enums.ts';
import type { Indicator } from './targets.ts';

const ofPeople: readonly Dimension[] = ['GENDER', 'AGE_BAND', 'ETHNIC_MINORITY', 'RELIGION', 'YOUTH_UNION', 'OCCUPATION', 'ENTERPRISE_RELATION', 'UNIT_TYPE', 'AREA', 'EDUCATION'];

/** By which dimensions a target can be limited to a group. */
export const groupDimensions: Readonly<Record<Indicator, readonly Dimension[]>> = {
  ADMITTED: ofPeople,
  RECOGNISED: ofPeople,
  LISTED: [],
  CERTIFIED: [],
  UNITS_FOUNDED: ['UNIT_TYPE', 'AREA'],
  PLACES_WITHOUT_CELL: [],
};
