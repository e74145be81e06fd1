import type { GraphQLResolveInfo } from 'graphql';
import type { Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/day.ts';
import type { Database } from './database.ts';
import type { Scope } from './scope.ts';

/** A line of the audit log that is written before the answer leaves. */
export interface AuditLine {
  readonly action: string;
  readonly result: 'DONE' | 'REFUSED';
  readonly subjectKind?: string;
  readonly subjectId?: string;
  readonly code?: string;
  /** Where an account is concerned that does not act: the position of its unit. */
  readonly position?: string;
}

/**
 * What one context reads of units in the statement by which another reads the units themselves, to save a journey to the database.
 * `columns` (each after a comma) and `join` speak of a unit `u`.
 */
export interface Beside {
  readonly columns: string;
  readonly join: string;
  readonly values: readonly string[];
}

/** What to read of each unit that a document asks for and of its children; null where nothing can be told beforehand. */
export interface BesideUnits {
  /** Writes it with its values standing from `$firstPlace` on; the same object each time for what is the same. */
  write(firstPlace: number): Beside;
  /** Takes the row of a unit, which holds the columns. */
  take(unitId: string, row: Readonly<Record<string, unknown>>): void;
}

/** Finds it from what the document selects of a field that returns a unit. */
export type ReadBeside = (context: RequestContext, scope: Scope, info: GraphQLResolveInfo) => BesideUnits | null;

/** Reads by key, many keys at once; a key is asked for once. */
export interface Loader<K, V> {
  load(key: K): Promise<V>;
  /** Takes the answer to a key that was read in another way. */
  prime(key: K, value: V): unknown;
}

/** What a resolver gets: made anew for each operation, shared by nobody. */
export interface RequestContext {
  readonly requestId: string;
  /** Network of the caller, normalised: /32 for IPv4, /64 for IPv6. */
  readonly network: string;
  readonly database: Database;
  readonly now: () => Date;
  /** Hexadecimal SHA-256 of the presented credential, or the empty text. A sign-in replaces it. */
  credential: string;
  /** The account that acts, or null; found by the database at the start of the operation's transaction. */
  actor(): Promise<Actor | null>;
  /** The reading scope of the account that acts; refuses where nobody is signed in. One snapshot for the whole operation. */
  scope(): Promise<Scope>;
  /**
   * Does the same under each of some other grants of the account that acts, one after the other, all in this operation's own snapshot.
   * Each gets a context of its own, which ends with it; null where a grant gives nothing any more.
   */
  under<T>(grantIds: readonly string[], work: (context: RequestContext, grantId: string) => Promise<T>): Promise<(T | null)[]>;
  /** Ends the snapshot, so that what follows sees what a mutation has just changed and runs under its credential. */
  renew(): Promise<void>;
  /** The cookie to set (an opaque session secret) or to clear (null) with the answer. */
  setCookie(secret: string | null): void;
  /** What is read of units in the statement that reads them. */
  readonly readBeside: ReadBeside;
  /** What this operation holds under a name, made at first use and forgotten with the snapshot that it was read in. */
  held<T>(name: string, make: () => T): T;
  audit(line: AuditLine): void;
  /** As `audit`, but one line of an action for the whole operation. */
  auditOnce(line: AuditLine): void;
  /**
   * A loader of this operation: the same name gives the same loader, and one batch is one statement. A loader that is held back
   * gathers keys until nothing else is being read.
   */
  loader<K, V>(
    name: string,
    batch: (keys: readonly K[]) => Promise<(V | Error)[]>,
    keyOf?: (key: K) => string,
    when?: 'AT_ONCE' | 'HELD_BACK',
  ): Loader<K, V>;
}

/** The calendar day now, or the last day of data of a historical province. */
export function todayOf(lastDataOn: Day | null, today: Day): Day {
  return lastDataOn !== null && lastDataOn < today ? lastDataOn : today;
}
