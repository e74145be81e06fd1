import type { CandidacyState } from '@banyan/schema/lifecycle';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import { actingUnit, approvalPathOf, committeeProposes } from '../domain/approval-path.ts';
import { awaitedBodies } from '../domain/awaited.ts';
import { rulePacks } from '../domain/rule-pack.ts';
import { findChainsBelow } from '../persistence/approval-chain.ts';
import type { TodoQuestion } from '../persistence/candidacy-reads.ts';

const weekDays = 7;
const comingDays = 42;

/** The same in all rule packs. */
const failedVotesBeforeDeadlock = Math.min(...rulePacks.map((pack) => pack.failedVotesBeforeDeadlock));

/** Where a candidacy waits for the unit of the grant that asks: the cells below it for which it proposes or decides, with the states in which it does. */
async function waitingFor(scope: Scope): Promise<Pick<TodoQuestion, 'waiting' | 'deadlocked'>> {
  const bodies = { true: awaitedBodies(true), false: awaitedBodies(false) } as const;
  // The same bodies propose and decide for all cells below one unit.
  const waiting = new Map<string, { places: string[]; states: CandidacyState[] }>();
  const decided: string[] = [];
  for (const { chain, places } of await findChainsBelow(scope)) {
    const path = approvalPathOf(chain);
    if (path.decider?.id === scope.actor.unitId) decided.push(...places);
    const states = bodies[`${committeeProposes(path)}`].filter(({ by }) => actingUnit(path, by)?.id === scope.actor.unitId).map(({ state }) => state);
    const one = waiting.get(states.join(' ')) ?? { places: [], states };
    one.places.push(...places);
    if (states.length > 0) waiting.set(states.join(' '), one);
  }
  return { waiting: [...waiting.values()], deadlocked: { places: decided, failedVotes: failedVotesBeforeDeadlock } };
}

/** What the list of things to do is made for, on a day. */
export async function todoQuestion(scope: Scope, today: Day): Promise<TodoQuestion> {
  return { today, weekEndsOn: addDays(today, weekDays), comingEndsOn: addDays(today, comingDays), ...(await waitingFor(scope)) };
}

