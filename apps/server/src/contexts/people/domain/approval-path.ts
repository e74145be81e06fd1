import type { Tier } from '@banyan/schema/enums';
import type { ActingBody } from '@banyan/schema/lifecycle';

/** A unit of the chain above a candidacy, as far as deciding goes. */
export interface ChainUnit {
  readonly id: string;
  readonly tier: Tier;
  readonly holdsMembers: boolean;
  readonly isGrassrootsOrganisation: boolean;
  /** Whether it may decide admissions on the day in question: by its kind, or because the power was given to it for a time. */
  readonly decidesAdmissions: boolean;
}

/** Who acts on a candidacy. */
export interface ApprovalPath<Unit extends ChainUnit = ChainUnit> {
  readonly cell: Unit;
  /** The grassroots committee above the cell; null for a grassroots cell, which has none. */
  readonly committee: Unit | null;
  /** The committee that decides; null where nobody above may, as at a cell outside any province. */
  readonly decider: Unit | null;
}

/**
 * Who proposes and who decides, from the chain of units (root first, the cell last). Regulation 29-QĐ/TW, item 4.3, and its
 * successors: the grassroots committee where it was given the power, else the nearest body above that has it.
 */
export function approvalPathOf<Unit extends ChainUnit>(chain: readonly Unit[]): ApprovalPath<Unit> {
  const cell = chain.at(-1);
  if (!cell) throw new Error('a candidacy has a unit');
  const above = chain.slice(0, -1).toReversed();
  const committee = above.find((unit) => unit.isGrassrootsOrganisation) ?? null;
  const decider = above.find((unit) => unit.decidesAdmissions) ?? null;
  return { cell, committee, decider };
}

/** Whether the grassroots committee proposes to somebody else, rather than deciding itself or not being there. */
export function committeeProposes({ committee, decider }: ApprovalPath): boolean {
  return committee !== null && committee.id !== decider?.id;
}

/** Whether the grassroots committee decides, because the power was given to it. */
export function committeeDecides({ committee, decider }: ApprovalPath): boolean {
  return committee !== null && committee.id === decider?.id;
}

/** The unit whose act a step is. Where there is no committee, what a committee would do falls to the one that decides. */
export function actingUnit<Unit extends ChainUnit>(path: ApprovalPath<Unit>, body: ActingBody): Unit | null {
  if (body === 'CELL') return path.cell;
  return body === 'COMMITTEE' ? (path.committee ?? path.decider) : path.decider;
}
