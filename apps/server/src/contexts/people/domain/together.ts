import type { CandidacyRefusalCode, TogetherBasis } from '@banyan/schema/lifecycle';
import type { Judged } from '../../../kernel/conflict.ts';
import { addMonths, type Day } from '../../../kernel/day.ts';
import type { RefusalLimit } from '../../../kernel/refusal-limit.ts';
import { lastUsableDay } from './age.ts';
import type { RulePack } from './rule-pack.ts';

/** How an introducer knows the candidate, as it is kept. */
export interface Together {
  readonly basis: TogetherBasis;
  /** Since when they have worked, laboured or studied together; null at the same residence. */
  readonly since: Day | null;
}

/** What is confirmed where the records do not show it. */
export interface Confirmed {
  readonly basis: TogetherBasis | null;
  readonly since: Day | null;
}

/**
 * Whether a member may introduce on a day: twelve months of work, labour or study with the candidate under one grassroots organisation, or,
 * since 2021, the same residence (Regulation 24-QĐ/TW; Guidance 01-HD/TW of 2021). Where the records show it nothing else is asked.
 */
export function judgeTogether(on: Day, known: Day | null, confirmed: Confirmed, pack: RulePack): Together | { readonly refused: { readonly code: Judged<CandidacyRefusalCode>; readonly field: string; readonly limit?: RefusalLimit } } {
  const isLongEnough = (since: Day) => lastUsableDay(since, pack.introducerMonths) <= on;
  if (known !== null && isLongEnough(known)) return { basis: 'RECORDS', since: known };
  if (confirmed.basis === 'SAME_RESIDENCE') return pack.introducesByResidence ? { basis: 'SAME_RESIDENCE', since: null } : { refused: { code: 'NOT_BY_RESIDENCE', field: 'together' } };
  if (confirmed.basis !== 'SHARED_WORK') return { refused: { code: 'TOGETHER_NOT_KNOWN', field: 'together' } };
  if (confirmed.since === null) return { refused: { code: 'FACT_MISSING', field: 'togetherSince' } };
  return isLongEnough(confirmed.since) ? { basis: 'SHARED_WORK', since: confirmed.since } : { refused: { code: 'TOGETHER_TOO_SHORT', field: 'togetherSince', limit: { until: addMonths(on, -pack.introducerMonths) } } };
}
