import { sliceKeys } from '@banyan/schema/enums';
import type { Step } from '@banyan/schema/lifecycle';
import type { PersonRefusalCode } from '@banyan/schema/personal';
import type { Refusing } from '../../../kernel/conflict.ts';
import type { Day } from '../../../kernel/day.ts';
import { limitOfName, readName } from './person-name.ts';
import { ageOnMeeting, birthDatesOf, fullYears } from './age.ts';
import type { Person } from './person.ts';
import { readPersonalNumber } from './personal-number.ts';
import { getRulePack } from './rule-pack.ts';

/** The facts of a person that can change in life, so that it matters since when; name, birth date and gender can only have been wrong. */
const living = ['occupation', 'enterpriseRelation', 'education', 'youthUnion'] as const;

const keysOf = {
  gender: sliceKeys.GENDER,
  occupation: sliceKeys.OCCUPATION,
  enterpriseRelation: sliceKeys.ENTERPRISE_RELATION,
  education: sliceKeys.EDUCATION,
  youthUnion: sliceKeys.YOUTH_UNION,
} as const satisfies Partial<Record<keyof Person, readonly string[]>>;

/** What becomes of the facts of a person; what is absent stays. */
export type Facts = Partial<Record<'fullName' | 'birthDate' | keyof typeof keysOf | 'personalNumber', string>>;

/** Why a correction was refused, which input is to blame, and who has the number where the caller sees them. */
export type PersonRefusal = Refusing<PersonRefusalCode> & {
  /** The person as they stand, where another version was expected; or who has the number. */
  readonly personId?: string;
};

/** Ages between which somebody can have been on the first day on record. */
const ages = { youngest: 14, oldest: 100 };

/** The first day on record of a person, and the step that it is of; null where it is none's. */
export interface FirstDay {
  readonly on: Day;
  readonly step: Step | null;
}

/** The facts that a correction changes, as they are kept, or why it cannot. `firstDay` is the first day on record: a ceremony, a candidacy. */
export function readFacts(asked: Facts, person: Person, firstDay: FirstDay): Facts | { readonly refused: PersonRefusal } {
  const facts: Facts = {};
  if (asked.fullName !== undefined) {
    const fullName = readName(asked.fullName);
    if (fullName === null) return { refused: { code: 'NAME_NOT_POSSIBLE', field: 'fullName', limit: limitOfName(asked.fullName) } };
    if (fullName !== person.fullName) facts.fullName = fullName;
  }
  if (asked.birthDate !== undefined && asked.birthDate !== person.birthDate) {
    const years = fullYears(asked.birthDate, firstDay.on);
    if (years < ages.youngest || years > ages.oldest) return { refused: { code: 'BIRTH_DATE_NOT_POSSIBLE', field: 'birthDate', limit: { ...birthDatesOf(firstDay.on, ages), step: firstDay.step } } };
    facts.birthDate = asked.birthDate;
  }
  for (const field of ['gender', ...living] as const) {
    const value = asked[field];
    if (value === undefined || value === person[field]) continue;
    if (!keysOf[field].some((key) => key === value)) return { refused: { code: 'VALUE_NOT_KNOWN', field } };
    facts[field] = value;
  }
  if (asked.personalNumber !== undefined) {
    const number = readPersonalNumber(asked.personalNumber);
    if (number === null) return { refused: { code: 'NUMBER_NOT_POSSIBLE', field: 'personalNumber' } };
    facts.personalNumber = number;
  }
  return facts;
}

/** Those of the facts that can change in life. */
export function livingFacts(facts: Facts): Pick<Facts, (typeof living)[number]> {
  return Object.fromEntries(living.flatMap((field) => (facts[field] === undefined ? [] : [[field, facts[field]]])));
}

/** A meeting of the cell that proposed somebody, as recorded. */
export interface Meeting {
  readonly on: Day;
  readonly rulePack: string;
  readonly provinceConsentNumber: string | null;
}

/** A meeting at which the age was not what the rules of its time ask for. */
export interface AgeWarning {
  readonly on: Day;
  readonly code: 'TOO_YOUNG' | 'CONSENT_NEEDED';
}

/** The meetings whose rule on the age (18 to 60 by months, above with consent) a birth date breaks. What was recorded is not judged anew: it is told. */
export function ageWarningsOf(birthDate: Day, meetings: readonly Meeting[]): AgeWarning[] {
  return meetings.flatMap(({ on, rulePack, provinceConsentNumber }) => {
    const age = ageOnMeeting(birthDate, on, getRulePack(rulePack));
    return age === 'ALLOWED' || (age === 'CONSENT_NEEDED' && provinceConsentNumber !== null) ? [] : [{ on, code: age }];
  });
}
