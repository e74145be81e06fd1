import type { CandidacyState, TodoGroup } from '@banyan/schema/lifecycle';
import type { Cursor } from '../../../kernel/connection.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import { isAllowed } from '../../access/index.ts';
import { actingUnit, approvalPathOf, committeeProposes } from '../domain/approval-path.ts';
import { awaitedBodies } from '../domain/awaited.ts';
import { rulePacks } from '../domain/rule-pack.ts';
import type { Transfer } from '../domain/transfer.ts';
import { findChainsBelow } from '../persistence/approval-chain.ts';
import { countTodo, listTodo, type TodoCounts, type TodoQuestion } from '../persistence/candidacy-reads.ts';
import type { Candidacy } from '../persistence/candidacy-row.ts';
import { countLettersToDo, listLettersToDo } from '../persistence/letters-to-do.ts';

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
async function todoQuestion(scope: Scope, today: Day): Promise<TodoQuestion> {
  return { today, weekEndsOn: addDays(today, weekDays), comingEndsOn: addDays(today, comingDays), signs: isAllowed(scope.actor.role, 'transfer.accept'), ...(await waitingFor(scope)) };
}

/** How much there is to do, of candidacies and of letters. */
export interface Todo {
  readonly question: TodoQuestion;
  readonly candidacies: TodoCounts;
  readonly letters: TodoCounts;
}

/** Counts what is to be done on a day. */
export async function readTodo(scope: Scope, today: Day): Promise<Todo> {
  const question = await todoQuestion(scope, today);
  const [candidacies, letters] = await Promise.all([countTodo(scope, question), countLettersToDo(scope, question)]);
  return { question, candidacies, letters };
}

/** How many things a part holds. */
export function countOfPart({ candidacies, letters }: Todo, group: TodoGroup): number {
  return (candidacies.parts.get(group) ?? 0) + (letters.parts.get(group) ?? 0);
}

/** The days ahead on which limits run out, in their order. */
export function daysOf({ candidacies, letters }: Todo): { readonly day: Day; readonly count: number }[] {
  const days = [...new Set([...candidacies.days.keys(), ...letters.days.keys()])].toSorted();
  return days.map((day) => ({ day, count: (candidacies.days.get(day) ?? 0) + (letters.days.get(day) ?? 0) }));
}

/** Something to do, with the day that it is ordered by. */
export type TodoThing = { readonly key: string } & ({ readonly candidacy: Candidacy } | { readonly letter: Transfer });

function idOf(thing: TodoThing): string {
  return 'letter' in thing ? thing.letter.id : thing.candidacy.id;
}

/** A page of a part with one more than asked: candidacies and letters in one order. */
export async function listTodoThings(scope: Scope, { question, letters }: Todo, group: TodoGroup, page: { readonly first: number; readonly after: Cursor | null }): Promise<{ readonly thing: TodoThing; readonly cursor: Cursor }[]> {
  const [candidacies, waiting] = await Promise.all([listTodo(scope, question, group, page), (letters.parts.get(group) ?? 0) > 0 ? listLettersToDo(scope, question, group, page) : []]);
  const things = [...candidacies, ...waiting].map((thing: TodoThing) => ({ thing, cursor: [thing.key, idOf(thing)] as const }));
  return things.toSorted(({ cursor: one }, { cursor: other }) => (one.join(' ') < other.join(' ') ? -1 : 1)).slice(0, page.first + 1);
}

