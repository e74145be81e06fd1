import { createServer } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabase, type FreshDatabase } from '../../test/database.ts';
import { readConfig } from './config.ts';
import { findFreePort } from './free-port.ts';
import { checkDatabase, checkPort } from './start-up-checks.ts';
import { StartUpRefusal } from './start-up-refusal.ts';

let database: FreshDatabase;
let admin: pg.Client;
const password = 'secret-of-a-test';
const roles: string[] = [];

/** A login role of this spec with these attributes. */
async function role(attributes: string): Promise<string> {
  const name = `check_${roles.length}_${process.pid}`;
  roles.push(name);
  await admin.query(`create role ${name} login password '${password}' ${attributes}`);
  return name;
}

function as(name: string, change: Partial<URL> = {}): string {
  return Object.assign(new URL(database.appUrl), { username: name, password, ...change }).href;
}

async function refusalOf(work: Promise<unknown>): Promise<StartUpRefusal> {
  const error: unknown = await work.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof StartUpRefusal)) throw new Error(`Not refused: ${String(error)}`);
  return error;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return (await refusalOf(work)).code;
}

beforeAll(async () => {
  database = await emptyDatabase();
  admin = new pg.Client(database.adminUrl);
  await admin.connect();
  await admin.query(`grant connect on database ${new URL(database.adminUrl).pathname.slice(1)} to public`);
});

afterAll(async () => {
  for (const name of roles) await admin.query(`drop owned by ${name} cascade; drop role ${name}`);
  await admin.end();
  await database.drop();
});

describe('a database is checked before anything in it is changed', () => {
  test('a prepared one passes', async () => {
    await expect(checkDatabase(database)).resolves.toBeUndefined();
  });

  test('one that nobody answers for is refused without showing the password', async () => {
    const port = String(await findFreePort());
    const { code, sentence } = await refusalOf(checkDatabase({ ...database, ownerUrl: as('somebody', { port }) }));
    expect(code).toBe('DATABASE_UNREACHABLE');
    expect(sentence.en).toContain(`127.0.0.1:${port}`);
    expect(sentence.en).toContain('ECONNREFUSED');
    expect(`${sentence.en}${sentence.vi}`).not.toContain(password);
  });

  test('a wrong password and a wrong database name are refused', async () => {
    const { appUrl } = database;
    const wrong = Object.assign(new URL(database.appUrl), { password: 'wrong' }).href;
    expect(await codeOf(checkDatabase({ ownerUrl: database.ownerUrl, appUrl: wrong }))).toBe('DATABASE_UNREACHABLE');
    const nowhere = Object.assign(new URL(database.ownerUrl), { pathname: '/nowhere' }).href;
    expect(await codeOf(checkDatabase({ ownerUrl: nowhere, appUrl }))).toBe('DATABASE_UNREACHABLE');
  });

  test('a server that is too old is refused', async () => {
    const { code, sentence } = await refusalOf(checkDatabase({ ...database, oldest: 990_000 }));
    expect(code).toBe('DATABASE_TOO_OLD');
    expect(sentence.en).toContain('18.4');
  });

  test('two different databases are refused', async () => {
    const other = await emptyDatabase();
    expect(await codeOf(checkDatabase({ ownerUrl: database.ownerUrl, appUrl: other.appUrl }))).toBe('DATABASES_DIFFER');
    await other.drop();
  });

  test.each([
    ['superuser', 'ROLE_SUPERUSER'],
    ['bypassrls', 'ROLE_BYPASSES'],
  ])('a role that is %s is refused, whichever of the two it is', async (attribute, code) => {
    const name = await role(attribute);
    expect(await codeOf(checkDatabase({ ...database, appUrl: as(name) }))).toBe(code);
    expect(await codeOf(checkDatabase({ ...database, ownerUrl: as(name) }))).toBe(code);
  });

  test('one role for both is refused', async () => {
    expect(await codeOf(checkDatabase({ ...database, appUrl: database.ownerUrl }))).toBe('ROLES_EQUAL');
  });

  test('an application role that owns something is refused, and what it owns is named', async () => {
    const name = await role('');
    await expect(checkDatabase({ ...database, appUrl: as(name) })).resolves.toBeUndefined();
    await admin.query(`create table trifle (id int); alter table trifle owner to ${name}`);
    const { code, sentence } = await refusalOf(checkDatabase({ ...database, appUrl: as(name) }));
    await admin.query('drop table trifle');
    expect(code).toBe('APP_ROLE_OWNS');
    expect(sentence.en).toContain('table trifle');
  });

  test('an application role that can become the owner or a superuser is refused', async () => {
    const name = await role('');
    const owner = decodeURIComponent(new URL(database.ownerUrl).username);
    await admin.query(`grant ${owner} to ${name}`);
    expect(await codeOf(checkDatabase({ ...database, appUrl: as(name) }))).toBe('APP_ROLE_MEMBER');
    await admin.query(`revoke ${owner} from ${name}; grant postgres to ${name}`);
    expect(await codeOf(checkDatabase({ ...database, appUrl: as(name) }))).toBe('APP_ROLE_MEMBER');
  });

  test('an owner that may not create is refused', async () => {
    const name = await role('');
    expect(await codeOf(checkDatabase({ ...database, ownerUrl: as(name) }))).toBe('OWNER_MAY_NOT_CREATE');
  });

  test('a database without the extensions is refused, and the missing ones are named', async () => {
    await admin.query('drop extension pg_trgm');
    const { code, sentence } = await refusalOf(checkDatabase(database));
    await admin.query('create extension pg_trgm');
    expect(code).toBe('EXTENSION_MISSING');
    expect(sentence.en).toContain('pg_trgm');
  });
});

describe('a port is checked before the database is started', () => {
  test('a taken one is refused and a free one passes', async () => {
    const port = await findFreePort();
    await expect(checkPort({ port, host: '127.0.0.1' })).resolves.toBeUndefined();
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(port, '127.0.0.1', resolve);
    });
    expect(await codeOf(checkPort({ port, host: '127.0.0.1' }))).toBe('PORT_TAKEN');
    other.close();
  });
});

describe('settings', () => {
  const configOf = (environment: Record<string, string>, args: string[] = []) => readConfig({ environment, args });
  const codeFrom = (environment: Record<string, string>, args: string[] = []) =>
    codeOf(new Promise((resolve) => { resolve(configOf(environment, args)); }));
  const url = 'postgres://role@127.0.0.1/banyan';

  test('without any, a database of our own with demonstration data is meant', () => {
    expect(configOf({})).toMatchObject({ port: 3000, host: '127.0.0.1', demonstration: true, database: { kind: 'EMBEDDED', fresh: false } });
    expect(configOf({ PORT: '', DATABASE_URL: '' }, ['--fresh'])).toMatchObject({ port: 3000, database: { fresh: true } });
  });

  test('with both addresses, that database is meant, without demonstration data unless asked for', () => {
    const both = { DATABASE_URL: url, OWNER_DATABASE_URL: url };
    expect(configOf(both)).toMatchObject({ demonstration: false, database: { kind: 'GIVEN' } });
    expect(configOf({ ...both, DEMO: '1' }).demonstration).toBe(true);
  });

  test('one address without the other is refused', async () => {
    expect(await codeFrom({ DATABASE_URL: url })).toBe('URL_MISSING');
    expect(await codeFrom({ OWNER_DATABASE_URL: url })).toBe('URL_MISSING');
  });

  test('nothing that somebody else runs is begun anew', async () => {
    expect(await codeFrom({ DATABASE_URL: url, OWNER_DATABASE_URL: url }, ['--fresh'])).toBe('FRESH_WITH_GIVEN_DATABASE');
  });

  test('values that make no sense are refused', async () => {
    expect(await codeFrom({ PORT: 'http' })).toBe('SETTING_INVALID');
    expect(await codeFrom({ PORT: '70000' })).toBe('SETTING_INVALID');
    expect(await codeFrom({ DATABASE_URL: 'mysql://x/y', OWNER_DATABASE_URL: url })).toBe('SETTING_INVALID');
    expect(await codeFrom({}, ['--frsh'])).toBe('SETTING_INVALID');
  });
});
