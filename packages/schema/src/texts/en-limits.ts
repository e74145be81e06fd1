import type { LimitTexts, ToldLimit } from './vi-limits.ts';

const text = ({ character, given, most }: ToldLimit): string =>
  character === undefined ? `Its length is ${given} characters; ${most} is the most.` : character.startsWith('U+') ? `Character ${given} cannot be seen (${character}). Please delete it.` : `The character “${character}” (number ${given}) cannot be used.`;

/** The English sentences of refusals that name the limit, by their codes. */
export const enLimits: LimitTexts = {
  TEXT_NOT_POSSIBLE: text,
  NAME_NOT_POSSIBLE: (limit) => (limit.least === undefined ? text(limit) : `Its length is ${limit.given}; a name has ${limit.least} to ${limit.most} characters.`),
  DATE_IN_FUTURE: ({ until }) => `This day has not come yet: today, ${until}, is the last that can be.`,
  DATE_BEFORE_LAST_STEP: ({ from, step, fact }) => (step !== undefined ? `Before ${from} (the step “${step}”).` : fact === undefined ? `Before ${from}.` : `Before ${from} (${fact.charAt(0).toLowerCase()}${fact.slice(1)}).`),
  DATE_BEFORE_ARRIVAL: ({ from }) => `Before the unit received the person (${from}).`,
  DATES_OUT_OF_ORDER: ({ from }) => `The last day lies before the first (${from}).`,
  BIRTH_DATE_NOT_POSSIBLE: ({ from, until, step }) => `The date of birth is between ${from} and ${until}: ${step === undefined ? 'on the first day on record' : `at the step “${step}”`} the person was 14 to 100 years old.`,
  CERTIFICATE_EXPIRED: ({ until }) => `The certificate of the awareness class can be used until ${until} (60 months).`,
  CERTIFICATE_NOT_NEWER: ({ from }) => `This certificate is no newer than the one that is there: it has to be issued on ${from} or later.`,
  DOSSIER_TOO_OLD: ({ until }) => `The file can be used until ${until} (12 months), and is made anew after that.`,
  INTRODUCERS_MISSING: ({ given, least }) => `${given} of ${least} introducers: two official members are needed, or one and the Youth Union (or the trade union).`,
  PROBATION_NOT_OVER: ({ from }) => `The 12 months of probation are over on ${from}.`,
  TOO_YOUNG: ({ from }) => `18 years old (counted by month) from ${from} on.`,
  CONSENT_NEEDED: ({ until }) => `Over 60 after ${until}: the written consent of the province’s standing committee is needed.`,
  LATE_WITHOUT_CONSENT: ({ until }) => `The time for the ceremony ended on ${until}: after that it is held with the written consent of the upper committee only.`,
  VOTE_NOT_POSSIBLE: ({ field, given, least, most }) =>
    field === 'inFavour' ? `${given} in favour, and only ${most} present.`
    : field === 'present' ? `${given} present, and only ${most} called.`
    : field === 'base' ? `${given} called: it has to be ${least} to ${most}.`
    : `${given} in favour are two thirds: a vote that failed has ${most} at the most.`,
  VOTE_NOT_REACHED: ({ given, least }) => `Two thirds are not in favour: ${given}, and at least ${least} are needed.`,
  MAJORITY_NOT_REACHED: ({ given, least }) => `Not more than half are in favour: ${given}, and at least ${least} are needed.`,
  TOO_MANY: ({ given, most }) => `${given} people, and ${most} at once are the most.`,
  TOO_SOON_AFTER_LEAVING: ({ from }) => `36 months since leaving are over on ${from}.`,
  TOO_SOON_AFTER_CONVICTION: ({ from }) => `60 months since the conviction was cleared are over on ${from}.`,
  TOGETHER_TOO_SHORT: ({ until }) => `They have to have worked, studied or laboured together since ${until} at the latest: twelve months by the day of the introduction.`,
  TERM_TOO_SHORT: ({ from }) => `A temporary transfer takes three months at the least: until ${from} or later.`,
  TERM_TOO_LONG: ({ until }) => `A temporary transfer takes less than a year, full-time study two years at the most: until ${until} at the latest.`,
};
