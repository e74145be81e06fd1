import { randomUUID } from 'node:crypto';
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
  /** Resolves when nothing is being asked, and those who were answered have had their turn to ask more. */
  idle(): Promise<void>;
  /** Ends it. Nothing can be asked afterwards. */
  end(): Promise<void>;
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
  write<T>(credential: string, work: (transaction: WriteTransaction) => Promise<T>): Promise<T>;
  /** The pool under the application's role, for what must survive a rolled-back transaction (counters of wrong sign-ins) and for jobs. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
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
const acquireTimeout = 2_000;

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

async function read(pool: pg.Pool, credential: string): Promise<ReadTransaction> {
  const client = await acquire(pool);
  let broken: Error | undefined;
  let ended = false;
  let last: Promise<unknown> = Promise.resolve();
  const lose = (error: Error) => {
    broken = error;
  };
  // A connection may be lost while nobody asks it anything; without a listener that would end the process.
  client.on('error', lose);
  const release = () => {
    client.off('error', lose);
    client.release(broken);
  };
  try {
    // Two statements in one round trip; the credential is checked to be hexadecimal before it stands in a text.
    const results = (await client.query(
      `begin isolation level repeatable read read only; select * from app.enter('${credential}')`,
    )) as unknown as pg.QueryResult<EnterRow>[];
    return {
      actor: actorOf(results[1]?.rows[0]),
      lastSeenAt: results[1]?.rows[0]?.last_seen_at ?? null,
      // Resolvers ask side by side; a connection answers one question after the other.
      async query<Row>(text: string, values: readonly unknown[] = [], name?: string) {
        // The connection serves somebody else by now: a late question would be answered under another scope.
        if (ended) throw new Error('the snapshot has ended');
        const statement = { text, values: [...values], ...(name === undefined ? {} : { name }) };
        const answer = last.then(async () => (await client.query<Row & pg.QueryResultRow>(statement)).rows as Row[]);
        last = answer.catch(() => undefined);
        return await answer;
      },
      async idle() {
        let seen: Promise<unknown>;
        do {
          seen = last;
          await seen;
          await new Promise(setImmediate);
        } while (seen !== last);
      },
      async end() {
        if (ended) return;
        ended = true;
        await last;
        await client.query('commit').catch(lose);
        release();
      },
    };
  } catch (error) {
    broken = error as Error;
    release();
    throw error;
  }
}

async function write<T>(orm: { em: { fork(): EntityManager } }, credential: string, work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
  return await orm.em.fork().transactional(async (em) => {
    const query = async <Row>(text: string, values: readonly unknown[] = []) =>
      (await em.getKysely().executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows;
    const enter = async (presented: string) => actorOf((await query<EnterRow>(`select entered.* from (select set_config('transaction_timeout', '30s', true)) cut, app.enter($1) entered`, [presented]))[0]);
    return await work({ em, query, enter, actor: await enter(credential) });
  });
}

function checked(credential: string): string {
  if (!credentialForm.test(credential)) throw new Error('A credential is the hexadecimal SHA-256 of what was presented.');
  return credential;
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
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.readers ?? 8,
    connectionTimeoutMillis: options.acquireMilliseconds ?? acquireTimeout,
    types: sqlTypes,
    application_name: `banyan-read-${randomUUID().slice(0, 8)}`,
  });
  pool.on('error', () => undefined); // a lost idle connection is replaced at the next use
  pool.on('connect', (client) => {
    client.on('error', () => undefined); // one lost at work fails its statement; without a listener it would end the process
  });
  const orm = await MikroORM.init({
    clientUrl: options.url,
    entities: options.entities,
    pool: { min: 0, max: options.writers ?? 4 },
    forceUtcTimezone: true,
    metadataCache: { enabled: false },
    discovery: { warnWhenNoEntities: false },
  });
  return {
    pool,
    read: async (credential) => await read(pool, checked(credential)),
    write: async (credential, work) => await write(orm, checked(credential), work),
    async close() {
      await orm.close(true);
      await pool.end();
    },
  };
}
