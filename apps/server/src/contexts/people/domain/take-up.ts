import type { MemberState } from '@banyan/schema/enums';
import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import type { Judged } from '../../../kernel/conflict.ts';
import { later, type Day } from '../../../kernel/day.ts';
import { beginDossier, probationEndsOn, type Dossier } from './dossier.ts';
import { rulePackOn } from './rule-pack.ts';

/** What is on record of a member whose way is not. Of who was a member before the records began, dates may be missing. */
export interface KnownMember {
  readonly state: MemberState;
  readonly admissionDecidedOn: Day | null;
  readonly ceremonyOn: Day | null;
  readonly recognitionDecidedOn: Day | null;
  readonly officialOn: Day | null;
}

/** Why the way of somebody cannot be taken up, or null: it is of members without one, of a unit that is open. */
export function refuseTakingUp({ state, ceremonyOn }: Pick<KnownMember, 'state' | 'ceremonyOn'>, at: { readonly hasWay: boolean; readonly isAtClosedUnit: boolean }): Judged<CandidacyRefusalCode> | null {
  if (at.hasWay) return 'WAY_ON_RECORD';
  if (state !== 'PROBATIONARY' && state !== 'OFFICIAL') return 'MEMBERS_ONLY';
  if (at.isAtClosedUnit) return 'UNIT_CLOSED';
  return state === 'PROBATIONARY' && ceremonyOn === null ? 'CEREMONY_NOT_ON_RECORD' : null;
}

/**
 * The way of a member who was one before it was recorded. It begins on the first day that is known of it, which is the day since which
 * the unit counts the person where nothing else is; what comes next is not dated before the last.
 */
export function takeUp({ state, admissionDecidedOn, ceremonyOn, ...member }: KnownMember, countedSince: Day): { readonly beganOn: Day; readonly dossier: Dossier } {
  const beganOn = ceremonyOn ?? member.officialOn ?? countedSince;
  const isOfficial = state === 'OFFICIAL';
  const officialOn = isOfficial ? (member.officialOn ?? probationEndsOn({ ceremonyOn }, rulePackOn(beganOn))) : null;
  const recognitionDecidedOn = isOfficial ? member.recognitionDecidedOn : null;
  const lastOn = [beganOn, admissionDecidedOn, officialOn, recognitionDecidedOn].reduce<Day>((last, day) => (day === null ? last : later(last, day)), countedSince);
  return { beganOn, dossier: { ...beginDossier(beganOn), state: isOfficial ? 'OFFICIAL' : 'PROBATIONARY', lastOn, admissionDecidedOn, ceremonyOn, recognitionDecidedOn, officialOn } };
}
