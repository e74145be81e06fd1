/** The words of what deadlines and decisions rest on: powers of units, and why a change of them or of the holidays is refused. */

/** What a unit may do: by its kind, or because it was given to it for a time. */
export const powers = ['DECIDES_ADMISSIONS', 'ISSUES_TARGETS', 'CLASSIFIES'] as const;
export type Power = (typeof powers)[number];

/** Why a power was not given or ended, or a day not changed. */
export const ruleRefusalCodes = [
  'SIGNED_OUT',
  'NOT_FOUND',
  'FORBIDDEN_FOR_ROLE',
  'NOT_YOUR_BODY',
  'VERSION_CONFLICT',
  'FACT_MISSING',
  'TEXT_NOT_POSSIBLE',
  'KEY_USED_OTHERWISE',
  'DAY_NOT_POSSIBLE',
  'WEEKEND',
  'UNIT_CANNOT_HOLD',
  'DATES_NOT_IN_ORDER',
  'PERIODS_OVERLAP',
  'ALREADY_ENDED',
] as const;
export type RuleRefusalCode = (typeof ruleRefusalCodes)[number];
