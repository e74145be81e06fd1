import type { LocalityData } from './locality-documents.ts';

/** How a hamlet may stand, in the order in which it deserves a look: it has no cell, shares one, has one of its own, which counts first, or is no longer there. */
export const localityStandings = ['WITHOUT_CELL', 'SHARED_CELL', 'OWN_CELL', 'ENDED'] as const;
export type LocalityStanding = (typeof localityStandings)[number];

/** The standing of a hamlet, and the day since which it stands so; null of one that never had a cell. */
export function standingOfLocality({ endedOn, ownCellSince, sharedCellSince }: Pick<LocalityData, 'endedOn' | 'ownCellSince' | 'sharedCellSince'>): { readonly standing: LocalityStanding; readonly since: string | null } {
  if (endedOn !== null) return { standing: 'ENDED', since: endedOn };
  if (ownCellSince !== null) return { standing: 'OWN_CELL', since: ownCellSince };
  return { standing: sharedCellSince === null ? 'WITHOUT_CELL' : 'SHARED_CELL', since: sharedCellSince };
}
