import type { SupervisionTexts } from './vi-supervision.ts';

/** The words of supervision in English. */
export const enSupervision: SupervisionTexts = {
  kinds: {
    IN_CHARGE: 'In charge',
    FOLLOW_UP: 'Follow-up',
  },
  states: {
    IN_FORCE: 'In force',
    TO_COME: 'To come',
    ENDED: 'Ended',
  },
  endCauses: {
    ENDED_EARLY: 'Ended before its last day',
    UNIT_MOVED: 'The unit moved out of the tree of the assigning body',
    UNIT_CLOSED: 'The unit closed',
  },
  refusals: {
    SIGNED_OUT: 'The session has ended. Sign in again.',
    NOT_FOUND: 'Not found.',
    FORBIDDEN_FOR_ROLE: 'The acting role assigns no supervisors.',
    NOT_YOUR_BODY: 'This assignment was decided above; only the body that made it, or one above that, can change it.',
    YOURSELF: 'Nobody assigns themselves, or changes an assignment of their own.',
    ACCOUNT_NOT_USABLE: 'There is no account of that name that can be assigned.',
    VERSION_CONFLICT: 'Somebody else has just changed it. Look again, then save.',
    FACT_MISSING: 'This is missing.',
    TEXT_NOT_POSSIBLE: 'It holds characters that are not seen, or is too long.',
    KEY_USED_OTHERWISE: 'This idempotency key was used for something else.',
    DATE_NOT_POSSIBLE: 'This day is not possible.',
    DATE_IN_FUTURE: 'This day is still to come.',
    DATES_NOT_IN_ORDER: 'The last day cannot lie before the first.',
    PERIODS_OVERLAP: 'This person is already assigned to this unit for a part of that time.',
    UNIT_CLOSED: 'The unit is closed.',
    UNCHANGED: 'Nothing has changed.',
    ALREADY_ENDED: 'This assignment is over or was ended.',
  },
};
