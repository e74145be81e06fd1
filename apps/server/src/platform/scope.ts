import type { Actor } from '../kernel/actor.ts';
import { Refused } from '../kernel/refused.ts';
import type { Sql } from '../kernel/sql.ts';

/**
 * What a read needs: the transaction, who asks, and the interval that the query layer compares positions with.
 * The interval repeats the database's own wall on purpose: each must hold without the other. Where a read finds its rows by id it
 * compares `position + 0`, so that the planner does not take the whole scope for the narrower way in.
 */
export interface Scope extends Sql {
  readonly actor: Actor;
  readonly lo: string;
  readonly hi: string;
}

/** Opens the query layer's wall so that a test can show the database's to hold alone. Only tests pass it. */
export interface Walls {
  readonly application: boolean;
}

const everything = { lo: '0', hi: '9223372036854775807' };

/** The scope of the account that acts. Refuses where nobody is signed in. */
export function scopeOf(sql: Sql, actor: Actor | null, walls: Walls = { application: true }): Scope {
  if (!actor) throw new Refused('UNAUTHENTICATED');
  const { lo, hi } = walls.application ? actor : everything;
  return { query: async (text, values, name) => await sql.query(text, values, name), catalogue: sql.catalogue, actor, lo, hi };
}
