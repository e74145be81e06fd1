import type { CandidacyRefusalCode, StepFact } from '@banyan/schema/lifecycle';
import type { Judged } from '../../../kernel/conflict.ts';
import type { Day } from '../../../kernel/day.ts';
import { ageOnMeeting, isCertificateUsable, lastUsableDay } from './age.ts';
import { probationEndsOn, situationOf, type Dossier, type RecordedStep } from './dossier.ts';
import { findTransition, type Transition } from './lifecycle.ts';
import type { RulePack } from './rule-pack.ts';
import { isMajority, isPossibleVote, reaches } from './vote.ts';

/** Why a step cannot be taken, and which of its facts is to blame. */
export interface StepRefusal {
  readonly code: Judged<CandidacyRefusalCode>;
  readonly field: 'on' | 'step' | 'vote' | 'documentNumber' | 'certificateNumber' | 'receivedOn' | 'provinceConsentNumber' | 'reason';
}

/** What a step is judged against. */
export interface Circumstances {
  readonly pack: RulePack;
  readonly committeeProposes: boolean;
  /** Whether the grassroots committee itself decides, because the power was given to it. */
  readonly committeeDecides: boolean;
  readonly birthDate: Day;
  readonly today: Day;
  /** Day on which the unit received the person from another one; null where it did not. */
  readonly arrivedOn: Day | null;
  /** Introducers who are named: members, and one union, which stands for one of them. */
  readonly introducers: number;
}

const fields = {
  DOCUMENT_NUMBER: 'documentNumber',
  VOTE: 'vote',
  CERTIFICATE_NUMBER: 'certificateNumber',
  RECEIVED_ON: 'receivedOn',
  PROVINCE_CONSENT_NUMBER: 'provinceConsentNumber',
  REASON: 'reason',
} as const satisfies Record<StepFact, StepRefusal['field']>;

function refuseFacts(recorded: RecordedStep, row: Transition): StepRefusal | null {
  const missing = row.facts.find((fact) => recorded[fields[fact]] === null);
  if (missing) return { code: 'FACT_MISSING', field: fields[missing] };
  return recorded.vote && !isPossibleVote(recorded.vote) ? { code: 'VOTE_NOT_POSSIBLE', field: 'vote' } : null;
}

function refuseDates(dossier: Dossier, { step, on, receivedOn }: RecordedStep, { today, arrivedOn }: Circumstances): StepRefusal | null {
  if (on > today) return { code: 'DATE_IN_FUTURE', field: 'on' };
  // A certificate is dated by its issue: somebody may come with one, or begin again with it.
  if (on < dossier.lastOn && step !== 'CERTIFIED') return { code: 'DATE_BEFORE_LAST_STEP', field: 'on' };
  if (arrivedOn !== null && on < arrivedOn && step !== 'CERTIFIED') return { code: 'DATE_BEFORE_ARRIVAL', field: 'on' };
  if (receivedOn === null) return null;
  if (receivedOn > today) return { code: 'DATE_IN_FUTURE', field: 'receivedOn' };
  return receivedOn < on ? { code: 'DATE_BEFORE_LAST_STEP', field: 'receivedOn' } : null;
}

/** The cell's proposal: age, certificate, age of the file, introducers, two thirds (Party Charter, articles 1 and 4; guidance, items 1 and 3). */
function refuseProposal(dossier: Dossier, recorded: RecordedStep, { pack, birthDate, introducers }: Circumstances): StepRefusal | null {
  const age = ageOnMeeting(birthDate, recorded.on, pack);
  if (age === 'TOO_YOUNG') return { code: 'TOO_YOUNG', field: 'on' };
  if (age === 'CONSENT_NEEDED' && recorded.provinceConsentNumber === null) return { code: 'CONSENT_NEEDED', field: 'provinceConsentNumber' };
  if (dossier.certificateOn === null || !isCertificateUsable(dossier.certificateOn, recorded.on, pack)) return { code: 'CERTIFICATE_EXPIRED', field: 'on' };
  if (dossier.fileOpenedOn !== null && recorded.on > lastUsableDay(dossier.fileOpenedOn, pack.dossierMonths)) return { code: 'DOSSIER_TOO_OLD', field: 'on' };
  if (introducers < pack.introducers) return { code: 'INTRODUCERS_MISSING', field: 'step' };
  return refuseVote(recorded, pack);
}

function refuseVote({ vote }: RecordedStep, { proposalVote }: RulePack): StepRefusal | null {
  return vote && !reaches(vote, proposalVote) ? { code: 'VOTE_NOT_REACHED', field: 'vote' } : null;
}

/** The vote of the decider: two thirds of a grassroots committee that has the power, more than half of a standing committee above. */
function refuseDecision(recorded: RecordedStep, { pack, committeeDecides }: Circumstances): StepRefusal | null {
  if (committeeDecides) return refuseVote(recorded, pack);
  return recorded.vote && !isMajority(recorded.vote) ? { code: 'MAJORITY_NOT_REACHED', field: 'vote' } : null;
}

/** A certificate that is no longer usable where the file stands, or no newer than the one there, says nothing. */
function refuseCertificate({ certificateOn, lastOn }: Dossier, { on }: RecordedStep, pack: RulePack): StepRefusal | null {
  if (!isCertificateUsable(on, lastOn, pack)) return { code: 'CERTIFICATE_EXPIRED', field: 'on' };
  return certificateOn !== null && on <= certificateOn ? { code: 'DATE_BEFORE_LAST_STEP', field: 'on' } : null;
}

function refuseByStep(dossier: Dossier, recorded: RecordedStep, circumstances: Circumstances): StepRefusal | null {
  const { pack } = circumstances;
  const ends = probationEndsOn(dossier, pack);
  switch (recorded.step) {
    case 'CERTIFIED':
      return refuseCertificate(dossier, recorded, pack);
    case 'CELL_PROPOSED':
      return refuseProposal(dossier, recorded, circumstances);
    case 'RECOGNITION_PROPOSED':
      // The resolution is dated after the twelve months (Regulation 29-QĐ/TW, item 4.2).
      return ends !== null && recorded.on < ends ? { code: 'PROBATION_NOT_OVER', field: 'on' } : refuseVote(recorded, pack);
    case 'RECOGNISED':
      return ends !== null && recorded.on < ends ? { code: 'PROBATION_NOT_OVER', field: 'on' } : refuseDecision(recorded, circumstances);
    case 'ADMISSION_DECIDED':
    case 'REMOVED':
      return refuseDecision(recorded, circumstances);
    case 'REMOVAL_PROPOSED':
      return refuseVote(recorded, pack);
    case 'CEREMONY_HELD':
      // The cell holds it with the decision in its hands.
      return dossier.decisionReceivedOn !== null && recorded.on < dossier.decisionReceivedOn ? { code: 'DATE_BEFORE_LAST_STEP', field: 'on' } : null;
    case 'VOTE_FAILED':
      // On recognition the cell votes once the twelve months are over.
      if (dossier.state === 'PROBATIONARY' && ends !== null && recorded.on < ends) return { code: 'PROBATION_NOT_OVER', field: 'on' };
      // A vote that reached two thirds has not failed.
      return recorded.vote && reaches(recorded.vote, pack.proposalVote) ? { code: 'VOTE_NOT_POSSIBLE', field: 'vote' } : null;
    default:
      return null;
  }
}

/** Why a step cannot be recorded of a dossier, or null where it can. The first reason of: state, dates, facts, rules. */
export function judgeStep(dossier: Dossier, recorded: RecordedStep, circumstances: Circumstances): StepRefusal | null {
  const situation = situationOf(dossier, circumstances.pack, circumstances.committeeProposes);
  const row = findTransition(dossier.state, recorded.step, situation);
  if (!row) return { code: 'NOT_POSSIBLE_IN_THIS_STATE', field: 'step' };
  return refuseDates(dossier, recorded, circumstances) ?? refuseFacts(recorded, row) ?? refuseByStep(dossier, recorded, circumstances);
}
