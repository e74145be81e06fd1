import { addDays, type Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import { actingUnit, approvalPathOf, committeeProposes } from '../domain/approval-path.ts';
import { awaitedBodies } from '../domain/awaited.ts';
import { findChains } from '../persistence/approval-chain.ts';
import { listUnitsWith, type TodoQuestion } from '../persistence/candidacy-reads.ts';

const weekDays = 7;
const comingDays = 42;

/** Where a candidacy waits for the unit of the grant that asks: the cells below it for which it proposes or decides, with the states in which it does. */
async function waitingFor(scope: Scope): Promise<TodoQuestion['waiting']> {
  const bodies = { true: awaitedBodies(true), false: awaitedBodies(false) } as const;
  const states = [...new Set([...bodies.true, ...bodies.false].map(({ state }) => state))];
  const chains = await findChains(scope, await listUnitsWith(scope, states));
  return [...chains].flatMap(([unitId, chain]) => {
    const path = approvalPathOf(chain);
    const own = bodies[`${committeeProposes(path)}`].filter(({ by }) => actingUnit(path, by)?.id === scope.actor.unitId).map(({ state }) => state);
    return own.length > 0 ? [{ unitId, states: own }] : [];
  });
}

/** What the list of things to do is made for, on a day. */
export async function todoQuestion(scope: Scope, today: Day): Promise<TodoQuestion> {
  return { today, weekEndsOn: addDays(today, weekDays), comingEndsOn: addDays(today, comingDays), waiting: await waitingFor(scope) };
}

