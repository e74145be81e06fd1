import { stageOf, type CandidacyState, type RemovalGround, type Step } from '@banyan/schema/lifecycle';
import { addMonths, later, type Day } from '../../../kernel/day.ts';
import { findTransition, lifecycle, type Situation, type Transition } from './lifecycle.ts';
import type { RulePack } from './rule-pack.ts';
import type { Vote } from './vote.ts';

/** A step that was recorded: one line of the timeline. */
export interface RecordedStep {
  readonly step: Step;
  /** The day of the act, not of its recording. */
  readonly on: Day;
  readonly documentNumber: string | null;
  readonly certificateNumber: string | null;
  readonly provinceConsentNumber: string | null;
  /** The day on which the cell received the decision: the time for the ceremony runs from it. */
  readonly receivedOn: Day | null;
  /** Number of the upper committee's consent to a ceremony after its time. */
  readonly upperConsentNumber: string | null;
  readonly removalGround: RemovalGround | null;
  readonly reason: string | null;
  readonly vote: Vote | null;
}

/** Where a candidacy stands, as its steps tell. Nothing of it is kept that they do not say. */
export interface Dossier {
  readonly state: CandidacyState;
  readonly lastOn: Day;
  readonly certificateOn: Day | null;
  /** The day of the application, or on which the file was last made anew: its twelve months run from it. */
  readonly fileOpenedOn: Day | null;
  readonly cellProposedOn: Day | null;
  readonly admissionDecidedOn: Day | null;
  readonly decisionReceivedOn: Day | null;
  readonly ceremonyOn: Day | null;
  readonly recognitionProposedOn: Day | null;
  readonly recognitionDecidedOn: Day | null;
  /** Ceremony and twelve months, once recognised. */
  readonly officialOn: Day | null;
  readonly leftOn: Day | null;
  /** For what the removal was proposed; null where none stands. */
  readonly removalGround: RemovalGround | null;
  /** Votes of the cell since it last came to where it stands that did not reach two thirds. */
  readonly failedVotes: number;
  /** Whether the limit that runs now was extended. */
  readonly isExtended: boolean;
}

/** A candidacy that begins: somebody named as a source. */
export function beginDossier(on: Day): Dossier {
  return {
    state: 'SOURCE',
    lastOn: on,
    certificateOn: null,
    fileOpenedOn: null,
    cellProposedOn: null,
    admissionDecidedOn: null,
    decisionReceivedOn: null,
    ceremonyOn: null,
    recognitionProposedOn: null,
    recognitionDecidedOn: null,
    officialOn: null,
    leftOn: null,
    removalGround: null,
    failedVotes: 0,
    isExtended: false,
  };
}

/**
 * What a timeline begins with: a source, or a member who was one before the records began, with the dates that were known then. Those
 * are the dossier's own, but for what a recognition has added since.
 */
export function begunDossier({ beganOn, dossier }: { readonly beganOn: Day; readonly dossier: Dossier }, standing: readonly Pick<RecordedStep, 'step' | 'on'>[]): Dossier {
  const [first] = standing;
  if (first?.step !== 'TAKEN_UP') return beginDossier(beganOn);
  const { admissionDecidedOn, ceremonyOn, recognitionDecidedOn, officialOn } = dossier;
  const known = { ...beginDossier(beganOn), lastOn: first.on, admissionDecidedOn, ceremonyOn };
  const wasProbationary = standing.some(({ step }) => step === 'RECOGNISED') || (ceremonyOn !== null && officialOn === null);
  return wasProbationary ? { ...known, state: 'PROBATIONARY' } : { ...known, state: 'OFFICIAL', recognitionDecidedOn, officialOn };
}

/** Whether a member was recognised. One without a ceremony on record was, before the records began: probation counts from the ceremony. */
export function isOfficialMember({ state, ceremonyOn, officialOn }: Pick<Dossier, 'state' | 'ceremonyOn' | 'officialOn'>): boolean {
  return officialOn !== null || (ceremonyOn === null && (state === 'OFFICIAL' || state === 'REMOVAL_PROPOSED'));
}

/** As what a member was taken up; null for a way that was recorded from its beginning on: without a proposal of the cell nobody becomes a member. */
export function takenUpAs({ state, cellProposedOn, ceremonyOn, recognitionProposedOn, officialOn, leftOn }: Dossier): 'PROBATIONARY' | 'OFFICIAL' | null {
  const isOrWasMember = leftOn !== null || state === 'TAKEN_BACK' || stageOf[state] === 'PROBATION' || stageOf[state] === 'OFFICIAL';
  if (cellProposedOn !== null || !isOrWasMember) return null;
  return ceremonyOn !== null && (officialOn === null || recognitionProposedOn !== null) ? 'PROBATIONARY' : 'OFFICIAL';
}

const exits: ReadonlySet<Step> = new Set(['REMOVED', 'EXPELLED', 'LEFT_BY_REQUEST', 'DECEASED', 'ADMISSION_ANNULLED']);

/** The day on which probation is over: the ceremony and twelve calendar months, whatever the day of the decision. */
export function probationEndsOn({ ceremonyOn }: Pick<Dossier, 'ceremonyOn'>, pack: RulePack): Day | null {
  return ceremonyOn === null ? null : addMonths(ceremonyOn, pack.probationMonths);
}

/** The dates, and the ground, that a step writes down. */
function datesOf(dossier: Dossier, { step, on, receivedOn, removalGround }: RecordedStep, pack: RulePack): Partial<Dossier> {
  switch (step) {
    case 'CERTIFIED':
      return { certificateOn: on };
    case 'FILE_OPENED':
    case 'FILE_RENEWED':
      return { fileOpenedOn: on };
    case 'CELL_PROPOSED':
      return { cellProposedOn: on };
    case 'ADMISSION_DECIDED':
      return { admissionDecidedOn: on, decisionReceivedOn: receivedOn };
    case 'CEREMONY_HELD':
      return { ceremonyOn: on };
    case 'RECOGNITION_PROPOSED':
      return { recognitionProposedOn: on };
    case 'REMOVAL_PROPOSED':
      return { removalGround };
    case 'REMOVAL_DECLINED':
      return { removalGround: null };
    case 'RECOGNISED':
      return { recognitionDecidedOn: on, officialOn: probationEndsOn(dossier, pack) };
    default:
      return exits.has(step) ? { leftOn: on } : {};
  }
}

/** What the conditions of the lifecycle are judged by, for a dossier on a path. */
export function situationOf(dossier: Dossier, pack: RulePack, committeeProposes: boolean): Situation {
  return {
    committeeProposes,
    failedVotes: dossier.failedVotes,
    failedVotesBeforeDeadlock: pack.failedVotesBeforeDeadlock,
    isExtended: dossier.isExtended,
    isOfficial: isOfficialMember(dossier),
  };
}

/** The limit that runs in a state: an extension belongs to it, and lasts as long as it does. */
function limitOf(state: CandidacyState): string {
  if (state === 'RECOGNITION_PROPOSED' || state === 'RECOGNITION_SUBMITTED') return 'RECOGNITION_DECISION';
  return stageOf[state] === 'APPROVAL' ? 'ADMISSION_DECISION' : state;
}

/** The dossier after a step, or null where the lifecycle has no such step from here. */
export function takeStep(dossier: Dossier, recorded: RecordedStep, rules: { pack: RulePack; committeeProposes: boolean }): Dossier | null {
  const row = findTransition(dossier.state, recorded.step, situationOf(dossier, rules.pack, rules.committeeProposes));
  if (!row) return null;
  const state = row.to === 'SAME' ? dossier.state : row.to;
  return {
    ...dossier,
    ...datesOf(dossier, recorded, rules.pack),
    state,
    // A certificate may be older than what was recorded before it.
    lastOn: later(dossier.lastOn, recorded.on),
    failedVotes: recorded.step === 'VOTE_FAILED' ? dossier.failedVotes + 1 : state === dossier.state ? dossier.failedVotes : 0,
    isExtended: recorded.step === 'EXTENDED' || (dossier.isExtended && limitOf(state) === limitOf(dossier.state)),
  };
}

/** What recorded steps add up to. They were judged when they were recorded, on the path of that time: either row of a step will do. Fails on steps that no path has. */
export function replay(begun: Dossier, recorded: readonly RecordedStep[], pack: RulePack): Dossier {
  return recorded.reduce((dossier, step) => {
    const next = takeStep(dossier, step, { pack, committeeProposes: true }) ?? takeStep(dossier, step, { pack, committeeProposes: false });
    if (!next) throw new Error(`${step.step} cannot follow ${dossier.state}`);
    return next;
  }, begun);
}

/** The row of the lifecycle by which the last of the recorded steps was taken, on the path of now or, where that has none, on the other. */
export function rowOfLast(begun: Dossier, recorded: readonly RecordedStep[], rules: { pack: RulePack; committeeProposes: boolean }): Transition | null {
  const last = recorded.at(-1);
  if (!last) return null;
  const before = replay(begun, recorded.slice(0, -1), rules.pack);
  const situation = situationOf(before, rules.pack, rules.committeeProposes);
  return findTransition(before.state, last.step, situation) ?? lifecycle.find(({ step, from }) => step === last.step && from.includes(before.state)) ?? null;
}

/** Whether a step is one that the unit may take back: not the beginning, and not an act of the unit that the person came from. */
export function isOwnAct({ step, on }: { readonly step: Step; readonly on: Day }, arrivedOn: Day | null): boolean {
  return step !== 'IDENTIFIED' && step !== 'TAKEN_UP' && (arrivedOn === null || on >= arrivedOn || step === 'CERTIFIED');
}
