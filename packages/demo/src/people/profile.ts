import type { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import { fullName } from '../names/people-names.ts';
import { addMonths, type Day } from '../time/calendar.ts';
import type { AdmissionTraits, Departure, Leaf } from '../tree/leaf.ts';
import type { DemoGender } from '../types.ts';
import { milieuOf, type Milieu } from './milieu.ts';

/** What is known of a person, apart from what happened to them. */
export interface Profile {
  readonly fullName: string;
  readonly birth: Day;
  readonly gender: DemoGender;
  readonly ethnicGroup: string;
  readonly religion: string;
  readonly education: string;
  readonly occupation: string;
  readonly enterpriseRelation: string;
  readonly youthUnion: boolean;
}

const retirement = 59;
/** Share of members of before whose occupation, relation or education nobody wrote down. */
const unwritten = 0.012;
const upperSecondary = 'UPPER_SECONDARY';

/** Whoever is admitted was already 18 when the cell proposed it, some months before. */
const youngest = 18;
const daysBeforeCeremony = 120;

const admissionAges = new Weighted<readonly [number, number]>([[[18, 24], 30], [[25, 30], 37], [[31, 40], 24], [[41, 50], 7], [[51, 60], 2]]);
const schoolingOfTheOld = new Weighted([[upperSecondary, 50], ['LOWER_SECONDARY', 38], ['PRIMARY', 11], ['ILLITERATE_OR_LITERATE_ONLY', 1]]);
const schoolingOfResidents = new Weighted([[upperSecondary, 86], ['LOWER_SECONDARY', 13], ['PRIMARY', 1]]);
const schoolingElsewhere = new Weighted([[upperSecondary, 98], ['LOWER_SECONDARY', 2]]);

/** Draws somebody who is a member when the records begin. */
export function memberOfBefore(random: Random, leaf: Leaf, begins: Day, departure: Departure | null): Profile {
  const milieu = milieuOf(leaf.unit.unitType);
  const age = ageOfMember(random, milieu, departure);
  const isRetired = milieu.relations === null && milieu.ages[1] > 70 && age >= retirement && random.chance(0.7);
  const { occupation, enterpriseRelation } = work(random, milieu, {});
  return person(random, leaf, {
    traits: {},
    birth: begins - Math.floor((age + random.next()) * 365.25),
    age,
    occupation: random.chance(unwritten) ? 'UNKNOWN' : isRetired ? 'RETIRED' : settledOccupation(occupation),
    enterpriseRelation: random.chance(unwritten) ? 'UNKNOWN' : isRetired ? 'NOT_APPLICABLE' : enterpriseRelation,
    isWritten: !random.chance(unwritten),
  });
}

/** Draws somebody who is admitted on a day, in so far as the traits leave it open. */
export function newcomer(random: Random, leaf: Leaf, ceremony: Day, traits: AdmissionTraits): Profile {
  const { occupation, enterpriseRelation } = work(random, milieuOf(leaf.unit.unitType), traits);
  const age = ageOfNewcomer(random, occupation);
  const birth = addMonths(ceremony, -12 * age) - random.between(0, 360) - (age === youngest ? daysBeforeCeremony : 0);
  const drawn = person(random, leaf, { traits, birth, age, occupation, enterpriseRelation, isWritten: true });
  return { ...drawn, education: asAdmitted(drawn.education, leaf) };
}

const hardAreas: readonly string[] = ['MOUNTAIN', 'BORDER', 'ISLAND', 'MINORITY_AREA', 'SPECIALLY_HARD'];

/** The schooling of somebody whom a cell proposed: lower secondary school, primary school where it is hard to come by. */
function asAdmitted(education: string, { unit: { areas } }: Leaf): string {
  if (education === 'ILLITERATE_OR_LITERATE_ONLY' || education === 'PRIMARY') return areas.some((area) => hardAreas.includes(area)) ? 'PRIMARY' : 'LOWER_SECONDARY';
  return education;
}

interface Draft {
  readonly traits: AdmissionTraits;
  readonly birth: Day;
  readonly age: number;
  readonly occupation: string;
  readonly enterpriseRelation: string;
  readonly isWritten: boolean;
}

function person(random: Random, leaf: Leaf, draft: Draft): Profile {
  const { traits, age, birth, occupation, enterpriseRelation } = draft;
  const { population } = leaf;
  const gender = traits.gender ?? (random.chance(milieuOf(leaf.unit.unitType).women) ? 'F' : 'M');
  const ethnicGroup = (traits.minority ?? random.chance(population.minority)) ? population.ethnicGroups.draw(random) : '01';
  return {
    fullName: fullName(random, gender, ethnicGroup),
    birth,
    gender,
    ethnicGroup,
    religion: random.chance(population.believers) ? population.religions.draw(random) : 'NONE',
    education: draft.isWritten ? schooling(random, leaf.unit.unitType, age) : 'UNKNOWN',
    occupation,
    enterpriseRelation,
    youthUnion: random.chance(youthUnionShare(age, occupation)),
  };
}

function ageOfMember(random: Random, milieu: Milieu, departure: Departure | null): number {
  const [youngest, oldest] = milieu.ages;
  const hump = (random.next() + random.next()) / 2;
  // Those who die are mostly the oldest, those who move the youngest.
  if (departure?.kind === 'DECEASED') return Math.floor(oldest - hump * (oldest - youngest) * 0.45);
  if (departure?.kind === 'TRANSFERRED') return Math.floor(youngest + hump * (oldest - youngest) * 0.6);
  return Math.floor(youngest + hump * (oldest - youngest));
}

function ageOfNewcomer(random: Random, occupation: string): number {
  if (occupation === 'PUPIL') return youngest;
  if (occupation === 'STUDENT') return random.between(19, 23);
  if (occupation === 'ARMY' || occupation === 'POLICE') return random.between(19, 31);
  const [low, high] = admissionAges.draw(random);
  return random.between(low, high);
}

function work(random: Random, milieu: Milieu, traits: AdmissionTraits): { occupation: string; enterpriseRelation: string } {
  const enterpriseRelation = traits.enterpriseRelation ?? milieu.relations?.draw(random);
  if (enterpriseRelation !== undefined) {
    return { enterpriseRelation, occupation: traits.occupation ?? (enterpriseRelation === 'WORKER' ? 'WORKER' : 'BUSINESS_EMPLOYEE') };
  }
  const occupation = traits.occupation ?? milieu.occupations.draw(random);
  return { occupation, enterpriseRelation: occupation === 'WORKER' && random.chance(0.5) ? 'WORKER' : 'NOT_APPLICABLE' };
}

/** Nobody stays a student for the whole of the records. */
function settledOccupation(occupation: string): string {
  return occupation === 'STUDENT' ? 'OTHER' : occupation;
}

function schooling(random: Random, unitType: string, age: number): string {
  if (unitType !== 'COMMUNE_AREA' && unitType !== 'COOPERATIVE') return schoolingElsewhere.draw(random);
  return (age >= retirement ? schoolingOfTheOld : schoolingOfResidents).draw(random);
}

function youthUnionShare(age: number, occupation: string): number {
  if (occupation === 'PUPIL' || occupation === 'STUDENT') return 1;
  if (age <= 30) return 0.9;
  return age <= 35 ? 0.15 : 0;
}
