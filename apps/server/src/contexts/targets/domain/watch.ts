import type { PlaceGap, WatchedTier } from '@banyan/schema/watch';
import type { TargetBase } from '@banyan/schema/targets';
import type { Day } from '../../../kernel/day.ts';

/** By what watch lists are made: each list uses some of it. */
export interface WatchQuestion {
  /** The unit in whose subtree the lists are made. */
  readonly unitId: string;
  readonly today: Day;
  readonly tier: WatchedTier;
  /** The period within which nobody was admitted, and whose targets are behind. */
  readonly from: Day;
  readonly to: Day;
  readonly endsOn: Day;
  /** The last admission, or the foundation, lies before this day. */
  readonly before: Day;
  /** How far below linear pace is still on pace, in per cent of what is expected. */
  readonly tolerance: number;
  /** The guideline in per cent of the base, and the base. */
  readonly percent: number;
  readonly base: TargetBase;
  /** The last day up to which a certificate that runs out is told. */
  readonly until: Day;
  readonly gap: PlaceGap;
}

/** A row of a watch list: a unit, and what is told of it. */
export interface WatchRow {
  readonly id: string;
  /** By what the list is ordered, the most urgent first. */
  readonly key: string;
  readonly unitId: string;
  /** Since when: the day of the oldest certificate, of the last admission or the foundation; of a certificate the last day of it. */
  readonly since: Day | null;
  readonly count: number | null;
  /** Per cent, where the list is about some. */
  readonly percent: number | null;
  readonly candidacyId: string | null;
  readonly name: string | null;
}

/** A page of a watch list with one row more than asked, how many rows it has, and of how many. */
export interface WatchPage {
  readonly rows: readonly WatchRow[];
  readonly totalCount: number;
  readonly base: number;
}
