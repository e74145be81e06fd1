import type { CandidacyRefusalCode, Step, StepFact } from '@banyan/schema/lifecycle';
import type { Judged } from '../../../kernel/conflict.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { RefusalLimit } from '../../../kernel/refusal-limit.ts';
import { ageOnMeeting, isCertificateUsable, lastUsableDay, meetingDays } from './age.ts';
import { isOfficialMember, probationEndsOn, situationOf, type Dossier, type RecordedStep } from './dossier.ts';
import { findTransition, type Transition } from './lifecycle.ts';
import type { RulePack } from './rule-pack.ts';
import { faultOf, isMajority, leastInFavour, reaches } from './vote.ts';

/** Why a step cannot be taken, which of its facts is to blame, or of a vote which number, and the limit that it does not keep. */
export interface StepRefusal {
  readonly code: Judged<CandidacyRefusalCode>;
  readonly field: 'on' | 'step' | 'vote' | 'base' | 'present' | 'inFavour' | 'documentNumber' | 'certificateNumber' | 'receivedOn' | 'provinceConsentNumber' | 'upperConsentNumber' | 'removalGround' | 'reason';
  readonly limit?: RefusalLimit;
}

/** What a step is judged against. */
export interface Circumstances {
  readonly pack: RulePack;
  readonly committeeProposes: boolean;
  /** Whether the grassroots committee itself decides, because the power was given to it. */
  readonly committeeDecides: boolean;
  readonly birthDate: Day;
  readonly today: Day;
  /** The last step, whose day the next one is not before; null where that day is no step's. */
  readonly lastStep: Step | null;
  /** Day on which the unit received the person from another one; null where it did not. */
  readonly arrivedOn: Day | null;
  /** Introducers who are named: members, and one union, which stands for one of them. */
  readonly introducers: number;
  readonly introducingOrganisations: readonly string[];
  /** Keys of EDUCATION and YOUTH_UNION, as they are on record now. */
  readonly education: string;
  readonly youthUnion: string;
  /** Areas of the unit on the day of the act. */
  readonly areas: readonly string[];
  /** Date of the certificate of the new-member class; null where none is in the file. */
  readonly newMemberCertificateOn: Day | null;
  /** Last day for the ceremony, while that time runs. */
  readonly ceremonyDueOn: Day | null;
}

const fields = {
  DOCUMENT_NUMBER: 'documentNumber',
  VOTE: 'vote',
  CERTIFICATE_NUMBER: 'certificateNumber',
  RECEIVED_ON: 'receivedOn',
  PROVINCE_CONSENT_NUMBER: 'provinceConsentNumber',
  UPPER_CONSENT_NUMBER: 'upperConsentNumber',
  REMOVAL_GROUND: 'removalGround',
  REASON: 'reason',
} as const satisfies Record<StepFact, StepRefusal['field']>;

/**
 * What a step must be recorded with, by its row and by who decides when: the vote of a grassroots committee that has the power (Regulation
 * 29-QĐ/TW, item 4.3), and the consent of the upper committee to a ceremony after its time (item 4).
 */
export function demandedFacts({ step, facts }: Transition, on: Day, { committeeDecides, ceremonyDueOn }: Pick<Circumstances, 'committeeDecides' | 'ceremonyDueOn'>): readonly StepFact[] {
  const isDecision = step === 'ADMISSION_DECIDED' || step === 'RECOGNISED';
  if (isDecision && committeeDecides && !facts.includes('VOTE')) return [...facts, 'VOTE'];
  return step === 'CEREMONY_HELD' && ceremonyDueOn !== null && on > ceremonyDueOn ? [...facts, 'UPPER_CONSENT_NUMBER'] : facts;
}

function refuseFacts(recorded: RecordedStep, row: Transition, circumstances: Circumstances): StepRefusal | null {
  const missing = demandedFacts(row, recorded.on, circumstances).find((fact) => recorded[fields[fact]] === null);
  if (missing === 'UPPER_CONSENT_NUMBER') return { code: 'LATE_WITHOUT_CONSENT', field: 'upperConsentNumber', ...(circumstances.ceremonyDueOn === null ? {} : { limit: { until: circumstances.ceremonyDueOn } }) };
  if (missing) return { code: 'FACT_MISSING', field: fields[missing] };
  const fault = recorded.vote && faultOf(recorded.vote);
  return fault && { code: 'VOTE_NOT_POSSIBLE', ...fault };
}

function refuseDates(dossier: Dossier, { step, on, receivedOn }: RecordedStep, { today, arrivedOn, lastStep }: Circumstances): StepRefusal | null {
  if (on > today) return { code: 'DATE_IN_FUTURE', field: 'on', limit: { until: today } };
  // A certificate is dated by its issue: somebody may come with one, or begin again with it.
  const isBefore = (day: Day) => on < day && step !== 'CERTIFIED';
  if (arrivedOn !== null && arrivedOn >= dossier.lastOn && isBefore(arrivedOn)) return { code: 'DATE_BEFORE_ARRIVAL', field: 'on', limit: { from: arrivedOn } };
  if (isBefore(dossier.lastOn)) return { code: 'DATE_BEFORE_LAST_STEP', field: 'on', limit: { from: dossier.lastOn, step: lastStep } };
  if (receivedOn === null) return null;
  if (receivedOn > today) return { code: 'DATE_IN_FUTURE', field: 'receivedOn', limit: { until: today } };
  return receivedOn < on ? { code: 'DATE_BEFORE_LAST_STEP', field: 'receivedOn', limit: { from: on, step } } : null;
}

/** The keys of EDUCATION that tell a schooling, from none on. */
const schoolings: readonly string[] = ['ILLITERATE_OR_LITERATE_ONLY', 'PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY'];

/** Lower secondary school; in hard areas primary school, or less with the province's written consent (Guidance 01-HD/TW, item 1). What is not on record is told, not refused. */
function refuseSchooling({ provinceConsentNumber }: RecordedStep, { pack: { schooling }, education, areas }: Circumstances): StepRefusal | null {
  if (education === 'UNKNOWN') return null;
  const isHard = schooling.hardAreas.some((area) => areas.includes(area));
  const needed = isHard ? schooling.inHardAreas : schooling.usual;
  if (schoolings.indexOf(education) >= schoolings.indexOf(needed) || (isHard && provinceConsentNumber !== null)) return null;
  return { code: 'SCHOOLING_TOO_LOW', field: isHard ? 'provinceConsentNumber' : 'step' };
}

/** Which union introduces (Party Charter, article 4): the Youth Union its members, the trade union where there is no Youth Union, so never one of its members. */
export function refuseUnion(organisation: string, youthUnion: string): 'NOT_IN_YOUTH_UNION' | 'YOUTH_UNION_INTRODUCES' | null {
  if (organisation === 'YOUTH_UNION' && youthUnion === 'NO') return 'NOT_IN_YOUTH_UNION';
  return organisation === 'TRADE_UNION' && youthUnion === 'YES' ? 'YOUTH_UNION_INTRODUCES' : null;
}

function certificateExpired(issuedOn: Day, pack: RulePack): StepRefusal {
  return { code: 'CERTIFICATE_EXPIRED', field: 'on', limit: { until: lastUsableDay(issuedOn, pack.certificateMonths) } };
}

/** The cell's proposal: age, schooling, certificate, age of the file, introducers, two thirds (Party Charter, articles 1 and 4; guidance, items 1 and 3). */
function refuseProposal(dossier: Dossier, recorded: RecordedStep, circumstances: Circumstances): StepRefusal | null {
  const { pack, birthDate, introducers, introducingOrganisations, youthUnion } = circumstances;
  const age = ageOnMeeting(birthDate, recorded.on, pack);
  const days = meetingDays(birthDate, pack);
  if (age === 'TOO_YOUNG') return { code: 'TOO_YOUNG', field: 'on', limit: { from: days.from } };
  if (age === 'CONSENT_NEEDED' && recorded.provinceConsentNumber === null) return { code: 'CONSENT_NEEDED', field: 'provinceConsentNumber', limit: { until: days.until } };
  const schooling = refuseSchooling(recorded, circumstances);
  if (schooling) return schooling;
  if (dossier.certificateOn === null) return { code: 'CERTIFICATE_EXPIRED', field: 'on' };
  if (!isCertificateUsable(dossier.certificateOn, recorded.on, pack)) return certificateExpired(dossier.certificateOn, pack);
  const fileUntil = dossier.fileOpenedOn && lastUsableDay(dossier.fileOpenedOn, pack.dossierMonths);
  if (fileUntil !== null && recorded.on > fileUntil) return { code: 'DOSSIER_TOO_OLD', field: 'on', limit: { until: fileUntil } };
  if (introducers < pack.introducers) return { code: 'INTRODUCERS_MISSING', field: 'step', limit: { given: introducers, least: pack.introducers } };
  const union = introducingOrganisations.map((one) => refuseUnion(one, youthUnion)).find((code) => code !== null);
  if (union) return { code: union, field: 'step' };
  return refuseVote(recorded, pack);
}

function refuseVote({ vote }: RecordedStep, { proposalVote }: RulePack): StepRefusal | null {
  if (!vote || reaches(vote, proposalVote)) return null;
  return { code: 'VOTE_NOT_REACHED', field: 'vote', limit: { given: vote.inFavour, least: leastInFavour(vote.base, proposalVote) } };
}

/** The vote of the decider: two thirds of a grassroots committee that has the power, more than half of a standing committee above. */
function refuseDecision(recorded: RecordedStep, { pack, committeeDecides }: Circumstances): StepRefusal | null {
  if (committeeDecides) return refuseVote(recorded, pack);
  const { vote } = recorded;
  return vote && !isMajority(vote) ? { code: 'MAJORITY_NOT_REACHED', field: 'vote', limit: { given: vote.inFavour, least: Math.floor(vote.base / 2) + 1 } } : null;
}

/** The grounds are closed lists, one of official members and one of probationary ones (Regulation 29-QĐ/TW, item 8.1). */
function refuseGround(dossier: Dossier, { removalGround }: RecordedStep, { removalGrounds }: RulePack): StepRefusal | null {
  const possible = isOfficialMember(dossier) ? removalGrounds.official : removalGrounds.probationary;
  return removalGround !== null && possible.includes(removalGround) ? null : { code: 'GROUND_NOT_POSSIBLE', field: 'removalGround' };
}

/** A certificate that is no longer usable where the file stands, or no newer than the one there, says nothing. */
function refuseCertificate({ certificateOn, lastOn }: Dossier, { on }: RecordedStep, pack: RulePack): StepRefusal | null {
  if (!isCertificateUsable(on, lastOn, pack)) return certificateExpired(on, pack);
  return certificateOn !== null && on <= certificateOn ? { code: 'CERTIFICATE_NOT_NEWER', field: 'on', limit: { from: addDays(certificateOn, 1) } } : null;
}

function refuseInProbation({ on }: RecordedStep, ends: Day | null): StepRefusal | null {
  return ends !== null && on < ends ? { code: 'PROBATION_NOT_OVER', field: 'on', limit: { from: ends } } : null;
}

/** The class for new members is part of the probation (guidance, item 4). */
function refuseWithoutClass({ on }: RecordedStep, { newMemberCertificateOn }: Circumstances): StepRefusal | null {
  return newMemberCertificateOn === null || newMemberCertificateOn > on ? { code: 'NEW_MEMBER_CERTIFICATE_MISSING', field: 'step' } : null;
}

/** A vote that reached two thirds has not failed. */
function refuseFailure({ vote }: RecordedStep, { proposalVote }: RulePack): StepRefusal | null {
  if (!vote || !reaches(vote, proposalVote)) return null;
  return { code: 'VOTE_NOT_POSSIBLE', field: 'vote', limit: { given: vote.inFavour, most: leastInFavour(vote.base, proposalVote) - 1 } };
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
      return refuseInProbation(recorded, ends) ?? refuseVote(recorded, pack);
    case 'RECOGNISED':
      return refuseInProbation(recorded, ends) ?? refuseWithoutClass(recorded, circumstances) ?? refuseDecision(recorded, circumstances);
    case 'ADMISSION_DECIDED':
    case 'REMOVED':
      return refuseDecision(recorded, circumstances);
    case 'REMOVAL_PROPOSED':
      return refuseGround(dossier, recorded, pack) ?? refuseVote(recorded, pack);
    case 'CEREMONY_HELD':
      // The cell holds it with the decision in its hands.
      return dossier.decisionReceivedOn !== null && recorded.on < dossier.decisionReceivedOn ? { code: 'DATE_BEFORE_LAST_STEP', field: 'on', limit: { from: dossier.decisionReceivedOn, fact: 'RECEIVED_ON' } } : null;
    case 'VOTE_FAILED':
      // On recognition the cell votes once the twelve months are over.
      return (dossier.state === 'PROBATIONARY' ? refuseInProbation(recorded, ends) : null) ?? refuseFailure(recorded, pack);
    default:
      return null;
  }
}

/** Why a step cannot be recorded of a dossier, or null where it can. The first reason of: state, dates, facts, rules. */
export function judgeStep(dossier: Dossier, recorded: RecordedStep, circumstances: Circumstances): StepRefusal | null {
  const situation = situationOf(dossier, circumstances.pack, circumstances.committeeProposes);
  const row = findTransition(dossier.state, recorded.step, situation);
  if (!row) return { code: 'NOT_POSSIBLE_IN_THIS_STATE', field: 'step' };
  return refuseDates(dossier, recorded, circumstances) ?? refuseFacts(recorded, row, circumstances) ?? refuseByStep(dossier, recorded, circumstances);
}
