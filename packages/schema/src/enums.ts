/**
 * The closed lists that server and web agree on. Each array is the one source of its type; the database's check
 * constraints and the GraphQL enums are compared with these by the drift checks.
 */

/** Languages in which the product prints; Vietnamese is the default everywhere. */
export const languages = ['VI', 'EN'] as const;
export type Language = (typeof languages)[number];

/** Tiers of the tree, from the root down. */
export const tiers = ['PROVINCE', 'UPPER', 'GRASSROOTS', 'SECTION', 'CELL', 'GROUP'] as const;
export type Tier = (typeof tiers)[number];

/** Roles that a grant can give. */
export const roles = ['ADMINISTRATOR', 'STAFF', 'BOARD', 'SECRETARY', 'SUPERVISOR', 'AUDITOR', 'OBSERVER'] as const;
export type Role = (typeof roles)[number];

/** Roles that read sums and no rows beneath them: no people, no figures of a day, small counts hidden. The server's policy says the same. */
export const sumsAloneRoles = ['ADMINISTRATOR', 'AUDITOR', 'OBSERVER'] as const satisfies readonly Role[];

/** Which tree a roll-up follows: that of each fact's date, or that of `asOf`. */
export const rollupViews = ['AS_IT_WAS', 'AS_IT_IS_NOW'] as const;
export type RollupView = (typeof rollupViews)[number];

/** Ways to break a figure down. */
export const dimensions = [
  'GENDER',
  'AGE_BAND',
  'ETHNIC_MINORITY',
  'RELIGION',
  'YOUTH_UNION',
  'OCCUPATION',
  'ENTERPRISE_RELATION',
  'UNIT_TYPE',
  'AREA',
  'EDUCATION',
] as const;
export type Dimension = (typeof dimensions)[number];

/** Whether the slices of a dimension add up to the whole. */
export const breakdownKinds = ['PARTITION', 'OVERLAPPING'] as const;
export type BreakdownKind = (typeof breakdownKinds)[number];

/** The kind of each dimension: parts of an overlapping one are never stacked and never summed. */
export const dimensionKinds = {
  GENDER: 'PARTITION',
  AGE_BAND: 'PARTITION',
  ETHNIC_MINORITY: 'PARTITION',
  RELIGION: 'PARTITION',
  YOUTH_UNION: 'PARTITION',
  OCCUPATION: 'PARTITION',
  ENTERPRISE_RELATION: 'PARTITION',
  UNIT_TYPE: 'PARTITION',
  AREA: 'OVERLAPPING',
  EDUCATION: 'PARTITION',
} as const satisfies Record<Dimension, BreakdownKind>;

/** How a figure stands against the same period of the year before, the worst first. */
export const standings = ['FEWER', 'NONE', 'SAME', 'MORE', 'TOO_EARLY', 'NOT_COMPARABLE'] as const;
export type Standing = (typeof standings)[number];

/** Steps of a trend and divisors of a mean. */
export const periodTypes = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type PeriodType = (typeof periodTypes)[number];

/** What an admission rate is divided by. */
export const rateBases = [
  'STOCK_AT_PERIOD_START',
  'STOCK_AT_PERIOD_END',
  'AVERAGE_STOCK',
  'STOCK_AT_YEAR_START',
  'STOCK_AT_TERM_START',
] as const;
export type RateBase = (typeof rateBases)[number];

/** Orders of a list of units. */
export const unitOrders = ['TREE', 'NAME', 'CODE', 'RELEVANCE'] as const;
export type UnitOrder = (typeof unitOrders)[number];

/** Orders of a list of people. */
export const personOrders = ['GIVEN_NAME', 'CEREMONY_DATE'] as const;
export type PersonOrder = (typeof personOrders)[number];

/** States of membership; a candidate is not a member yet, and may never be. */
export const memberStates = ['CANDIDATE', 'PROBATIONARY', 'OFFICIAL', 'FORMER'] as const;
export type MemberState = (typeof memberStates)[number];

/** What the ledger counts. */
export const measures = [
  'MEMBERS',
  'PROBATIONARY_MEMBERS',
  'OFFICIAL_MEMBERS',
  'ADMITTED',
  'RECOGNISED',
  'TRANSFERRED_IN',
  'TRANSFERRED_OUT',
  'REMOVED',
  'EXPELLED',
  'LEFT',
  'DECEASED',
  'REORGANISED_IN',
  'REORGANISED_OUT',
  'UNITS',
  'UNITS_FOUNDED',
  'UNITS_CLOSED',
  'GRASSROOTS_ORGANISATIONS',
  'CELLS',
] as const;
export type Measure = (typeof measures)[number];

/** A flow happens in a period; a stock stands at a day. */
export const measureNatures = ['FLOW', 'STOCK'] as const;
export type MeasureNature = (typeof measureNatures)[number];

/** Whether a measure counts people or units. */
export const measureSubjects = ['PERSON', 'UNIT'] as const;
export type MeasureSubject = (typeof measureSubjects)[number];

/** Nature and subject of each measure. */
export const measureTraits = {
  MEMBERS: { nature: 'STOCK', subject: 'PERSON' },
  PROBATIONARY_MEMBERS: { nature: 'STOCK', subject: 'PERSON' },
  OFFICIAL_MEMBERS: { nature: 'STOCK', subject: 'PERSON' },
  ADMITTED: { nature: 'FLOW', subject: 'PERSON' },
  RECOGNISED: { nature: 'FLOW', subject: 'PERSON' },
  TRANSFERRED_IN: { nature: 'FLOW', subject: 'PERSON' },
  TRANSFERRED_OUT: { nature: 'FLOW', subject: 'PERSON' },
  REMOVED: { nature: 'FLOW', subject: 'PERSON' },
  EXPELLED: { nature: 'FLOW', subject: 'PERSON' },
  LEFT: { nature: 'FLOW', subject: 'PERSON' },
  DECEASED: { nature: 'FLOW', subject: 'PERSON' },
  REORGANISED_IN: { nature: 'FLOW', subject: 'PERSON' },
  REORGANISED_OUT: { nature: 'FLOW', subject: 'PERSON' },
  UNITS: { nature: 'STOCK', subject: 'UNIT' },
  UNITS_FOUNDED: { nature: 'FLOW', subject: 'UNIT' },
  UNITS_CLOSED: { nature: 'FLOW', subject: 'UNIT' },
  GRASSROOTS_ORGANISATIONS: { nature: 'STOCK', subject: 'UNIT' },
  CELLS: { nature: 'STOCK', subject: 'UNIT' },
} as const satisfies Record<Measure, { nature: MeasureNature; subject: MeasureSubject }>;

/** Kinds of unit known to both shipped configurations; the database holds them as data. */
export const unitKinds = [
  'PROVINCIAL_PARTY',
  'DISTRICT_PARTY',
  'BLOC_PARTY',
  'PROV_PARTY_AGENCIES',
  'PROV_GOV_PARTY',
  'MILITARY_PARTY',
  'POLICE_PARTY',
  'BORDER_PARTY',
  'NEW_COMMUNE_PARTY',
  'COMMUNE_PARTY',
  'GRASSROOTS_PARTY',
  'DELEGATED_PARTY',
  'GRASSROOTS_CELL',
  'SECTION_PARTY',
  'CELL',
  'PARTY_GROUP',
] as const;
export type UnitKindCode = (typeof unitKinds)[number];

/** The value of a slice that is not recorded. It is counted and shown like any other. */
export const unknownKey = 'UNKNOWN';

const flagKeys = ['YES', 'NO', unknownKey] as const;

/** The slice keys of each dimension, in the order in which they are listed. */
export const sliceKeys = {
  GENDER: ['F', 'M', unknownKey],
  AGE_BAND: ['AGE_18_30', 'AGE_31_40', 'AGE_41_50', 'AGE_51_60', 'AGE_OVER_60', unknownKey],
  ETHNIC_MINORITY: flagKeys,
  RELIGION: flagKeys,
  YOUTH_UNION: flagKeys,
  OCCUPATION: [
    'CADRE_CIVIL_SERVANT',
    'PUBLIC_EMPLOYEE',
    'BUSINESS_EMPLOYEE',
    'WORKER',
    'FARMER',
    'ARMY',
    'POLICE',
    'PUPIL',
    'STUDENT',
    'RETIRED',
    'SELF_EMPLOYED',
    'OTHER',
    unknownKey,
  ],
  ENTERPRISE_RELATION: ['OWNER', 'MANAGER', 'WORKER', 'NOT_APPLICABLE', unknownKey],
  UNIT_TYPE: [
    'COMMUNE_AREA',
    'STATE_AGENCY',
    'PUBLIC_SERVICE_UNIT',
    'NON_PUBLIC_SERVICE_UNIT',
    'STATE_ENTERPRISE',
    'PART_STATE_ENTERPRISE',
    'NON_STATE_ENTERPRISE',
    'FDI_ENTERPRISE',
    'COOPERATIVE',
    'ARMY',
    'POLICE',
    'BORDER',
    'PRESS',
    'SCHOOL',
    'OTHER',
    unknownKey,
  ],
  AREA: [
    'RURAL',
    'URBAN',
    'MOUNTAIN',
    'BORDER',
    'ISLAND',
    'MINORITY_AREA',
    'SPECIALLY_HARD',
    'RELIGIOUS_AREA',
    'KEY_AREA',
    'RESIDENTIAL_CELL',
    unknownKey,
  ],
  EDUCATION: ['ILLITERATE_OR_LITERATE_ONLY', 'PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', unknownKey],
} as const satisfies Record<Dimension, readonly string[]>;

/** A slice key of one dimension. */
export type SliceKey<D extends Dimension = Dimension> = (typeof sliceKeys)[D][number];

/** Why a sign-in was refused. */
export const signInRefusalCodes = ['WRONG_CREDENTIALS', 'WAIT', 'BUSY'] as const;
export type SignInRefusalCode = (typeof signInRefusalCodes)[number];

/** Why a switch of grant, or the ending of a session, was refused. */
export const switchGrantRefusalCodes = ['NOT_FOUND', 'SIGNED_OUT'] as const;
export type SwitchGrantRefusalCode = (typeof switchGrantRefusalCodes)[number];

/** Why a view was not saved. */
export const saveViewRefusalCodes = ['BAD_NAME', 'BAD_ADDRESS', 'NAME_TAKEN', 'TOO_MANY', 'SIGNED_OUT'] as const;
export type SaveViewRefusalCode = (typeof saveViewRefusalCodes)[number];

/** Why a saved view was not deleted. */
export const deleteViewRefusalCodes = ['NOT_FOUND', 'SIGNED_OUT'] as const;
export type DeleteViewRefusalCode = (typeof deleteViewRefusalCodes)[number];
