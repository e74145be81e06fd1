import type { Step } from '@banyan/schema/lifecycle';
import { later, type Day } from '../../../kernel/day.ts';
import type { FactKind } from '../../ledger/index.ts';
import { probationEndsOn, type Dossier } from './dossier.ts';
import type { RulePack } from './rule-pack.ts';

/** What the ledger learns of a step. An annulled admission counts with the removals. */
const kinds: Partial<Record<Step, FactKind>> = {
  CEREMONY_HELD: 'ADMITTED',
  RECOGNISED: 'RECOGNISED',
  REMOVED: 'REMOVED',
  EXPELLED: 'EXPELLED',
  LEFT_BY_REQUEST: 'LEFT',
  DECEASED: 'DECEASED',
  ADMISSION_ANNULLED: 'REMOVED',
};

/** The fact that a step posts, or null where it changes no count. */
export function factKindOf(step: Step): FactKind | null {
  return kinds[step] ?? null;
}

/**
 * The day by which a step counts. A late recognition takes effect on the day on which the twelve months ended; where the member
 * came to the unit after that day, it counts there from the day of arrival.
 */
export function countsOn(step: Step, on: Day, dossier: Dossier, pack: RulePack, countedSince: Day | null): Day {
  if (step !== 'RECOGNISED') return on;
  const ended = probationEndsOn(dossier, pack) ?? on;
  return countedSince === null ? ended : later(ended, countedSince);
}
