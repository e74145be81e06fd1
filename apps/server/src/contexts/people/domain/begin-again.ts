import { stageOf, type CandidacyRefusalCode, type CandidacyState, type ReadmissionBar, type RemovalGround, type Step } from '@banyan/schema/lifecycle';
import type { Judged } from '../../../kernel/conflict.ts';
import { addMonths, type Day } from '../../../kernel/day.ts';
import type { RefusalLimit } from '../../../kernel/refusal-limit.ts';
import type { RulePack } from './rule-pack.ts';

/** How a candidacy ended. */
export interface Ended {
  readonly state: CandidacyState;
  /** Day of the last step. */
  readonly lastOn: Day;
  readonly leftOn: Day | null;
  /** For what the person was removed; null where it is not on record, or another way led out. */
  readonly removalGround: RemovalGround | null;
  /** Whether an earlier candidacy of the person had led to membership: this one was a readmission. */
  readonly isReadmission: boolean;
}

/** What is said for beginning again. */
export interface BeginningAgain {
  readonly on: Day;
  /** Number of the written consent of the province's standing committee; null where none is given. */
  readonly consentNumber: string | null;
  /** Whether who asked to leave did so out of truly hard family circumstances. */
  readonly isHardship: boolean;
  /** Day on which the conviction of a less serious crime was cleared; null where there was none. */
  readonly convictionClearedOn: Day | null;
  /** What is known to rule it out. */
  readonly bars: readonly ReadmissionBar[];
}

const leftMembership: ReadonlySet<CandidacyState> = new Set(['REMOVED', 'EXPELLED', 'LEFT_BY_REQUEST']);

/** Whether a way ended before membership: dropped, refused or withdrawn, and not that of a member who was taken up wrongly. A cell may take it up again (Guidance 09-HD/BTCTW, 2017). */
function endedBeforeMembership({ state, leftOn }: Ended): boolean {
  return stageOf[state] === 'CLOSED' && state !== 'TAKEN_BACK' && leftOn === null;
}

/**
 * Why somebody whose way ended cannot begin again, or null. Who never was a member may, from the day on which the way ended. A
 * readmission: 36 months after leaving and 60 after a conviction of a less serious crime was cleared, with the province's written consent,
 * once in a lifetime; not after asking to leave unless out of hardship, and never of who abandoned activity, caused serious disunity, or was
 * convicted of corruption or of a serious crime (Regulation 294-QĐ/TW, items 3.5.1 and 3.5.2). That activity was abandoned the removal
 * itself may say; of the rest nothing is on record before it is said.
 */
export function judgeBeginningAgain(ended: Ended, { on, consentNumber, isHardship, convictionClearedOn, bars }: BeginningAgain, pack: RulePack): Judged<CandidacyRefusalCode> | null {
  if (endedBeforeMembership(ended)) {
    if (on < ended.lastOn) return 'DATE_BEFORE_LAST_STEP';
    return ended.isReadmission && consentNumber === null ? 'FACT_MISSING' : null;
  }
  if (!leftMembership.has(ended.state) || ended.leftOn === null) return 'NOT_POSSIBLE_IN_THIS_STATE';
  if (ended.isReadmission) return 'READMITTED_BEFORE';
  if (bars.length > 0 || ended.removalGround === 'ABSENT') return 'NEVER_READMITTED';
  if (ended.state === 'LEFT_BY_REQUEST' && !isHardship) return 'NEVER_READMITTED';
  if (on < addMonths(ended.leftOn, pack.readmissionMonths)) return 'TOO_SOON_AFTER_LEAVING';
  if (convictionClearedOn !== null && on < addMonths(convictionClearedOn, pack.convictionMonths)) return 'TOO_SOON_AFTER_CONVICTION';
  return consentNumber === null ? 'FACT_MISSING' : null;
}

/** The day from which a condition that is not met is. */
export function limitOfBeginning(code: CandidacyRefusalCode, { lastOn, lastStep, leftOn }: Ended & { readonly lastStep: Step | null }, { convictionClearedOn }: Pick<BeginningAgain, 'convictionClearedOn'>, pack: RulePack): RefusalLimit | null {
  if (code === 'DATE_BEFORE_LAST_STEP') return { from: lastOn, step: lastStep };
  if (code === 'TOO_SOON_AFTER_LEAVING' && leftOn !== null) return { from: addMonths(leftOn, pack.readmissionMonths) };
  return code === 'TOO_SOON_AFTER_CONVICTION' && convictionClearedOn !== null ? { from: addMonths(convictionClearedOn, pack.convictionMonths) } : null;
}

/** The conditions of beginning again, and what stands against it on a day whatever is said for it. */
export interface BeginAgainTerms {
  readonly possibleFrom: Day;
  /** How many months after leaving; 0 for who never was a member. */
  readonly months: number;
  /** Whether the person was a member: then the province consents in writing. */
  readonly isReadmission: boolean;
  /** How many months after a conviction was cleared; 0 for who never was a member. */
  readonly convictionMonths: number;
  readonly needsHardship: boolean;
  readonly source: string;
  readonly cannot: Judged<CandidacyRefusalCode> | null;
}

/** The conditions for somebody whose way ended so that beginning again is a question at all; null for everybody else. */
export function beginAgainTerms(ended: Ended, today: Day, pack: RulePack): BeginAgainTerms | null {
  // As if all that can be said for it were said.
  const cannot = judgeBeginningAgain(ended, { on: today, consentNumber: '-', isHardship: true, convictionClearedOn: null, bars: [] }, pack);
  if (endedBeforeMembership(ended)) return { possibleFrom: ended.lastOn, months: 0, isReadmission: ended.isReadmission, convictionMonths: 0, needsHardship: false, source: '09-HD/BTCTW (2017)', cannot };
  if (!leftMembership.has(ended.state) || ended.leftOn === null) return null;
  const possibleFrom = addMonths(ended.leftOn, pack.readmissionMonths);
  return { possibleFrom, months: pack.readmissionMonths, isReadmission: true, convictionMonths: pack.convictionMonths, needsHardship: ended.state === 'LEFT_BY_REQUEST', source: '294-QĐ/TW, 3.5.1, 3.5.2', cannot };
}
