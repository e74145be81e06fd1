import type { SliceKey } from '@banyan/schema/enums';
import type { DeadlineKind, PaperKind, RemovalGround, Step } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';

/** A share of an explicit base, compared in whole numbers. */
export interface Threshold {
  readonly numerator: number;
  readonly denominator: number;
}

/** A paper of a file, with the number of its form. */
export interface PaperRule {
  readonly kind: PaperKind;
  /** Number of the form; null where none was read. */
  readonly form: string | null;
  /** The step that needs it, or is recorded with it. Where the path has no such step, nobody demands it. */
  readonly step: Step;
  /** Whether it has to be made anew when the file is older than the pack allows. */
  readonly ages: boolean;
  /** Whether it is demanded. What is not may be there: the opinion of a section is told of where there is a section, all else once it is recorded. */
  readonly demand: 'ALWAYS' | 'OF_SECTION' | 'NEVER';
}

/** The limits of one time. A candidacy keeps the pack that was in force when it began. */
export interface RulePack {
  readonly code: string;
  readonly validFrom: Day;
  /** The regulation and the guidance that it is read from. */
  readonly source: string;
  readonly minimumAgeYears: number;
  readonly consentAboveAgeYears: number;
  readonly certificateMonths: number;
  readonly dossierMonths: number;
  readonly decisionWorkingDays: number;
  readonly ceremonyWorkingDays: number;
  readonly recognitionProposalWorkingDays: number;
  readonly recognitionDecisionWorkingDays: number;
  /** What one extension adds to a limit of the admission or the recognition decision, or of the ceremony. */
  readonly extensionWorkingDays: number;
  readonly probationMonths: number;
  /** Of the official members of the cell, and of the members of a committee. */
  readonly proposalVote: Threshold;
  readonly introducers: number;
  /** Months for which an introducer has worked, laboured or studied with the candidate under one grassroots organisation. */
  readonly introducerMonths: number;
  /** Whether an official member at the same residence may introduce in the place of that. */
  readonly introducesByResidence: boolean;
  /** Months before and after a bound of the age within which it is told: whether the day of birth counts is not settled. */
  readonly ageWarningMonths: number;
  /** Schooling that a candidate has done: everywhere, and in areas where it is hard to come by. */
  readonly schooling: { readonly usual: SliceKey<'EDUCATION'>; readonly inHardAreas: SliceKey<'EDUCATION'>; readonly hardAreas: readonly SliceKey<'AREA'>[] };
  /** Full years up to which somebody is of the age of the Youth Union. */
  readonly youthUnionYears: number;
  /** For what an official member is removed, and a probationary one: closed lists. */
  readonly removalGrounds: { readonly official: readonly RemovalGround[]; readonly probationary: readonly RemovalGround[] };
  readonly failedVotesBeforeDeadlock: number;
  /** Months after leaving before which nobody is readmitted. */
  readonly readmissionMonths: number;
  /** Months after a conviction of a less serious crime was cleared before which nobody is readmitted. */
  readonly convictionMonths: number;
  /** Within which a member presents the letter of transfer at the new place. */
  readonly transferLetterWorkingDays: number;
  /** Within which a member begins activity at the new place, from the decision or the move. */
  readonly transferStartWorkingDays: number;
  /** Months that a temporary transfer lasts: at the least, less than, and of full-time study at the most. */
  readonly temporaryTransferMonths: { readonly atLeast: number; readonly lessThan: number; readonly studyAtMost: number };
  /** Calendar days for which the code on the paper of a letter can be used. No regulation speaks of it: the limit is this product's own. */
  readonly transferCodeDays: number;
  readonly papers: readonly PaperRule[];
}

/** Guidance 09-HD/BTCTW (2017) and 12-HD/BTCTW (2022): forms 1-KNĐ to 16-KNĐ, each with its step. A decision is the end of its step: nobody waits for it before. */
const papers: readonly PaperRule[] = [
  { kind: 'APPLICATION', form: '1-KNĐ', step: 'FILE_OPENED', ages: false, demand: 'ALWAYS' },
  { kind: 'BIOGRAPHY', form: '2-KNĐ', step: 'FILE_OPENED', ages: true, demand: 'ALWAYS' },
  { kind: 'VERIFICATION', form: null, step: 'CELL_PROPOSED', ages: false, demand: 'ALWAYS' },
  { kind: 'MEMBER_INTRODUCTION', form: '3-KNĐ', step: 'CELL_PROPOSED', ages: true, demand: 'ALWAYS' },
  { kind: 'YOUTH_UNION_INTRODUCTION', form: '4-KNĐ', step: 'CELL_PROPOSED', ages: true, demand: 'ALWAYS' },
  { kind: 'TRADE_UNION_INTRODUCTION', form: null, step: 'CELL_PROPOSED', ages: true, demand: 'ALWAYS' },
  { kind: 'OPINION_SUMMARY', form: '5-KNĐ', step: 'CELL_PROPOSED', ages: true, demand: 'ALWAYS' },
  { kind: 'RESIDENCE_OPINION', form: '5B-KNĐ', step: 'CELL_PROPOSED', ages: true, demand: 'NEVER' },
  { kind: 'MASS_ORGANISATION_OPINION', form: '5C-KNĐ', step: 'CELL_PROPOSED', ages: true, demand: 'NEVER' },
  { kind: 'AWARENESS_CERTIFICATE', form: 'CN-NTVĐ', step: 'CERTIFIED', ages: false, demand: 'ALWAYS' },
  { kind: 'CELL_RESOLUTION', form: '6-KNĐ', step: 'CELL_PROPOSED', ages: false, demand: 'ALWAYS' },
  { kind: 'SECTION_OPINION', form: '7-KNĐ', step: 'COMMITTEE_PROPOSED', ages: false, demand: 'OF_SECTION' },
  { kind: 'COMMITTEE_RESOLUTION', form: '8-KNĐ', step: 'COMMITTEE_PROPOSED', ages: false, demand: 'ALWAYS' },
  { kind: 'ADMISSION_DECISION', form: '9-KNĐ', step: 'ADMISSION_DECIDED', ages: false, demand: 'NEVER' },
  { kind: 'NEW_MEMBER_CERTIFICATE', form: null, step: 'RECOGNISED', ages: false, demand: 'ALWAYS' },
  { kind: 'SELF_REVIEW', form: '10-KNĐ', step: 'RECOGNITION_PROPOSED', ages: false, demand: 'ALWAYS' },
  { kind: 'HELPER_OPINION', form: '11-KNĐ', step: 'RECOGNITION_PROPOSED', ages: false, demand: 'ALWAYS' },
  { kind: 'PROBATION_OPINION', form: '12-KNĐ', step: 'RECOGNITION_PROPOSED', ages: false, demand: 'ALWAYS' },
  { kind: 'RECOGNITION_CELL_RESOLUTION', form: '13-KNĐ', step: 'RECOGNITION_PROPOSED', ages: false, demand: 'ALWAYS' },
  { kind: 'RECOGNITION_SECTION_OPINION', form: '14-KNĐ', step: 'RECOGNITION_SUBMITTED', ages: false, demand: 'OF_SECTION' },
  { kind: 'RECOGNITION_COMMITTEE_RESOLUTION', form: '15-KNĐ', step: 'RECOGNITION_SUBMITTED', ages: false, demand: 'ALWAYS' },
  { kind: 'RECOGNITION_DECISION', form: '16-KNĐ', step: 'RECOGNISED', ages: false, demand: 'NEVER' },
];

const rules2016: RulePack = {
  code: 'RULES_2016',
  validFrom: '2016-07-25',
  source: '29-QĐ/TW (25/07/2016), 01-HD/TW (2016), 09-HD/BTCTW (2017)',
  minimumAgeYears: 18,
  consentAboveAgeYears: 60,
  certificateMonths: 60,
  dossierMonths: 12,
  decisionWorkingDays: 60,
  ceremonyWorkingDays: 30,
  recognitionProposalWorkingDays: 30,
  recognitionDecisionWorkingDays: 30,
  extensionWorkingDays: 30,
  probationMonths: 12,
  proposalVote: { numerator: 2, denominator: 3 },
  introducers: 2,
  introducerMonths: 12,
  introducesByResidence: false,
  ageWarningMonths: 1,
  // Guidance 01-HD/TW, item 1: lower secondary school; there, primary school, and less with the province's consent.
  schooling: { usual: 'LOWER_SECONDARY', inHardAreas: 'PRIMARY', hardAreas: ['MOUNTAIN', 'BORDER', 'ISLAND', 'MINORITY_AREA', 'SPECIALLY_HARD'] },
  // Charter of the Youth Union, article 1.
  youthUnionYears: 30,
  // Regulation 29-QĐ/TW, item 8.1; Party Charter, articles 5 and 8.
  removalGrounds: { official: ['ABSENT', 'UNPAID_DUES', 'CARD_GIVEN_UP', 'NO_WILL', 'TWO_YEARS_BREACHING', 'CRITERIA_FAILED'], probationary: ['UNFIT_IN_PROBATION'] },
  failedVotesBeforeDeadlock: 3,
  readmissionMonths: 36,
  convictionMonths: 60,
  transferLetterWorkingDays: 30,
  transferStartWorkingDays: 60,
  temporaryTransferMonths: { atLeast: 3, lessThan: 12, studyAtMost: 24 },
  transferCodeDays: 180,
  papers,
};

/** All packs, oldest first. The limits that were read are the same in all three; what differs is where they stand, and that since 2021 a member at the same residence may introduce. */
export const rulePacks: readonly RulePack[] = [
  rules2016,
  { ...rules2016, introducesByResidence: true, code: 'RULES_2021', validFrom: '2021-07-30', source: '24-QĐ/TW (30/07/2021), 01-HD/TW (28/09/2021), 12-HD/BTCTW (18/01/2022)' },
  { ...rules2016, introducesByResidence: true, code: 'RULES_2025', validFrom: '2025-07-01', source: '294-QĐ/TW (26/05/2025), 06-HD/TW (09/06/2025), 12-HD/BTCTW (18/01/2022)' },
];

/** The pack in force on a day; the oldest one for days before all of them. */
export function rulePackOn(day: Day): RulePack {
  return rulePacks.findLast((pack) => pack.validFrom <= day) ?? rules2016;
}

/** The pack of a code that a candidacy keeps. Fails on a code that no pack has. */
export function getRulePack(code: string): RulePack {
  const pack = rulePacks.find((known) => known.code === code);
  if (!pack) throw new Error(`no rule pack ${code}`);
  return pack;
}

/** The limits of a pack that are counted in working days, by what has to be done. */
export function workingDaysOf(pack: RulePack) {
  return {
    ADMISSION_DECISION: pack.decisionWorkingDays,
    CEREMONY: pack.ceremonyWorkingDays,
    RECOGNITION_PROPOSAL: pack.recognitionProposalWorkingDays,
    RECOGNITION_DECISION: pack.recognitionDecisionWorkingDays,
  } as const satisfies Partial<Record<DeadlineKind, number>>;
}
