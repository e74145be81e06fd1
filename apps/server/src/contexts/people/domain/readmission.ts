import type { CandidacyRefusalCode, CandidacyState } from '@banyan/schema/lifecycle';
import { addMonths, type Day } from '../../../kernel/day.ts';
import type { RulePack } from './rule-pack.ts';

/** How a membership ended. */
export interface Ended {
  readonly state: CandidacyState;
  readonly leftOn: Day | null;
  /** Whether this one was a readmission already. */
  readonly isReadmission: boolean;
}

/** What is said for a readmission. */
export interface ReadmissionCase {
  readonly on: Day;
  /** Number of the written consent of the province's standing committee. */
  readonly consentNumber: string | null;
  /** Whether who asked to leave did so out of truly hard family circumstances. */
  readonly isHardship: boolean;
}

/** Where the conditions stand. */
const source = '294-QĐ/TW, 3.5.1, 3.5.2';

const leftMembership: ReadonlySet<CandidacyState> = new Set(['REMOVED', 'EXPELLED', 'LEFT_BY_REQUEST']);

/**
 * Why somebody cannot become a candidate again, or null: 36 months after leaving, with the province's written consent, once in a
 * lifetime, and not after asking to leave unless out of hardship (Regulation 294-QĐ/TW, items 3.5.1 and 3.5.2). What else rules it out
 * (abandoned activity, disunity, convictions) is the judgement of those who consent.
 */
export function judgeReadmission(ended: Ended, { on, consentNumber, isHardship }: ReadmissionCase, pack: RulePack): CandidacyRefusalCode | null {
  if (!leftMembership.has(ended.state) || ended.leftOn === null) return 'NOT_POSSIBLE_IN_THIS_STATE';
  if (ended.isReadmission) return 'READMITTED_BEFORE';
  if (ended.state === 'LEFT_BY_REQUEST' && !isHardship) return 'NEVER_READMITTED';
  if (on < addMonths(ended.leftOn, pack.readmissionMonths)) return 'TOO_SOON_AFTER_LEAVING';
  return consentNumber === null ? 'FACT_MISSING' : null;
}

/** The conditions of a readmission, and what stands against one on a day whatever is said for it. */
export interface ReadmissionTerms {
  readonly possibleFrom: Day;
  readonly months: number;
  readonly needsHardship: boolean;
  readonly source: string;
  readonly cannot: CandidacyRefusalCode | null;
}

/** The conditions for somebody whose membership ended in a way after which readmission is a question at all; null for everybody else. */
export function readmissionTerms(ended: Ended, today: Day, pack: RulePack): ReadmissionTerms | null {
  if (!leftMembership.has(ended.state) || ended.leftOn === null) return null;
  return {
    possibleFrom: addMonths(ended.leftOn, pack.readmissionMonths),
    months: pack.readmissionMonths,
    needsHardship: ended.state === 'LEFT_BY_REQUEST',
    source,
    // As if all that can be said for it were said.
    cannot: judgeReadmission(ended, { on: today, consentNumber: '-', isHardship: true }, pack),
  };
}
