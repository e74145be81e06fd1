import type { Actor } from './actor.ts';
import type { Day } from './day.ts';
import type { Sql } from './sql.ts';

/** What a context does when a reorganisation gives units another place: within the same transaction, or not at all. */
export interface UnitMoveFollower {
  /** Before anything is held: whoever needs a lock of their own takes it here, in the order in which every change does. */
  readonly before: (sql: Sql) => Promise<void>;
  /** Once a unit, and all below it, has its new place. */
  readonly after: (sql: Sql, unitId: string) => Promise<void>;
}

const followers: UnitMoveFollower[] = [];

/** Lets a context further up follow what the tree does, without the tree knowing of it. */
export function followUnitMoves(follower: UnitMoveFollower): void {
  followers.push(follower);
}

/** Tells the followers that units are about to be moved. */
export async function announceUnitMoves(sql: Sql): Promise<void> {
  for (const { before } of followers) await before(sql);
}

/** Tells the followers that a unit has moved, or has taken others over. */
export async function announceMoved(sql: Sql, unitId: string): Promise<void> {
  for (const { after } of followers) await after(sql, unitId);
}

/** That a unit has come to its end on a day, and who takes over from it, the first one first. */
export interface UnitEnd {
  readonly unitId: string;
  /** The first day on which it is no more. */
  readonly on: Day;
  readonly successorIds: readonly string[];
}

type UnitEndFollower = (sql: Sql, actor: Actor, end: UnitEnd) => Promise<void>;

const endFollowers: UnitEndFollower[] = [];

/** Lets a context further up follow the end of a unit, within the same transaction. */
export function followUnitEnds(follower: UnitEndFollower): void {
  endFollowers.push(follower);
}

/** Tells the followers that a unit has come to its end. */
export async function announceEnded(sql: Sql, actor: Actor, end: UnitEnd): Promise<void> {
  for (const follow of endFollowers) await follow(sql, actor, end);
}
