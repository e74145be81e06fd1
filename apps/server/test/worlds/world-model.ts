/*
 * A world as plain data: what the loader writes to a database and what the oracle computes from. Nothing here comes from the
 * server's sources: the lists repeat what the agreement says, so that an error there cannot hide here.
 */

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export const roles = ['ADMINISTRATOR', 'STAFF', 'BOARD', 'SECRETARY', 'SUPERVISOR', 'AUDITOR', 'OBSERVER'] as const;
export type Role = (typeof roles)[number];

/** Roles that work with people. */
export const workingRoles: readonly Role[] = ['STAFF', 'BOARD', 'SECRETARY'];

/** Roles that see people and what lies beneath a sum. */
export const readingRoles: readonly Role[] = [...workingRoles, 'SUPERVISOR'];

export const sliceColumns = {
  GENDER: ['F', 'M', 'UNKNOWN'],
  AGE_BAND: ['AGE_18_30', 'AGE_31_40', 'AGE_41_50', 'AGE_51_60', 'AGE_OVER_60', 'UNKNOWN'],
  ETHNIC_MINORITY: ['YES', 'NO', 'UNKNOWN'],
  RELIGION: ['YES', 'NO', 'UNKNOWN'],
  YOUTH_UNION: ['YES', 'NO', 'UNKNOWN'],
  OCCUPATION: ['CADRE_CIVIL_SERVANT', 'WORKER', 'FARMER', 'PUPIL', 'RETIRED', 'OTHER', 'UNKNOWN'],
  ENTERPRISE_RELATION: ['OWNER', 'MANAGER', 'WORKER', 'NOT_APPLICABLE', 'UNKNOWN'],
  EDUCATION: ['PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'UNKNOWN'],
} as const;
export type PersonDimension = keyof typeof sliceColumns;
export type Slices = Readonly<Record<PersonDimension, string>>;
export const personDimensions = Object.keys(sliceColumns) as PersonDimension[];
export type Dimension = PersonDimension | 'UNIT_TYPE' | 'AREA';
export const unitTypes = ['COMMUNE_AREA', 'STATE_AGENCY', 'NON_STATE_ENTERPRISE', 'SCHOOL', 'UNKNOWN'] as const;
export const areas = ['RURAL', 'URBAN', 'MOUNTAIN', 'BORDER'] as const;

/** A kind of unit of a world's own configuration; `parents` are the codes of kinds that it may hang under. */
export interface WorldKind {
  readonly code: string;
  readonly tier: string;
  readonly mayBeRoot: boolean;
  readonly isGrassrootsOrganisation: boolean;
  readonly holdsMembers: boolean;
  readonly keepsCounters: boolean;
  readonly keepsSliceCounters: boolean;
  readonly parents: readonly string[];
}

export interface WorldTerm {
  readonly ordinal: number;
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
}

/** A unit. Units refer to each other by their place in `World.units`. */
export interface WorldUnit {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  /** Parent at the foundation. */
  readonly parent: number | null;
  readonly name: string;
  readonly foundedOn: Day;
  readonly unitType: string;
  readonly areas: readonly string[];
  readonly aliases: readonly string[];
  readonly terms: readonly WorldTerm[];
  /** Founded by a step of the script, not with the world. */
  readonly founded: boolean;
}

export interface WorldPerson {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: Day;
  readonly slices: Slices;
  readonly ethnicGroup: string;
  readonly religion: string;
}

export type FactKind = 'OPENING_OFFICIAL' | 'OPENING_PROBATIONARY' | 'ADMITTED' | 'RECOGNISED' | 'TRANSFERRED' | 'REMOVED' | 'EXPELLED' | 'LEFT' | 'DECEASED';

/** One thing that was recorded. Steps stand in the order in which they were recorded. */
export type Step = { readonly recordedAt: string } & (
  | { readonly do: 'fact'; readonly kind: FactKind; readonly person: number; readonly unit: number; readonly toUnit?: number; readonly on: Day; readonly slices: Slices }
  | { readonly do: 'reverse'; readonly step: number }
  | { readonly do: 'found'; readonly unit: number }
  | { readonly do: 'rename'; readonly unit: number; readonly name: string; readonly on: Day }
  | { readonly do: 'move'; readonly unit: number; readonly to: number; readonly on: Day }
  | { readonly do: 'close'; readonly unit: number; readonly successor: number; readonly on: Day }
  | { readonly do: 'merge'; readonly unit: number; readonly successor: number; readonly on: Day }
);

/** A grant; that of a supervisor is an assignment by a body above the unit, or the unit itself, and has its id. */
export interface WorldGrant {
  readonly id: string;
  readonly role: Role;
  readonly unit: number;
  readonly body?: number;
  readonly ended?: 'LONG_AGO' | 'TODAY';
}

export interface WorldAccount {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  /** The first acts. One that has ended, years ago or only today, gives nothing any more. */
  readonly grants: readonly WorldGrant[];
}

/** A letter of transfer with the id of its person; `to` is null where it waits to be claimed by its code. */
export interface WorldLetter {
  readonly person: number;
  readonly from: number;
  readonly to: number | null;
  readonly kind: 'OFFICIAL' | 'TEMPORARY';
  readonly state: 'ISSUED' | 'ACCEPTED';
}

export interface World {
  readonly seed: number;
  readonly configuration: string;
  /** Kinds to insert; none where the configuration is a shipped one. */
  readonly kinds: readonly WorldKind[];
  readonly units: readonly WorldUnit[];
  readonly people: readonly WorldPerson[];
  readonly steps: readonly Step[];
  /** How many of the first steps are facts that may be written at once: nothing of the tree changes among them. */
  readonly bulk: number;
  readonly accounts: readonly WorldAccount[];
  /** People who are no members yet, with the unit that found them. */
  readonly candidates: readonly { readonly person: number; readonly unit: number }[];
  readonly letters: readonly WorldLetter[];
}
