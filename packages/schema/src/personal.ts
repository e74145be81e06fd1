/** The words on which server and web agree about what is kept of one person: what can be corrected, marks, and why a change was refused. */

/** What can be corrected of a person. Ethnic group and religion are written while they are unlocked. */
export const correctedFields = ['FULL_NAME', 'BIRTH_DATE', 'GENDER', 'OCCUPATION', 'ENTERPRISE_RELATION', 'EDUCATION', 'YOUTH_UNION', 'PERSONAL_NUMBER'] as const;
export type CorrectedField = (typeof correctedFields)[number];

/** What is noted of a person beside the way to membership. The last two last for a time and are no exits: a member stays counted. */
export const markKinds = ['AWARD', 'EMULATION_TITLE', 'WORK_RESULT', 'STUDY_RESULT', 'EXEMPTION', 'SUSPENSION'] as const;
export type MarkKind = (typeof markKinds)[number];

/** Marks of a member that last: exemption from work and activity, suspension of activity. */
export const lastingMarkKinds = ['EXEMPTION', 'SUSPENSION'] as const satisfies readonly MarkKind[];

/** Whether a mark of that kind lasts for a time. */
export function isLasting(kind: MarkKind): boolean {
  return lastingMarkKinds.some((one) => one === kind);
}

/** Why a correction or a mark was refused. */
export const personRefusalCodes = [
  'SIGNED_OUT',
  'NOT_FOUND',
  'FORBIDDEN_FOR_ROLE',
  'VERSION_CONFLICT',
  'NOTHING_CHANGES',
  'FACT_MISSING',
  'TEXT_NOT_POSSIBLE',
  'NAME_NOT_POSSIBLE',
  'BIRTH_DATE_NOT_POSSIBLE',
  'VALUE_NOT_KNOWN',
  'DATE_IN_FUTURE',
  'DATES_OUT_OF_ORDER',
  'SINCE_NOT_POSSIBLE',
  'BEFORE_A_REORGANISATION',
  'NUMBER_NOT_POSSIBLE',
  'KEY_USED_OTHERWISE',
  'NUMBER_LOCKED',
  'ON_RECORD_HERE',
  'ON_RECORD_ELSEWHERE',
  'TOO_MANY_CHECKS',
  'MEMBERS_ONLY',
  'MARK_LASTS_ALREADY',
] as const;
export type PersonRefusalCode = (typeof personRefusalCodes)[number];
