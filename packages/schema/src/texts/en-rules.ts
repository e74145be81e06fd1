import type { RulesTexts } from './vi-rules.ts';

/** Words of powers and holidays, in English. */
export const enRules: RulesTexts = {
  powers: {
    DECIDES_ADMISSIONS: 'Decides on admission and recognition',
    ISSUES_TARGETS: 'Hands out targets',
    CLASSIFIES: 'Classifies quality',
  },
  refusals: {
    SIGNED_OUT: 'The session has ended. Please sign in again.',
    NOT_FOUND: 'This was not found.',
    FORBIDDEN_FOR_ROLE: 'The role in use may not change this.',
    NOT_YOUR_BODY: 'This power is given and ended by the committee above that has it.',
    VERSION_CONFLICT: 'Somebody else has just changed this. Look at it again, then record.',
    FACT_MISSING: 'This is still missing.',
    TEXT_NOT_POSSIBLE: 'There are invisible characters, or it is too long.',
    KEY_USED_OTHERWISE: 'This idempotency key was used for something else.',
    DAY_NOT_POSSIBLE: 'The calendar is kept from 2016 to five years ahead.',
    WEEKEND: 'Saturdays and Sundays are no working days anyway.',
    UNIT_CANNOT_HOLD: 'It is given to grassroots committees that do not have it by their kind.',
    DATES_NOT_IN_ORDER: 'The last day cannot be before the first.',
    PERIODS_OVERLAP: 'The unit has this power during a part of that time already.',
    ALREADY_ENDED: 'This power has ended on that day or before.',
  },
};
