import type { MemberState } from '@banyan/schema/enums';

/** How the states of a member are written in addresses. */
export const memberStateSlugs = { OFFICIAL: 'chinh-thuc', PROBATIONARY: 'du-bi', FORMER: 'khong-con' } as const satisfies Record<Exclude<MemberState, 'CANDIDATE'>, string>;
/** Members, and those who were: candidates have a page of their own. */
export const memberStates = ['OFFICIAL', 'PROBATIONARY', 'FORMER'] as const satisfies readonly MemberState[];

/** The state that an address names; null where it names none. */
export function readState(slug: string | undefined): MemberState | null {
  return memberStates.find((state) => memberStateSlugs[state] === slug) ?? null;
}
