import type { PaperKind } from '@banyan/schema/lifecycle';
import type { Random } from '../chance/random.ts';
import { dateOf, dayOf, type Day } from '../time/calendar.ts';
import type { DemoPaper, DemoParticipant, DemoStep } from '../types.ts';

/** A paper and the step from whose day on it is made. */
interface PaperPlan {
  readonly kind: PaperKind;
  readonly from: DemoStep['step'];
  /** Days before the step (negative) and after it. */
  readonly days: readonly [least: number, most: number];
  /** Who makes it. */
  readonly body?: string;
  /** An opinion or a check by others: it has to be asked for, and waited for. */
  readonly hasConclusion?: boolean;
  readonly isForTheYoung?: boolean;
}

const paperPlans: readonly PaperPlan[] = [
  { kind: 'AWARENESS_CERTIFICATE', from: 'CERTIFIED', days: [0, 0], body: 'Trung tâm Chính trị' },
  { kind: 'APPLICATION', from: 'FILE_OPENED', days: [-6, 0] },
  { kind: 'BIOGRAPHY', from: 'FILE_OPENED', days: [-4, 8] },
  { kind: 'VERIFICATION', from: 'VERIFICATION_STARTED', days: [8, 28], body: 'Đảng ủy nơi quê quán', hasConclusion: true },
  { kind: 'MEMBER_INTRODUCTION', from: 'VERIFICATION_STARTED', days: [5, 28] },
  // Who writes the second introduction is known once it is known who introduces.
  { kind: 'YOUTH_UNION_INTRODUCTION', from: 'VERIFICATION_STARTED', days: [5, 28], isForTheYoung: true },
  { kind: 'RESIDENCE_OPINION', from: 'VERIFICATION_STARTED', days: [6, 28], body: 'Chi ủy nơi cư trú', hasConclusion: true },
  { kind: 'OPINION_SUMMARY', from: 'VERIFICATION_STARTED', days: [12, 29] },
  { kind: 'CELL_RESOLUTION', from: 'CELL_PROPOSED', days: [0, 0] },
  { kind: 'COMMITTEE_RESOLUTION', from: 'COMMITTEE_PROPOSED', days: [0, 0] },
  { kind: 'ADMISSION_DECISION', from: 'ADMISSION_DECIDED', days: [0, 0] },
  { kind: 'NEW_MEMBER_CERTIFICATE', from: 'CEREMONY_HELD', days: [60, 300], body: 'Trung tâm Chính trị' },
  { kind: 'SELF_REVIEW', from: 'CEREMONY_HELD', days: [366, 375] },
  { kind: 'HELPER_OPINION', from: 'CEREMONY_HELD', days: [366, 376] },
  { kind: 'PROBATION_OPINION', from: 'CEREMONY_HELD', days: [366, 378], body: 'Chi ủy nơi cư trú', hasConclusion: true },
  { kind: 'RECOGNITION_CELL_RESOLUTION', from: 'RECOGNITION_PROPOSED', days: [0, 0] },
  { kind: 'RECOGNITION_COMMITTEE_RESOLUTION', from: 'RECOGNITION_SUBMITTED', days: [0, 0] },
];

/** Shares of opinions that have not come, of papers that nobody asked for yet, and of those made long ago. */
const waiting = 0.3;
const missing = 0.15;
const old = 0.08;

/** The papers of an open file, as its steps let expect them: before the cell has met some are missing, asked for, or of more than a year ago. */
export function papersOf(random: Random, steps: readonly DemoStep[], isYoung: boolean, until: Day): DemoPaper[] {
  const byStep = new Map(steps.map((step) => [step.step, step]));
  const last = steps.at(-1)?.step;
  const isGathering = last === 'VERIFICATION_STARTED' || last === 'FILE_OPENED';
  return paperPlans.flatMap((plan) => {
    const step = byStep.get(plan.from);
    if (step === undefined || (plan.isForTheYoung === true && !isYoung)) return [];
    const day = dayOf(step.on) + random.between(...plan.days);
    const isOpen = plan.from === 'CEREMONY_HELD' ? !byStep.has('RECOGNITION_PROPOSED') : isGathering;
    return day > until || (isOpen && random.chance(missing)) ? [] : [paper(random, plan, step, { day, isOpen })];
  });
}

function paper(random: Random, { kind, body, days, hasConclusion }: PaperPlan, step: DemoStep, { day, isOpen }: { day: Day; isOpen: boolean }): DemoPaper {
  const number = days[1] === 0 ? (step.certificateNumber ?? step.documentNumber) : undefined;
  if (isOpen && hasConclusion === true && random.chance(waiting)) return { kind, isThere: false, madeOn: dateOf(day), ...(body === undefined ? {} : { body }) };
  const isOld = isOpen && (kind === 'BIOGRAPHY' || kind === 'MEMBER_INTRODUCTION' || kind === 'OPINION_SUMMARY') && random.chance(old);
  return {
    kind,
    isThere: true,
    madeOn: dateOf(isOld ? day - random.between(370, 460) : day),
    ...(number === undefined ? {} : { number }),
    ...(body === undefined ? {} : { body }),
    ...(hasConclusion === true ? { conclusion: random.chance(0.86) ? 'FAVOURABLE' : 'FAVOURABLE_WITH_REMARKS' } : {}),
  };
}

/** The introductions of a file as those who introduce write them: each member one, and the union its own. */
export function introducedBy(participants: readonly DemoParticipant[], papers: readonly DemoPaper[]): DemoPaper[] {
  const [first, second] = participants.filter(({ kind }) => kind === 'INTRODUCER');
  const ofMember = papers.find(({ kind }) => kind === 'MEMBER_INTRODUCTION');
  const drawn = papers.find(({ kind }) => kind === 'YOUTH_UNION_INTRODUCTION') ?? ofMember;
  const others = papers.filter(({ kind }) => kind !== 'MEMBER_INTRODUCTION' && kind !== 'YOUTH_UNION_INTRODUCTION');
  const written = (paper: DemoPaper | undefined, by: DemoParticipant | undefined): DemoPaper[] =>
    paper === undefined || by === undefined ? [] : [{ ...paper, kind: by.organisation === undefined ? 'MEMBER_INTRODUCTION' : by.organisation === 'YOUTH_UNION' ? 'YOUTH_UNION_INTRODUCTION' : 'TRADE_UNION_INTRODUCTION', body: by.name }];
  return [...others, ...written(ofMember, first), ...written(drawn, second)];
}
