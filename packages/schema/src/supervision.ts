/** The words of supervision: who is in charge of which unit, from when to when. */

/** What a supervisor is to a unit. */
export const supervisionKinds = ['IN_CHARGE', 'FOLLOW_UP'] as const;
export type SupervisionKind = (typeof supervisionKinds)[number];

/** Where an assignment stands today. */
export const supervisionStates = ['IN_FORCE', 'TO_COME', 'ENDED'] as const;
export type SupervisionState = (typeof supervisionStates)[number];

/** Why an assignment ended before its last day. */
export const supervisionEndCauses = ['ENDED_EARLY', 'UNIT_MOVED', 'UNIT_CLOSED'] as const;
export type SupervisionEndCause = (typeof supervisionEndCauses)[number];

/** Why an assignment was not made, changed or ended. */
export const supervisionRefusalCodes = [
  'SIGNED_OUT',
  'NOT_FOUND',
  'FORBIDDEN_FOR_ROLE',
  'NOT_YOUR_BODY',
  'YOURSELF',
  'ACCOUNT_NOT_USABLE',
  'VERSION_CONFLICT',
  'FACT_MISSING',
  'TEXT_NOT_POSSIBLE',
  'KEY_USED_OTHERWISE',
  'DATE_NOT_POSSIBLE',
  'DATE_IN_FUTURE',
  'DATES_NOT_IN_ORDER',
  'PERIODS_OVERLAP',
  'UNIT_CLOSED',
  'UNCHANGED',
  'ALREADY_ENDED',
] as const;
export type SupervisionRefusalCode = (typeof supervisionRefusalCodes)[number];

/** The units of one supervisor that are read at once, at the most. */
export const mostSupervisedUnits = 30;
