import type { RemovalGround } from '@banyan/schema/lifecycle';
import type { Random } from '../chance/random.ts';
import { addMonths, dateOf, dayOf, type Day } from '../time/calendar.ts';
import type { Departure, Leaf, Unfinished } from '../tree/leaf.ts';
import type { DemoPerson, DemoStep } from '../types.ts';
import {
  cellNumber, committeeMembers, committeeNumber, decisionNumber, failedVote, hasCommittee, passedVote, voters,
} from './documents.ts';
import { stepOf, waysTo, type Traveller } from './way.ts';

const removals: readonly { readonly ground: RemovalGround; readonly reason: string }[] = [
  { ground: 'ABSENT', reason: 'Bỏ sinh hoạt chi bộ 3 tháng trong năm không có lý do chính đáng' },
  { ground: 'UNPAID_DUES', reason: 'Không đóng đảng phí 3 tháng trong năm không có lý do chính đáng' },
  { ground: 'NO_WILL', reason: 'Giảm sút ý chí phấn đấu, đã được chi bộ giáo dục mà không tiến bộ' },
  { ground: 'CRITERIA_FAILED', reason: 'Không còn bảo đảm tiêu chuẩn chính trị của đảng viên' },
];
const unfit = { ground: 'UNFIT_IN_PROBATION', reason: 'Qua thời gian dự bị không đủ tư cách đảng viên' } as const;
const extensionReasons = ['Chờ bổ sung ý kiến nơi cư trú', 'Cấp ủy chưa tổ chức được kỳ họp trong thời hạn'];

/** What is known of somebody who was admitted. */
export interface Admitted {
  readonly random: Random;
  readonly person: DemoPerson;
  /** Where the person was admitted, and where the twelve months ended. */
  readonly leaf: Leaf;
  readonly lastLeaf: Leaf;
  readonly departure: Departure | null;
  readonly unfinished: Unfinished | undefined;
  /** The name of the body that decides on the people of a leaf. */
  readonly upperNameOf: (leaf: Leaf) => string;
  /** The last day on which anything happened. */
  readonly until: Day;
}

/** The steps of somebody who was admitted: the way to the ceremony, the recognition, the exit, in so far as they came. */
export function stepsOfAdmitted(admitted: Admitted): DemoStep[] {
  const { random, person, leaf } = admitted;
  const { admissionDecidedOn, ceremonyOn } = person;
  if (admissionDecidedOn === null || ceremonyOn === null) throw new Error(`${person.key} was not admitted`);
  const traveller: Traveller = { random, leaf, upperName: admitted.upperNameOf(leaf), consentFrom: consentFrom(person) };
  return [
    ...waysTo(traveller, { step: 'ADMISSION_DECIDED', on: dayOf(admissionDecidedOn) }, true).map((milestone) => stepOf(traveller, milestone)),
    ceremony(dayOf(admissionDecidedOn), dayOf(ceremonyOn)),
    ...recognition(admitted),
    ...unfinished(admitted, addMonths(dayOf(ceremonyOn), 12)),
    ...exit(admitted),
  ];
}

/** Thirty working days are six weeks at the least: after that the upper committee has consented. */
function ceremony(decided: Day, held: Day): DemoStep {
  return { step: 'CEREMONY_HELD', on: dateOf(held), ...(held - decided > 41 ? { upperConsentNumber: `${(held % 90) + 1}-CV/ĐU` } : {}) };
}

/** The first day on which somebody is more than 60 years old, by months. */
export function consentFrom({ birthDate }: Pick<DemoPerson, 'birthDate'>): Day {
  return dayOf(`${dateOf(addMonths(dayOf(birthDate), 12 * 60 + 1)).slice(0, 8)}01`);
}

function proposal({ random, lastLeaf }: Admitted, day: Day): DemoStep {
  return { step: 'RECOGNITION_PROPOSED', on: dateOf(day), documentNumber: cellNumber(random), vote: passedVote(random, voters(lastLeaf)) };
}

function submission({ random }: Admitted, day: Day): DemoStep {
  return { step: 'RECOGNITION_SUBMITTED', on: dateOf(day), documentNumber: committeeNumber(random), vote: passedVote(random, committeeMembers(random)) };
}

/** The cell proposes once the twelve months are over, the committee passes it on, the decision follows: all of it between two known days. */
function recognition(admitted: Admitted): DemoStep[] {
  const { random, person, lastLeaf, upperNameOf } = admitted;
  const { officialOn, recognitionDecidedOn } = person;
  if (officialOn === null || recognitionDecidedOn === null) return [];
  const decided = dayOf(recognitionDecidedOn);
  const proposed = dayOf(officialOn) + random.between(0, Math.floor((decided - dayOf(officialOn)) / 3));
  const submitted = random.between(proposed, Math.floor((proposed + decided) / 2));
  return [
    proposal(admitted, proposed),
    ...(hasCommittee(lastLeaf) ? [submission(admitted, submitted)] : []),
    { step: 'RECOGNISED', on: recognitionDecidedOn, documentNumber: decisionNumber(random, upperNameOf(lastLeaf)) },
  ];
}

/** What was done of a recognition, or of a removal, that is still to be decided. */
function unfinished(admitted: Admitted, official: Day): DemoStep[] {
  const { random, lastLeaf, until } = admitted;
  if (admitted.unfinished === undefined || admitted.unfinished === 'NOTHING_DONE') return [];
  if (admitted.unfinished === 'REMOVAL_PROPOSED') return [removalProposal(admitted, until - random.between(3, 25))];
  const proposed = official + random.between(1, Math.min(20, Math.floor((until - official) / 2)));
  if (admitted.unfinished === 'VOTE_FAILED') {
    return [{ step: 'VOTE_FAILED', on: dateOf(proposed), vote: failedVote(random, voters(lastLeaf)), reason: 'Không đủ hai phần ba tán thành' }];
  }
  const submitted = Math.min(until, proposed + random.between(2, 9));
  const isExtended = until - proposed > 36 && random.chance(0.3);
  return [
    proposal(admitted, proposed),
    ...(admitted.unfinished === 'SUBMITTED' ? [submission(admitted, submitted)] : []),
    ...(isExtended ? [extension(random, until - random.between(1, 3))] : []),
  ];
}

/** A longer time for a decision. */
export function extension(random: Random, day: Day): DemoStep {
  return { step: 'EXTENDED', on: dateOf(day), documentNumber: `${random.between(10, 200)}-CV/ĐU`, reason: random.pick(extensionReasons) };
}

function removalProposal({ random, lastLeaf, person }: Admitted, day: Day): DemoStep {
  const drawn = random.pick(removals);
  const { ground, reason } = person.officialOn === null || dateOf(day) < person.officialOn ? unfit : drawn;
  return {
    step: 'REMOVAL_PROPOSED',
    on: dateOf(day),
    documentNumber: cellNumber(random),
    vote: passedVote(random, voters(lastLeaf)),
    removalGround: ground,
    reason,
  };
}

function exit(admitted: Admitted): DemoStep[] {
  const { random, person, lastLeaf, departure } = admitted;
  if (departure === null || departure.kind === 'TRANSFERRED' || person.leftOn === null) return [];
  const on = person.leftOn;
  const documentNumber = decisionNumber(random, admitted.upperNameOf(lastLeaf));
  if (departure.isAnnulment === true) return [{ step: 'ADMISSION_ANNULLED', on, documentNumber, reason: 'Kết nạp không đúng tiêu chuẩn' }];
  switch (departure.kind) {
    case 'REMOVED':
      return [removalProposal(admitted, departure.day - random.between(10, 40)), { step: 'REMOVED', on, documentNumber, vote: { base: 11, present: 11, inFavour: 10 } }];
    case 'EXPELLED':
      return [{ step: 'EXPELLED', on, documentNumber }];
    case 'LEFT':
      return [{ step: 'LEFT_BY_REQUEST', on, documentNumber, reason: 'Xin ra khỏi Đảng vì hoàn cảnh gia đình' }];
    case 'DECEASED':
      return [{ step: 'DECEASED', on }];
  }
}
