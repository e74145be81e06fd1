import type { Random } from '../chance/random.ts';
import { dateOf, type Day } from '../time/calendar.ts';
import type { Leaf } from '../tree/leaf.ts';
import type { DemoStep } from '../types.ts';
import { cellNumber, certificateNumber, committeeMembers, committeeNumber, decisionNumber, hasCommittee, passedVote, voters } from './documents.ts';

/**
 * The way, with how many days each step comes after the one before. From the file to the cell's meeting it is less than twelve months,
 * from there to the decision less than 60 working days.
 */
const way = [
  ['IDENTIFIED', 0, 0],
  ['LISTED', 7, 90],
  ['ENROLLED', 20, 190],
  ['CERTIFIED', 5, 20],
  ['FILE_OPENED', 20, 150],
  ['VERIFICATION_STARTED', 3, 20],
  ['CELL_PROPOSED', 30, 120],
  ['COMMITTEE_PROPOSED', 3, 12],
  ['SUBMITTED', 1, 6],
  ['ADMISSION_DECIDED', 5, 30],
] as const;

/** Whose way it is, as far as the steps tell of it. */
export interface Traveller {
  readonly random: Random;
  readonly leaf: Leaf;
  /** The name of the body that decides. */
  readonly upperName: string;
  /** From this day on the person is over 60, and a cell's proposal needs the province's consent. */
  readonly consentFrom: Day;
}

/** A step of the way and its day. */
export interface Milestone {
  readonly step: WayStep;
  readonly on: Day;
}

/** The steps up to the decision that everybody takes who gets there. */
export type WayStep = (typeof way)[number][0];
type Stretch = readonly [step: WayStep, least: number, most: number];

/** From the list to the certificate, where the records do not tell of the enrolment. */
const toCertificate: Stretch = ['CERTIFIED', 30, 200];

/** Four ways: with a committee or without, and with the enrolment or, as in old records, without. */
const ways = [true, false].map((isCommittee) =>
  [true, false].map((isShort) => {
    const stretches = way.filter(([step]) => (isCommittee || step !== 'COMMITTEE_PROPOSED') && !(isShort && step === 'ENROLLED'));
    return stretches.map((stretch): Stretch => (isShort && stretch[0] === 'CERTIFIED' ? toCertificate : stretch));
  }),
);

function wayOf(leaf: Leaf, isShort: boolean): readonly Stretch[] {
  return ways[hasCommittee(leaf) ? 0 : 1]?.[isShort ? 0 : 1] ?? way;
}

/** The milestones up to one that is reached on a day. */
export function waysTo({ random, leaf }: Traveller, last: Milestone, isShort: boolean): Milestone[] {
  const stretches = wayOf(leaf, isShort);
  const milestones: Milestone[] = [];
  let { on } = last;
  for (let index = stretches.findIndex(([step]) => step === last.step); index >= 0; index--) {
    const [step, least, most] = stretches[index] ?? way[0];
    milestones.push({ step, on });
    on -= random.between(least, most);
  }
  return milestones.toReversed();
}

/** The milestones after one up to another, none of them later than a day. */
export function waysOn({ random, leaf }: Traveller, from: Milestone, to: WayStep, latest: Day): Milestone[] {
  const stretches = wayOf(leaf, false);
  const [begin, end] = [from.step, to].map((wanted) => stretches.findIndex(([step]) => step === wanted));
  let { on } = from;
  return stretches.slice((begin ?? 0) + 1, (end ?? 0) + 1).map(([step, least, most]) => {
    on = Math.min(latest, on + random.between(least, most));
    return { step, on };
  });
}

/** The step of a milestone, with what it is recorded with. */
export function stepOf({ random, leaf, upperName, consentFrom }: Traveller, { step, on: day }: Milestone): DemoStep {
  const on = dateOf(day);
  switch (step) {
    case 'CERTIFIED':
      return { step, on, certificateNumber: certificateNumber(random) };
    case 'CELL_PROPOSED': {
      const consent = day >= consentFrom ? { provinceConsentNumber: `${random.between(20, 400)}-CV/TU` } : {};
      return { step, on, documentNumber: cellNumber(random), vote: passedVote(random, voters(leaf)), ...consent };
    }
    case 'COMMITTEE_PROPOSED':
      return { step, on, documentNumber: committeeNumber(random), vote: passedVote(random, committeeMembers(random)) };
    case 'ADMISSION_DECIDED':
      return { step, on, documentNumber: decisionNumber(random, upperName), receivedOn: dateOf(day + random.between(1, 3)) };
    case 'IDENTIFIED':
    case 'LISTED':
    case 'ENROLLED':
    case 'FILE_OPENED':
    case 'VERIFICATION_STARTED':
    case 'SUBMITTED':
      return { step, on };
  }
}
