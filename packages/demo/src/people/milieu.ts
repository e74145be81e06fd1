import { Weighted } from '../chance/weighted.ts';

/** Who typically is a member in a type of unit. None of these shares is published. */
export interface Milieu {
  readonly women: number;
  /** Ages of members when the records begin. */
  readonly ages: readonly [youngest: number, oldest: number];
  readonly occupations: Weighted<string>;
  /** Relations to the enterprise, where the unit is in one: they decide the occupation. */
  readonly relations: Weighted<string> | null;
}

const only = (occupation: string) => new Weighted([[occupation, 1]]);
const employees = new Weighted([['WORKER', 68], ['MANAGER', 32]]);

const residents: Milieu = {
  women: 0.36,
  ages: [21, 88],
  occupations: new Weighted([
    ['FARMER', 46], ['CADRE_CIVIL_SERVANT', 14], ['SELF_EMPLOYED', 13], ['WORKER', 12], ['PUBLIC_EMPLOYEE', 8], ['BUSINESS_EMPLOYEE', 2],
    ['STUDENT', 1], ['OTHER', 4],
  ]),
  relations: null,
};
const agency: Milieu = {
  women: 0.42,
  ages: [23, 60],
  occupations: new Weighted([['CADRE_CIVIL_SERVANT', 88], ['PUBLIC_EMPLOYEE', 9], ['OTHER', 3]]),
  relations: null,
};
const service: Milieu = { women: 0.57, ages: [23, 60], occupations: new Weighted([['PUBLIC_EMPLOYEE', 90], ['WORKER', 7], ['OTHER', 3]]), relations: null };
const school: Milieu = { women: 0.69, ages: [23, 60], occupations: new Weighted([['PUBLIC_EMPLOYEE', 97], ['OTHER', 3]]), relations: null };
const enterprise: Milieu = { women: 0.36, ages: [22, 60], occupations: only('WORKER'), relations: employees };
const nonState: Milieu = { ...enterprise, relations: new Weighted([['WORKER', 66], ['MANAGER', 29], ['OWNER', 5]]) };
const cooperative: Milieu = {
  women: 0.3,
  ages: [24, 64],
  occupations: new Weighted([['FARMER', 70], ['BUSINESS_EMPLOYEE', 20], ['WORKER', 10]]),
  relations: null,
};
const fund: Milieu = { women: 0.5, ages: [24, 60], occupations: new Weighted([['BUSINESS_EMPLOYEE', 80], ['OTHER', 20]]), relations: null };

const milieus: Record<string, Milieu> = {
  COMMUNE_AREA: residents,
  STATE_AGENCY: agency,
  PUBLIC_SERVICE_UNIT: service,
  NON_PUBLIC_SERVICE_UNIT: service,
  PRESS: { ...service, women: 0.45 },
  SCHOOL: school,
  STATE_ENTERPRISE: enterprise,
  PART_STATE_ENTERPRISE: enterprise,
  FDI_ENTERPRISE: enterprise,
  NON_STATE_ENTERPRISE: nonState,
  COOPERATIVE: cooperative,
  ARMY: { women: 0.05, ages: [20, 56], occupations: only('ARMY'), relations: null },
  BORDER: { women: 0.03, ages: [20, 56], occupations: only('ARMY'), relations: null },
  POLICE: { women: 0.13, ages: [20, 58], occupations: only('POLICE'), relations: null },
};

/** The milieu of a type of unit. */
export function milieuOf(unitType: string): Milieu {
  return milieus[unitType] ?? fund;
}
