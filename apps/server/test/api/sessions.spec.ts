import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../../src/contexts/access/index.ts';
import { postFacts } from '../../src/contexts/ledger/index.ts';
import { ask, closeUnit, credentialOf, fact, found, insertAccount, insertGrant, insertRoot, insertSession, opaque, startTestServer, type Asking, type TestAccount, type TestServer } from './support.ts';

const password = 'một mật khẩu dài và lạ';
const whoAmI = '{ viewer { role account { name } unit { code } grants { id role unit { code } } sessions { id current network } } }';

interface Viewer {
  viewer: { role: string; account: { name: string }; unit: { code: string }; grants: { id: string; role: string; unit: { code: string } }[]; sessions: { id: string; current: boolean; network: string }[] } | null;
}

let on: TestServer;
let root: string;
let district: string;
let cell: string;
let board: TestAccount;

beforeAll(async () => {
  on = await startTestServer();
  root = await insertRoot(on.owner, 'tinh');
  board = await insertAccount(on.owner, 'ban@tinh', 'BOARD', root, await hashPassword(password));
  district = await found(on, board.credential, { code: 'tinh.huyen', kind: 'DISTRICT_PARTY', parentId: root });
  cell = await found(on, board.credential, { code: 'tinh.huyen.chi-bo', kind: 'GRASSROOTS_CELL', parentId: district });
});

afterAll(() => on.stop());

async function viewerOf(secret: string | null): Promise<Viewer['viewer']> {
  return (await ask<Viewer>(on, whoAmI, {}, { secret })).data?.viewer ?? null;
}

async function signIn(asking: Asking = {}) {
  const answer = await ask<{ signIn: { __typename: string } }>(on, 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', { input: { account: 'ban@tinh', password } }, asking);
  expect(answer.data?.signIn.__typename).toBe('SignInSucceeded');
  return answer.cookies.find((cookie) => cookie.name === 'sid')!;
}

async function switchTo(secret: string, grantId: string) {
  return await ask<{ switchGrant: { __typename: string; code?: string } }>(
    on,
    'mutation ($grant: ID!) { switchGrant(grant: $grant) { __typename ... on SwitchGrantRefused { code message(language: EN) } ... on SwitchGrantSucceeded { viewer { role unit { code } } } } }',
    { grant: opaque('Grant', grantId) },
    { secret },
  );
}

/** A grant of the board's account for one test, with a session of its own under it. */
async function another(role: string, unitId: string, name = `account-${randomUUID()}`): Promise<TestAccount> {
  return await insertAccount(on.owner, name, role, unitId);
}

describe('the session cookie', () => {
  test('on loopback is sid, HttpOnly, SameSite=Lax, for the whole site and eight hours, and 256 bits long', async () => {
    const cookie = await signIn();
    expect(cookie).toMatchObject({ name: 'sid', path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 28_800 });
    expect(cookie).not.toHaveProperty('secure');
    expect(cookie).not.toHaveProperty('domain');
    expect(Buffer.from(cookie.value, 'base64url')).toHaveLength(32);
  });

  test('stands in the database as a hash only', async () => {
    const { value } = await signIn();
    const { rows } = await on.owner.query<{ text: string }>('select s::text as text from session s');
    expect(rows.some((row) => row.text.includes(credentialOf(value)))).toBe(true);
    expect(rows.some((row) => row.text.includes(value))).toBe(false);
  });

  test.each(['', 'x', '0'.repeat(43), `${'a'.repeat(43)}; sid=other`, "' or true --"])('with the value %j opens nothing', async (value) => {
    expect(await viewerOf(value)).toBeNull();
  });
});

describe('a sign-in', () => {
  test('gives a new secret and ends the session that this browser had', async () => {
    const first = await signIn();
    const second = await signIn({ secret: first.value });
    expect(second.value).not.toBe(first.value);
    expect(await viewerOf(first.value)).toBeNull();
    expect((await viewerOf(second.value))?.account.name).toBe('ban@tinh');
  });

  test('does not take up a secret that was planted', async () => {
    const planted = Buffer.alloc(32, 7).toString('base64url');
    const cookie = await signIn({ secret: planted });
    expect(cookie.value).not.toBe(planted);
    expect(await viewerOf(planted)).toBeNull();
  });
});

describe('a session', () => {
  test('ends at once by signing out, and its cookie is cleared', async () => {
    const { value } = await signIn();
    const answer = await ask(on, 'mutation { signOut { ... on SignOutSucceeded { signedOut } } }', {}, { secret: value });
    expect(answer.cookies.find((cookie) => cookie.name === 'sid')).toMatchObject({ value: '', path: '/' });
    expect(await viewerOf(value)).toBeNull();
    const { rowCount } = await on.owner.query(`select from session where credential_hash = decode($1, 'hex')`, [credentialOf(value)]);
    expect(rowCount).toBe(0);
  });

  test('stands in the list of its account and can be ended from another', async () => {
    const account = await another('STAFF', district);
    const elsewhere = await insertSession(on.owner, account.accountId, account.grantId);
    const sessions = (await viewerOf(account.secret))?.sessions ?? [];
    expect(sessions.map((session) => session.current).toSorted()).toEqual([false, true]);
    const ended = await ask<{ endSession: { __typename: string } }>(on, 'mutation ($session: ID!) { endSession(session: $session) { __typename } }', { session: sessions.find((session) => !session.current)!.id }, { secret: account.secret });
    expect(ended.data?.endSession.__typename).toBe('EndSessionSucceeded');
    expect(await viewerOf(elsewhere.secret)).toBeNull();
    expect((await viewerOf(account.secret))?.sessions).toHaveLength(1);
  });

  test('of somebody else cannot be ended, or told from one that is not there', async () => {
    const [mine, theirs] = [await another('STAFF', district), await another('STAFF', district)];
    const id = (await viewerOf(theirs.secret))!.sessions[0]!.id;
    const answers = await Promise.all(
      [id, opaque('Session', randomUUID()), 'nonsense'].map(async (session) =>
        (await ask(on, 'mutation ($session: ID!) { endSession(session: $session) { ... on EndSessionRefused { code } } }', { session }, { secret: mine.secret })).body),
    );
    expect(new Set(answers)).toEqual(new Set(['{"data":{"endSession":{"code":"NOT_FOUND"}}}\n']));
    expect(await viewerOf(theirs.secret)).not.toBeNull();
  });

  test.each([
    ['after 60 idle minutes', `last_seen_at = now() - interval '61 minutes'`],
    ['after eight hours however busy', `expires_at = now() - interval '1 second'`],
  ])('ends %s', async (_, change) => {
    const account = await another('STAFF', district);
    expect(await viewerOf(account.secret)).not.toBeNull();
    await on.owner.query(`update session set ${change} where account_id = $1`, [account.accountId]);
    expect(await viewerOf(account.secret)).toBeNull();
  });

  test('is kept alive by being used', async () => {
    const account = await another('STAFF', district);
    await on.owner.query(`update session set last_seen_at = now() - interval '50 minutes' where account_id = $1`, [account.accountId]);
    await viewerOf(account.secret);
    await expect.poll(async () => (await on.owner.query<{ fresh: boolean }>(`select last_seen_at > now() - interval '2 minutes' as fresh from session where account_id = $1`, [account.accountId])).rows[0]?.fresh).toBe(true);
  });
});

describe('nothing is left at the next request of', () => {
  test.each([
    ['a revoked grant', `update access_grant set valid = daterange('2000-01-01', app.today()) where account_id = $1`],
    ['a grant that has not begun', `update access_grant set valid = daterange(app.today() + 1, null) where account_id = $1`],
    ['an account that is closed', 'update account set active = false where id = $1'],
    ['a deleted session', 'delete from session where account_id = $1'],
  ])('%s', async (_, change) => {
    const account = await another('STAFF', district);
    expect((await viewerOf(account.secret))?.unit.code).toBe('tinh.huyen');
    await on.owner.query(change, [account.accountId]);
    expect(await viewerOf(account.secret)).toBeNull();
    const answer = await ask(on, '{ unit(code: "tinh.huyen") { code } }', {}, { secret: account.secret });
    expect(answer.errors.map((error) => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  test('a closed unit', async () => {
    const unit = await found(on, board.credential, { code: 'tinh.dong', kind: 'DISTRICT_PARTY', parentId: root });
    const account = await another('STAFF', unit);
    expect(await viewerOf(account.secret)).not.toBeNull();
    expect(await on.server.database.write(board.credential, (transaction) => closeUnit(transaction, { unitId: unit, on: '2026-01-01', successorIds: [] }))).toEqual({});
    expect(await viewerOf(account.secret)).toBeNull();
  });
});

describe('an account with several grants', () => {
  test('acts under one at a time, and switches under a new secret', async () => {
    const account = await another('BOARD', root);
    const grant = await insertGrant(on.owner, account.accountId, 'SECRETARY', cell);
    const before = await viewerOf(account.secret);
    expect(before?.grants.map((known) => [known.role, known.unit.code])).toEqual([['BOARD', 'tinh'], ['SECRETARY', 'tinh.huyen.chi-bo']]);
    const switched = await switchTo(account.secret, grant);
    expect(switched.data?.switchGrant).toEqual({ __typename: 'SwitchGrantSucceeded', viewer: { role: 'SECRETARY', unit: { code: 'tinh.huyen.chi-bo' } } });
    const { value } = switched.cookies.find((cookie) => cookie.name === 'sid')!;
    expect(value).not.toBe(account.secret);
    expect(await viewerOf(account.secret)).toBeNull();
    expect((await ask(on, '{ unit(code: "tinh") { code } }', {}, { secret: value })).data).toEqual({ unit: null });
    // A grant that is revoked while it is not acting can no longer be taken up.
    await on.owner.query('delete from access_grant where id = $1', [account.grantId]);
    expect((await switchTo(value, account.grantId)).data?.switchGrant).toMatchObject({ code: 'NOT_FOUND' });
  });

  test("cannot switch to somebody else's grant, or without a session", async () => {
    const account = await another('STAFF', district);
    expect((await switchTo(account.secret, board.grantId)).data?.switchGrant).toMatchObject({ code: 'NOT_FOUND' });
    expect((await switchTo(Buffer.alloc(32, 1).toString('base64url'), board.grantId)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await viewerOf(account.secret))?.unit.code).toBe('tinh.huyen');
  });
});

test('reading a person leaves a line in the audit log, and so does a refusal; a failed log means no answer', async () => {
  const personId = randomUUID();
  await on.owner.query(`insert into person (id, unit_id, position, full_name, birth_date, gender, youth_union, occupation, enterprise_relation, education, state)
    select $1, id, lo, 'Nguyễn Thử Nghiệm', '1990-01-01', 'F', 'NO', 'WORKER', 'NOT_APPLICABLE', 'UPPER_SECONDARY', 'OFFICIAL' from unit where id = $2`, [personId, cell]);
  await on.server.database.write(board.credential, (transaction) => postFacts(transaction, [fact('OPENING_OFFICIAL', personId, cell, '2020-01-01')]));
  const [staff, observer] = [await another('STAFF', district), await another('OBSERVER', district)];
  await on.owner.query('delete from audit_event');
  const question = 'query ($id: ID!) { person(id: $id) { fullName } }';
  const id = opaque('Person', personId);
  expect((await ask(on, question, { id }, { secret: staff.secret })).data).toEqual({ person: { fullName: 'Nguyễn Thử Nghiệm' } });
  expect((await ask(on, question, { id }, { secret: observer.secret })).errors[0]?.extensions.code).toBe('FORBIDDEN_FOR_ROLE');
  const { rows } = await on.owner.query<{ account_id: string; result: string; subject_id: string | null; action: string }>('select account_id, result, subject_id, action from audit_event order by id');
  expect(rows).toMatchObject([
    { account_id: staff.accountId, result: 'DONE', subject_id: personId, action: 'person.read' },
    { account_id: observer.accountId, result: 'REFUSED' },
  ]);
  await on.owner.query('revoke insert on audit_event from banyan_app');
  const unlogged = await ask(on, question, { id }, { secret: staff.secret });
  expect(unlogged.body).not.toContain('Nguyễn');
  expect(unlogged.status).toBeGreaterThanOrEqual(500);
});
