/** The words of what a unit keeps beside its people and figures: documents, plans, obstacles, inspections, reminders and localities. */

/** Kinds of documents. */
export const documentKinds = [
  'RESOLUTION',
  'DIRECTIVE',
  'CONCLUSION',
  'REGULATION',
  'WORKING_REGULATION',
  'DECISION',
  'PLAN',
  'PROGRAMME',
  'SCHEME',
  'GUIDANCE',
  'NOTICE',
  'DISPATCH',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Order of a list of documents. */
export const documentOrders = ['LATEST', 'NUMBER'] as const;
export type DocumentOrder = (typeof documentOrders)[number];

/** Where a document comes from, seen from a unit. */
export const documentOrigins = ['OWN', 'BELOW', 'ABOVE'] as const;
export type DocumentOrigin = (typeof documentOrigins)[number];

/** What looks wrong about a document, and is not refused. */
export const documentWarnings = ['OLDER_THAN_IMPLEMENTED', 'SAME_NUMBER_IN_YEAR'] as const;
export type DocumentWarning = (typeof documentWarnings)[number];

/** A part of a list of obstacles. */
export const obstacleStandings = ['OPEN', 'OVERDUE', 'RESOLVED'] as const;
export type ObstacleStanding = (typeof obstacleStandings)[number];

/** A part of a list of reminders. */
export const reminderStandings = ['WAITING', 'OVERDUE', 'ANSWERED'] as const;
export type ReminderStanding = (typeof reminderStandings)[number];

/** Why a change of what a unit keeps was refused. */
export const recordRefusalCodes = [
  'SIGNED_OUT',
  'NOT_FOUND',
  'FORBIDDEN_FOR_ROLE',
  'VERSION_CONFLICT',
  'FACT_MISSING',
  'TEXT_NOT_POSSIBLE',
  'KEY_USED_OTHERWISE',
  'DATE_IN_FUTURE',
  'DATE_NOT_POSSIBLE',
  'DATES_NOT_IN_ORDER',
  'IMPLEMENTS_ITSELF',
  'TAKEN_BACK',
  'PLAN_EXISTS',
  'YEAR_NOT_POSSIBLE',
  'PERIOD_NOT_IN_YEAR',
  'TOO_MANY',
  'ALREADY_DONE',
  'NOT_DONE',
  'NOT_BELOW',
  'NOT_YOURS_TO_ANSWER',
  'LOCALITY_EXISTS',
  'TOO_MANY_LOCALITIES',
] as const;
export type RecordRefusalCode = (typeof recordRefusalCodes)[number];
