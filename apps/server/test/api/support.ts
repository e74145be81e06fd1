import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { closeUnit, foundUnit, type Fact, type PersonSlices } from '../../src/contexts/ledger/index.ts';
import { buildServer, type BuiltServer, type ServerOptions } from '../../src/server.ts';
import { freshDatabase, type FreshDatabase } from '../database.ts';

/** A server over a database of its own, and the owner's connection to arrange and to look. */
export interface TestServer {
  readonly database: FreshDatabase;
  readonly owner: pg.Client;
  readonly server: BuiltServer;
  stop(): Promise<void>;
}

/** Starts a server over a fresh database, or over one that is given. It compacts only when it is told to. */
export async function startTestServer(given?: FreshDatabase, options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const database = given ?? (await freshDatabase());
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const server = await buildServer({ databaseUrl: database.appUrl, webRoot: '/nowhere', compactEveryMilliseconds: 3_600_000, ...options });
  return {
    database,
    owner,
    server,
    async stop() {
      await server.close();
      await owner.end();
      if (!given) await database.drop();
    },
  };
}

/** An answer of the API. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly { message: string; extensions: { code: string; requestId: string; argument?: string } }[];
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: readonly { name: string; value: string; [property: string]: unknown }[];
}

/** Who asks, and from where. */
export interface Asking {
  readonly secret?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly remoteAddress?: string;
}

/** Asks the API once. `secret` is the session cookie's value. */
export async function ask<Data = Record<string, unknown>>(
  { server }: Pick<TestServer, 'server'>,
  query: string,
  variables: Record<string, unknown> = {},
  asking: Asking = {},
): Promise<Answer<Data>> {
  const response = await server.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', accept: 'application/json', host: 'localhost', ...asking.headers },
    payload: { query, variables },
    ...(asking.secret ? { cookies: { sid: asking.secret } } : {}),
    ...(asking.remoteAddress ? { remoteAddress: asking.remoteAddress } : {}),
  });
  const parsed = JSON.parse(response.body) as { data?: Data; errors?: Answer<Data>['errors'] };
  return { status: response.statusCode, data: parsed.data ?? null, errors: parsed.errors ?? [], body: response.body, headers: response.headers, cookies: response.cookies };
}

/** Asks and expects no error. */
export async function dataOf<Data = Record<string, never>>(on: Pick<TestServer, 'server'>, secret: string | null, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const answer = await ask<Data>(on, query, variables, { secret });
  if (answer.errors.length > 0 || answer.data === null) throw new Error(`${query}\n${JSON.stringify(variables)}\n${answer.body}`);
  return answer.data;
}

/** Hexadecimal SHA-256 of a session's secret. */
export function credentialOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The row id inside an opaque id, and back. */
export function opaque(type: string, uuid: string): string {
  return Buffer.from(`${type}:${uuid}`).toString('base64url');
}

/** Inserts a province as the owner does. */
export async function insertRoot(owner: pg.Client, code: string, configuration = 'DISTRICT_TIER', foundedOn = '2000-01-01'): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `with place as (select app.next_position(null, null, 0) as lo, gen_random_uuid() as id),
     u as (insert into unit (id, code, configuration, kind, name, depth, lo, hi, founded_on)
       select id, $1, $2, 'PROVINCIAL_PARTY', $1, 0, lo, lo + app.interval_width(0) - 1, $3::date from place returning *),
     n as (insert into unit_name (unit_id, position, name, valid) select id, lo, name, daterange(founded_on, null) from u),
     p as (insert into placement (unit_id, position, parent_id, valid, lo, hi, ancestors) select id, lo, null, daterange(founded_on, null), lo, hi, array[id] from u),
     f as (insert into unit_profile (unit_id, position, valid, unit_type) select id, lo, daterange(founded_on, null), 'OTHER' from u)
     select id from u`,
    [code, configuration, foundedOn],
  );
  return rows[0]!.id;
}

/** An account under one grant, with a session that is open. */
export interface TestAccount {
  readonly accountId: string;
  readonly grantId: string;
  readonly secret: string;
  readonly credential: string;
}

/** Adds a grant. */
export async function insertGrant(owner: pg.Client, accountId: string, role: string, unitId: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into access_grant (account_id, role, unit_id, position, valid) select $1, $2, id, lo, daterange('2000-01-01', null) from unit where id = $3 returning id`,
    [accountId, role, unitId],
  );
  return rows[0]!.id;
}

/** Makes an account with a grant and an open session, without any password being verified. */
export async function insertAccount(owner: pg.Client, name: string, role: string, unitId: string, passwordHash = '-'): Promise<TestAccount> {
  const { rows } = await owner.query<{ id: string }>(`insert into account (name, display_name, password_hash) values ($1, $1, $2) returning id`, [name, passwordHash]);
  const accountId = rows[0]!.id;
  const grantId = await insertGrant(owner, accountId, role, unitId);
  return { accountId, grantId, ...(await insertSession(owner, accountId, grantId)) };
}

/** Opens a session as the owner. */
export async function insertSession(owner: pg.Client, accountId: string, grantId: string): Promise<{ secret: string; credential: string }> {
  const secret = randomBytes(32).toString('base64url');
  const credential = credentialOf(secret);
  await owner.query(
    `insert into session (account_id, grant_id, credential_hash, network, expires_at) values ($1, $2, decode($3, 'hex'), '127.0.0.1', now() + interval '8 hours')`,
    [accountId, grantId, credential],
  );
  return { secret, credential };
}

/** Founds a unit by the product's own use case. */
export async function found(
  on: Pick<TestServer, 'server'>,
  credential: string,
  unit: { code: string; kind: string; parentId: string; configuration?: string; foundedOn?: string; unitType?: string; areas?: readonly string[] },
): Promise<string> {
  const { configuration = 'DISTRICT_TIER', foundedOn = '2000-01-01', unitType = 'OTHER', areas = [], ...rest } = unit;
  const made = await on.server.database.write(credential, async (transaction) => await foundUnit(transaction, { ...rest, configuration, foundedOn, unitType, areas, name: unit.code }));
  if ('refused' in made) throw new Error(`${unit.code}: ${made.refused}`);
  return made.id;
}

export { closeUnit };

/** Slices of somebody plain. */
export const plainSlices: PersonSlices = {
  gender: 'F',
  ageBand: 'AGE_18_30',
  ethnicMinority: 'NO',
  religion: 'NO',
  youthUnion: 'NO',
  occupation: 'WORKER',
  enterpriseRelation: 'NOT_APPLICABLE',
  education: 'UPPER_SECONDARY',
};

/** A fact about somebody new or known. */
export function fact(kind: Fact['kind'], personId: string, unitId: string, occurredOn: string, more: Partial<Fact> = {}): Fact {
  return { kind, personId, unitId, occurredOn, slices: plainSlices, ...more };
}
