import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { MikroORM, type EntityManager, type Options } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import type { Role } from '@banyan/schema/enums';
import type { Actor } from '../kernel/actor.ts';
import type { Sql } from '../kernel/sql.ts';
import { Refused } from '../kernel/refused.ts';
import { sqlTypes } from './sql-types.ts';

/** A read: one snapshot under one grant, or under nobody. */
export interface ReadTransaction extends Sql {
  readonly actor: Actor | null;
  /** When the acting session was last seen, to the minute. */
  readonly lastSeenAt: Date | null;
  /** Names the snapshot, so that others can read in the very same one while this is not ended. */
  exportSnapshot(): Promise<string>;
  /** Resolves when nothing is being asked, and those who were answered have had their turn to ask more. */
  idle(): Promise<void>;
  /** Ends it. Nothing can be asked afterwards. */
  end(): void;
}

/** A change: committed when the callback returns, undone when it throws. */
export interface WriteTransaction extends Sql {
  readonly actor: Actor | null;
  readonly em: EntityManager;
  /** Takes up another credential inside the transaction: after a sign-in, what follows runs as the new session. */
  enter(credential: string): Promise<Actor | null>;
}

/** The application's database: every transaction begins by turning the presented credential into a scope. */
export interface Database {
  read(credential: string): Promise<ReadTransaction>;
  /** The same snapshot as another read, under another grant of the same account, of a supervisor. */
  readBeside(credential: string, beside: Beside): Promise<ReadTransaction>;
  write<T>(credential: string, work: (transaction: WriteTransaction) => Promise<T>): Promise<T>;
  /** The pool under the application's role, for what must survive a rolled-back transaction (counters of wrong sign-ins) and for jobs. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Under which grant to read, and in whose snapshot. */
export interface Beside {
  readonly grantId: string;
  readonly snapshot: string;
}

interface EnterRow {
  account_id: string;
  account_name: string;
  display_name: string;
  session_id: string;
  grant_id: string;
  role: Role;
  unit_id: string;
  lo: string;
  hi: string;
  last_data_on: string | null;
  last_seen_at: Date;
}

const credentialForm = /^[0-9a-f]{64}$|^$/;
const snapshotForm = /^[0-9A-F-]{1,64}$/;
const acquireTimeout = 2_000;
/** Reads beside others have connections of their own: whoever holds one waits for no other, so those who wait for one are served. */
const besideConnections = 2;

function actorOf(row: EnterRow | undefined): Actor | null {
  if (!row) return null;
  return {
    accountId: row.account_id,
    accountName: row.account_name,
    displayName: row.display_name,
    sessionId: row.session_id,
    grantId: row.grant_id,
    role: row.role,
    unitId: row.unit_id,
    lo: row.lo,
    hi: row.hi,
    lastDataOn: row.last_data_on,
  };
}

async function acquire(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch {
    throw new Refused('SERVICE_UNAVAILABLE');
  }
}

/** What is asked of a connection within one turn of the event loop leaves as one write: each costs a call to the system on both sides. */
function inOneWrite(client: pg.PoolClient): void {
  // Of the driver's connection nothing but its stream is used.
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  stream.cork();
  process.nextTick(() => {
    stream.uncork();
  });
}

/** Whether a connection is of no more use: a refusal of the database leaves it as it was. */
function isLost(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || error.severity === 'FATAL';
}

/**
 * Asks one question. The driver's own promise assigns its callback to a property, and V8 makes a function that is written there among the old
 * objects: the answer, and all that waited for it, would stay until the whole heap is marked. One that is an argument goes with its request.
 */
function ask<Row extends pg.QueryResultRow>(client: pg.PoolClient, question: pg.QueryConfig): Promise<pg.QueryResult<Row>> {
  return new Promise((resolve, reject) => {
    client.query<Row>(question, (error: Error | null, answer) => {
      if (error === null) resolve(answer);
      else reject(error);
    });
  });
}

interface Reading {
  readonly pool: pg.Pool;
  readonly credential: string;
  readonly catalogue: Map<string, unknown>;
  readonly beside?: Beside;
}

const begin = 'begin isolation level repeatable read read only';

/** Sends what a read begins with. */
async function enter(client: pg.PoolClient, { credential, beside }: Reading): Promise<pg.QueryResult<EnterRow>> {
  inOneWrite(client);
  const first = beside === undefined ? [begin] : [begin, `set transaction snapshot '${beside.snapshot}'`];
  const begun = first.map((text) => ask(client, { text }));
  const entering = ask<EnterRow>(client, beside === undefined
    ? { name: 'banyan-enter', text: 'select * from app.enter($1)', values: [credential] }
    : { name: 'banyan-enter-beside', text: 'select * from app.enter($1, $2)', values: [credential, beside.grantId] });
  const [entered] = await Promise.all([entering, ...begun]);
  return entered;
}

async function read(reading: Reading, again = true): Promise<ReadTransaction> {
  const client = await acquire(reading.pool);
  try {
    const entered = await enter(client, reading);
    return readTransaction(client, entered.rows[0], reading.catalogue);
  } catch (error) {
    client.release(error as Error);
    // It may have been lost since it was last used, which is told only now. Nothing has been asked yet: another one will do.
    if (again && isLost(error)) return await read(reading, false);
    throw error;
  }
}

/** The snapshot that a connection has entered. */
function readTransaction(client: pg.PoolClient, entered: EnterRow | undefined, catalogue: Map<string, unknown>): ReadTransaction {
  let broken: Error | undefined;
  let ended = false;
  let asking = 0;
  let last: Promise<unknown> = Promise.resolve();
  const lose = (error: Error) => {
    broken = error;
  };
  // A connection may be lost while nobody asks it anything; without a listener that would end the process.
  client.on('error', lose);
  const giveBack = () => {
    // Nobody waits for the end of a read. Whoever takes the connection next asks behind it, often in the same write.
    inOneWrite(client);
    if (!broken) ask(client, { text: 'commit' }).catch(() => undefined);
    client.off('error', lose);
    client.release(broken);
  };
  return {
    catalogue,
    actor: actorOf(entered),
    lastSeenAt: entered?.last_seen_at ?? null,
    // Resolvers ask side by side; the connection answers one question after the other.
    async query<Row>(text: string, values: readonly unknown[] = [], name?: string) {
      // The connection serves somebody else by now: a late question would be answered under another scope.
      if (ended) throw new Error('the snapshot has ended');
      asking += 1;
      const answer = ask<Row & pg.QueryResultRow>(client, { text, values: [...values], ...(name === undefined ? {} : { name }) });
      last = answer.then(() => undefined, () => undefined);
      try {
        return (await answer).rows as Row[];
      } catch (error) {
        // Leads to whoever asked, not to the socket on which the answer came.
        if (error instanceof Error) Error.captureStackTrace(error);
        if (isLost(error)) lose(error as Error);
        throw error;
      } finally {
        asking -= 1;
      }
    },
    async exportSnapshot() {
      const [row] = await this.query<{ name: string }>('select pg_export_snapshot() as name');
      if (!row || !snapshotForm.test(row.name)) throw new Error('a snapshot has a name');
      return row.name;
    },
    async idle() {
      let seen: Promise<unknown>;
      do {
        seen = last;
        await seen;
        await new Promise(setImmediate);
      } while (seen !== last);
    },
    end() {
      if (ended) return;
      ended = true;
      // Where an error has emptied the answer, siblings may still be asking: the next reader must not wait behind them.
      if (asking === 0) giveBack();
      else void last.then(giveBack);
    },
  };
}

async function write<T>(
  orm: { em: { fork(): EntityManager } },
  credential: string,
  catalogue: Map<string, unknown>,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  return await orm.em.fork().transactional(async (em) => {
    const query = async <Row>(text: string, values: readonly unknown[] = []) =>
      (await em.getKysely().executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows;
    const enter = async (presented: string) => actorOf((await query<EnterRow>(`select entered.* from (select set_config('transaction_timeout', '30s', true)) cut, app.enter($1) entered`, [presented]))[0]);
    return await work({ em, query, enter, catalogue, actor: await enter(credential) });
  });
}

function checkedBeside(beside: Beside): Beside {
  if (!snapshotForm.test(beside.snapshot)) throw new Error('A snapshot is named as the database names it.');
  return beside;
}

function checked(credential: string): string {
  if (!credentialForm.test(credential)) throw new Error('A credential is the hexadecimal SHA-256 of what was presented.');
  return credential;
}

/** What tells a database from every other, also from its own copy: a dump that is restored elsewhere has another one. */
export async function findDatabaseId({ pool }: Pick<Database, 'pool'>): Promise<string> {
  const { rows: [row] } = await pool.query<{ id: string }>(
    `select c.system_identifier || '-' || d.oid as id from pg_control_system() c, pg_database d where d.datname = current_database()`,
  );
  if (!row) throw new Error('a database has an identifier');
  return row.id;
}

function openPool({ url, acquireMilliseconds }: { url: string; acquireMilliseconds?: number }, name: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: acquireMilliseconds ?? acquireTimeout,
    types: sqlTypes,
    // Questions are sent without waiting for the answers to those before.
    pipeline: true,
    application_name: `banyan-${name}-${randomUUID().slice(0, 8)}`,
  });
  pool.on('error', () => undefined); // a lost idle connection is replaced at the next use
  pool.on('connect', (client) => {
    client.on('error', () => undefined); // one lost at work fails its statement; without a listener it would end the process
  });
  return pool;
}

/** Opens the database under the application's role. `entities` are those that changes are written through. */
export async function openDatabase(options: {
  url: string;
  entities: NonNullable<Options['entities']>;
  readers?: number;
  /** How long a request waits for a connection before it is turned away. */
  acquireMilliseconds?: number;
  writers?: number;
}): Promise<Database> {
  const pool = openPool(options, 'read', options.readers ?? 8);
  const besidePool = openPool(options, 'beside', besideConnections);
  const orm = await MikroORM.init({
    clientUrl: options.url,
    entities: options.entities,
    pool: { min: 0, max: options.writers ?? 4 },
    forceUtcTimezone: true,
    metadataCache: { enabled: false },
    discovery: { warnWhenNoEntities: false },
  });
  const catalogue = new Map<string, unknown>();
  return {
    pool,
    read: async (credential) => await read({ pool, credential: checked(credential), catalogue }),
    readBeside: async (credential, beside) => await read({ pool: besidePool, credential: checked(credential), catalogue, beside: checkedBeside(beside) }),
    write: async (credential, work) => await write(orm, checked(credential), catalogue, work),
    async close() {
      await orm.close(true);
      await Promise.all([pool.end(), besidePool.end()]);
    },
  };
}
