import type { RecordsTexts } from './vi-records.ts';

/** Words of what a unit keeps beside its people and figures, in English. */
export const enRecords: RecordsTexts = {
  documentKinds: {
    RESOLUTION: 'Resolution',
    DIRECTIVE: 'Directive',
    CONCLUSION: 'Conclusion',
    REGULATION: 'Regulation',
    WORKING_REGULATION: 'Working regulation',
    DECISION: 'Decision',
    PLAN: 'Plan',
    PROGRAMME: 'Programme',
    SCHEME: 'Scheme',
    GUIDANCE: 'Guidance',
    NOTICE: 'Notice',
    DISPATCH: 'Dispatch',
  },
  documentOrders: {
    LATEST: 'Latest first',
    NUMBER: 'By number',
  },
  documentOrigins: {
    OWN: 'Of the unit',
    BELOW: 'From below',
    ABOVE: 'Handed down from above',
  },
  documentWarnings: {
    OLDER_THAN_IMPLEMENTED: 'It was issued before the document that it implements. Please check the date.',
    SAME_NUMBER_IN_YEAR: 'The unit has another document of this kind and number in that year.',
  },
  obstacleStandings: {
    OPEN: 'Open',
    OVERDUE: 'Overdue',
    RESOLVED: 'Resolved',
  },
  reminderStandings: {
    WAITING: 'Waiting for a reply',
    OVERDUE: 'Reply overdue',
    ANSWERED: 'Answered',
  },
  refusals: {
    SIGNED_OUT: 'The session has ended. Please sign in again.',
    NOT_FOUND: 'This was not found.',
    FORBIDDEN_FOR_ROLE: 'The role in use may not change this.',
    VERSION_CONFLICT: 'Somebody else has just changed this. Look at it again, then record.',
    FACT_MISSING: 'This is still missing.',
    TEXT_NOT_POSSIBLE: 'There are invisible characters, or it is too long.',
    KEY_USED_OTHERWISE: 'This idempotency key was used for something else.',
    DATE_IN_FUTURE: 'This day is still to come.',
    DATE_NOT_POSSIBLE: 'This day is not possible.',
    DATES_NOT_IN_ORDER: 'The later day cannot come before the earlier one.',
    IMPLEMENTS_ITSELF: 'A document cannot implement itself, nor by way of another one.',
    TAKEN_BACK: 'This was taken back.',
    PLAN_EXISTS: 'The unit has a plan for this year.',
    YEAR_NOT_POSSIBLE: 'Plans are made for the years from 2000 to five years ahead.',
    PERIOD_NOT_IN_YEAR: 'Choose a month or a quarter within the year of the plan.',
    TOO_MANY: 'A plan has 200 items at the most.',
    ALREADY_DONE: 'This item is recorded as done.',
    NOT_DONE: 'This item is not recorded as done.',
    NOT_BELOW: 'This is recorded for a unit below the unit in use.',
    NOT_YOURS_TO_ANSWER: 'This reminder is answered by the unit that it was sent to.',
  },
};
