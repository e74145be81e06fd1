import type { LocalityData } from './locality-documents.ts';

/** How a hamlet stands: whether it has a cell of its own, shares one, has none, or is no longer there. A cell of its own counts before one that it shares. */
export type LocalityStanding = 'OWN_CELL' | 'SHARED_CELL' | 'WITHOUT_CELL' | 'ENDED';

/** In the order in which they deserve a look. */
export const localityStandings = ['WITHOUT_CELL', 'SHARED_CELL', 'OWN_CELL', 'ENDED'] as const satisfies readonly LocalityStanding[];

/** The standing of a hamlet, and the day since which it stands so; null of one that never had a cell. */
export function standingOfLocality({ endedOn, ownCellSince, sharedCellSince }: Pick<LocalityData, 'endedOn' | 'ownCellSince' | 'sharedCellSince'>): { readonly standing: LocalityStanding; readonly since: string | null } {
  if (endedOn !== null) return { standing: 'ENDED', since: endedOn };
  if (ownCellSince !== null) return { standing: 'OWN_CELL', since: ownCellSince };
  return { standing: sharedCellSince === null ? 'WITHOUT_CELL' : 'SHARED_CELL', since: sharedCellSince };
}
