/** The words of targets: what they count, how they are set, divided and judged. Rules that need more than one number the server alone knows. */

/** What a target counts. */
export const indicators = ['ADMITTED', 'RECOGNISED', 'LISTED', 'CERTIFIED', 'UNITS_FOUNDED', 'PLACES_WITHOUT_CELL'] as const;
export type Indicator = (typeof indicators)[number];

/** How a target is put: one number, a least one, a range, per cent of a base, or a number to come down to. */
export const targetKinds = ['EXACT', 'MINIMUM', 'RANGE', 'RATE', 'RATE_RANGE', 'REDUCE_TO'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** What a rate is taken of. */
export const targetBases = ['STOCK_AT_TERM_START', 'STOCK_AT_YEAR_START', 'STOCK_AT_PERIOD_END', 'AVERAGE_STOCK', 'FIXED_NUMBER'] as const;
export type TargetBase = (typeof targetBases)[number];

/** Where a target stands: in force, or closed with the result to the day on which its unit ended. */
export const targetStates = ['ISSUED', 'CLOSED'] as const;
export type TargetState = (typeof targetStates)[number];

/** How what is given to the units below adds up to one's own target. */
export const sumRules = ['EXACTLY', 'NOT_BELOW', 'WITH_RESERVE'] as const;
export type SumRule = (typeof sumRules)[number];

/** Why an allocation was made: published by the unit, or because a unit below ended in the middle. */
export const allocationOrigins = ['PUBLISHED', 'UNIT_CLOSED'] as const;
export type AllocationOrigin = (typeof allocationOrigins)[number];

/** Whether a target is met. */
export const attainments = ['NO_TARGET', 'NOT_MET', 'MET', 'EXCEEDED'] as const;
export type Attainment = (typeof attainments)[number];

/** How a figure stands against the linear pace of its target, the worst first. */
export const paces = ['BEHIND', 'ON_PACE', 'AHEAD', 'NOT_ASSESSED'] as const;
export type Pace = (typeof paces)[number];

/** How a unit stands beside its target: met whatever the pace, or by its pace while the period runs. The worst first. */
export const targetStandings = ['BEHIND', 'NOT_MET', 'ON_PACE', 'AHEAD', 'MET', 'EXCEEDED', 'NOT_ASSESSED', 'NO_TARGET'] as const;
export type TargetStanding = (typeof targetStandings)[number];

/** Why nothing is projected of a period: it is over, it has no end, or nothing is on record of earlier years. */
export const noProjections = ['PERIOD_OVER', 'NO_END', 'NOTHING_ON_RECORD'] as const;
export type NoProjection = (typeof noProjections)[number];

/** How a year's admissions stand beside the guideline. */
export const guidelineStandings = ['BELOW', 'WITHIN', 'ABOVE'] as const;
export type GuidelineStanding = (typeof guidelineStandings)[number];

/** By what a total is divided over the units below. */
export const splitWays = ['MEMBERS', 'LAST_YEAR', 'POOL', 'EQUAL'] as const;
export type SplitWay = (typeof splitWays)[number];

/** Why a target or an allocation was not changed. */
export const targetRefusalCodes = [
  'SIGNED_OUT',
  'NOT_FOUND',
  'FORBIDDEN_FOR_ROLE',
  'NOT_YOUR_BODY',
  'PART_OF_ALLOCATION',
  'VERSION_CONFLICT',
  'FACT_MISSING',
  'TEXT_NOT_POSSIBLE',
  'KEY_USED_OTHERWISE',
  'NUMBER_NOT_POSSIBLE',
  'RANGE_UPSIDE_DOWN',
  'BASE_MISSING',
  'KIND_NOT_POSSIBLE',
  'SLICE_NOT_POSSIBLE',
  'PERIOD_NOT_POSSIBLE',
  'PERIOD_ENDED',
  'DATES_NOT_IN_ORDER',
  'UNIT_CLOSED',
  'UNIT_GETS_NONE',
  'TARGET_EXISTS',
  'UNCHANGED',
  'REASON_MISSING',
  'DOCUMENT_MISSING',
  'NOTE_MISSING',
  'UNIT_NOT_BELOW',
  'UNIT_TWICE',
  'UNIT_MISSING',
  'SUM_NOT_EXACT',
  'SUM_BELOW',
  'SUM_ABOVE',
  'RESERVE_NOT_POSSIBLE',
  'RULE_NOT_POSSIBLE',
] as const;
export type TargetRefusalCode = (typeof targetRefusalCodes)[number];

/** Whether amounts of a kind are per cent. */
export function isRate(kind: TargetKind): boolean {
  return kind === 'RATE' || kind === 'RATE_RANGE';
}

/** Whether a kind has a low and a high bound. */
export function isRange(kind: TargetKind): boolean {
  return kind === 'RANGE' || kind === 'RATE_RANGE';
}

/** The largest number that a target may have. */
export const largestAmount = 9_999_999;
