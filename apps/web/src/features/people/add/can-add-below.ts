import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';

/** Whether somebody may be added at a unit or below it, by why they may not at the unit itself: of one that holds no members, a cell below is chosen. */
export function canAddBelow(because: CandidacyRefusalCode | null): boolean {
  return because === null || because === 'UNIT_HOLDS_NO_MEMBERS';
}
