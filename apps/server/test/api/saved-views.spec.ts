import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, dataOf, insertAccount, insertGrant, insertRoot, insertSession, opaque, startTestServer, type TestAccount, type TestServer } from './support.ts';

const saving = `mutation ($name: String!, $address: String!) { saveView(input: { name: $name, address: $address }) {
  __typename ... on SaveViewSucceeded { view { id name address createdAt } } ... on SaveViewRefused { code message } } }`;
const deleting = 'mutation ($view: ID!) { deleteView(view: $view) { __typename ... on DeleteViewSucceeded { view } ... on DeleteViewRefused { code message } } }';

interface View {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}
type Saved = { __typename: string; view?: View; code?: string; message?: string };

let on: TestServer;
let root: string;

beforeAll(async () => {
  on = await startTestServer();
  root = await insertRoot(on.owner, 'tinh');
});

afterAll(() => on.stop());

async function somebody(role = 'STAFF'): Promise<TestAccount> {
  return await insertAccount(on.owner, `account-${randomUUID()}`, role, root);
}

async function save(secret: string, name: string, address = '/tong-quan?ky=2023'): Promise<Saved> {
  return (await dataOf<{ saveView: Saved }>(on, secret, saving, { name, address })).saveView;
}

async function remove(secret: string, view: string): Promise<Saved> {
  return (await dataOf<{ deleteView: Saved }>(on, secret, deleting, { view })).deleteView;
}

async function viewsOf(secret: string): Promise<View[]> {
  return (await dataOf<{ viewer: { views: View[] } }>(on, secret, '{ viewer { views { id name address } } }')).viewer.views;
}

test('a view says when it was saved, as every instant is written', async () => {
  const account = await somebody();
  const begun = Date.now();
  const { view } = (await dataOf<{ saveView: { view: { createdAt: string } } }>(on, account.secret, saving, { name: 'một', address: '/a' })).saveView;
  const [listed] = (await dataOf<{ viewer: { views: { createdAt: string }[] } }>(on, account.secret, '{ viewer { views { createdAt } } }')).viewer.views;
  expect(view.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(listed?.createdAt).toBe(view.createdAt);
  expect(Math.abs(Date.parse(view.createdAt) - begun)).toBeLessThan(5_000);
});

describe('a saved view', () => {
  test.each(['ADMINISTRATOR', 'STAFF', 'BOARD', 'SECRETARY', 'AUDITOR', 'OBSERVER'])('is kept, listed and deleted by its %s', async (role) => {
    const { secret } = await somebody(role);
    const first = await save(secret, 'Năm 2023');
    const second = await save(secret, 'Cần Đước, quý III', '/tong-quan?don-vi=long-an.can-duoc&ky=2023-Q3');
    expect([first.__typename, second.__typename]).toEqual(['SaveViewSucceeded', 'SaveViewSucceeded']);
    expect((await viewsOf(secret)).map(({ name, address }) => [name, address])).toEqual([
      ['Năm 2023', '/tong-quan?ky=2023'],
      ['Cần Đước, quý III', '/tong-quan?don-vi=long-an.can-duoc&ky=2023-Q3'],
    ]);
    expect(await remove(secret, first.view!.id)).toEqual({ __typename: 'DeleteViewSucceeded', view: first.view!.id });
    expect((await viewsOf(secret)).map(({ name }) => name)).toEqual(['Cần Đước, quý III']);
  });

  test('is nobody else\'s: not listed, and not told from one that is not there', async () => {
    const [mine, theirs] = [await somebody(), await somebody()];
    const { view } = await save(theirs.secret, 'Của người khác');
    expect(await viewsOf(mine.secret)).toEqual([]);
    const answers = await Promise.all([view!.id, opaque('SavedView', randomUUID()), opaque('Session', randomUUID()), 'nonsense'].map(async (id) => (await ask(on, deleting, { view: id }, { secret: mine.secret })).body));
    expect(new Set(answers)).toEqual(new Set(['{"data":{"deleteView":{"__typename":"DeleteViewRefused","code":"NOT_FOUND","message":"Không tìm thấy chế độ xem này."}}}\n']));
    expect(await viewsOf(theirs.secret)).toHaveLength(1);
  });

  test('is offered under the grant that it was saved under, and under no other', async () => {
    const account = await somebody('BOARD');
    const grant = await insertGrant(on.owner, account.accountId, 'OBSERVER', root);
    const other = await insertSession(on.owner, account.accountId, grant);
    const { view } = await save(account.secret, 'Như lãnh đạo');
    expect(await viewsOf(other.secret)).toEqual([]);
    expect(await remove(other.secret, view!.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await save(other.secret, 'Như lãnh đạo', '/tong-quan')).toMatchObject({ __typename: 'SaveViewSucceeded' });
    expect((await viewsOf(account.secret)).map(({ address }) => address)).toEqual(['/tong-quan?ky=2023']);
  });

  test('goes with its grant', async () => {
    const account = await somebody();
    await save(account.secret, 'Một');
    await on.owner.query('delete from access_grant where id = $1', [account.grantId]);
    expect((await on.owner.query('select from saved_view where account_id = $1', [account.accountId])).rowCount).toBe(0);
  });

  test('is neither saved nor deleted without a session', async () => {
    const { secret } = await somebody();
    const { view } = await save(secret, 'Một');
    for (const [mutation, variables] of [[saving, { name: 'x', address: '/' }], [deleting, { view: view!.id }]] as const) {
      expect((await ask(on, mutation, variables)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
    expect(await viewsOf(secret)).toHaveLength(1);
  });
});

describe('what is saved', () => {
  test('has its name in composed form, without spaces around it', async () => {
    const { secret } = await somebody();
    expect(await save(secret, `  ${'Cần Đước'.normalize('NFD')}`)).toMatchObject({ view: { name: 'Cần Đước' } });
    expect(await save(secret, 'x'.repeat(80))).toMatchObject({ __typename: 'SaveViewSucceeded' });
  });

  test.each(['', '  ', 'x'.repeat(81), 'a\u0007', 'a\nb', 'a\u202eb', 'a\u2067b'])('has no name like %j', async (name) => {
    const { secret } = await somebody();
    expect(await save(secret, name)).toMatchObject({ code: 'BAD_NAME', message: 'Tên phải có từ 1 đến 80 ký tự và không có ký tự điều khiển.' });
    expect(await viewsOf(secret)).toEqual([]);
  });

  test.each(['', 'tong-quan', '//host/x', '/\\host', '/.//host', 'https://host/', 'javascript:alert(1)', '/a b', '/a\u0007', `/${'a'.repeat(1_000)}`])('has no address like %j', async (address) => {
    const { secret } = await somebody();
    expect(await save(secret, 'Một', address)).toMatchObject({ code: 'BAD_ADDRESS' });
    expect(await viewsOf(secret)).toEqual([]);
  });

  test('may not have a name twice, however it is written', async () => {
    const { secret } = await somebody();
    await save(secret, 'View one');
    expect(await save(secret, 'VIEW ONE ')).toMatchObject({ code: 'NAME_TAKEN' });
    expect(await viewsOf(secret)).toHaveLength(1);
  });

  test('are 50 views at most, whatever the grant and however many are saved at once', async () => {
    const account = await somebody('BOARD');
    const other = await insertSession(on.owner, account.accountId, await insertGrant(on.owner, account.accountId, 'OBSERVER', root));
    await on.owner.query(`insert into saved_view (account_id, grant_id, name, address) select $1, $2, 'view ' || n, '/' from generate_series(1, 47) n`, [account.accountId, account.grantId]);
    const codes = await Promise.all(Array.from({ length: 6 }, async (_, index) => (await save(index % 2 ? other.secret : account.secret, `new ${index}`)).code ?? 'SAVED'));
    expect(codes.toSorted()).toEqual(['SAVED', 'SAVED', 'SAVED', 'TOO_MANY', 'TOO_MANY', 'TOO_MANY']);
  });

  test('of a grant that has ended take nobody’s place', async () => {
    const account = await somebody('BOARD');
    const ended = await insertGrant(on.owner, account.accountId, 'OBSERVER', root);
    await on.owner.query(`insert into saved_view (account_id, grant_id, name, address) select $1, $2, 'view ' || n, '/' from generate_series(1, 50) n`, [account.accountId, ended]);
    expect(await save(account.secret, 'one more')).toMatchObject({ code: 'TOO_MANY' });
    await on.owner.query(`update access_grant set valid = daterange('2020-01-01', '2021-01-01') where id = $1`, [ended]);
    expect(await save(account.secret, 'one more')).toMatchObject({ view: { name: 'one more' } });
  });
});

test('saving and deleting leave a line in the audit log, with the id and neither name nor address', async () => {
  const account = await somebody();
  const { view } = await save(account.secret, 'Riêng của tôi', '/tong-quan?don-vi=rieng');
  await remove(account.secret, view!.id);
  await save(account.secret, 'x', 'y');
  const { rows } = await on.owner.query<{ action: string; result: string; subject_kind: string; subject_id: string; line: string }>(
    'select action, result, subject_kind, subject_id, a::text as line from audit_event a where account_id = $1 order by id',
    [account.accountId],
  );
  const id = Buffer.from(view!.id, 'base64url').toString().split(':')[1];
  expect(rows).toMatchObject(['view.save', 'view.delete'].map((action) => ({ action, result: 'DONE', subject_kind: 'SavedView', subject_id: id })));
  expect(rows.some(({ line }) => /riêng|rieng/i.test(line))).toBe(false);
});

describe('the database itself', () => {
  const inserting = 'insert into saved_view (account_id, grant_id, name, address) select $1, $2, $3 || i, $4 from generate_series(1, $5::int) i';

  async function insert(account: TestAccount, { name = 'n', address = '/a', count = 1 }: { name?: string; address?: string; count?: number }): Promise<string> {
    try {
      await on.server.database.write(account.credential, async (transaction) => {
        const actor = transaction.actor!;
        await transaction.query(inserting, [actor.accountId, actor.grantId, name, address, count]);
      });
      return 'inserted';
    } catch (error) {
      return (error as { constraint?: string }).constraint ?? (error as { cause?: { constraint?: string } }).cause?.constraint ?? String(error);
    }
  }

  test('keeps no more than fifty views of an account, in one statement or in several at once', async () => {
    const account = await somebody();
    expect(await insert(account, { count: 51 })).toBe('saved_view_at_most');
    const both = await Promise.all([insert(account, { name: 'a', count: 30 }), insert(account, { name: 'b', count: 30 })]);
    expect(both.toSorted()).toEqual(['inserted', 'saved_view_at_most']);
  });

  test.each([['/.//evil.example'], ['/%2e//evil.example'], ['/\t/evil.example'], ['/a\n\tjavascript:x'], ['/a//b'], ['/a#b'], ['/\\evil.example']])('keeps no address such as %j', async (address) => {
    expect(await insert(await somebody(), { address })).toBe('saved_view_address_form');
  });

  test.each([['a\u202Eb'], ['a\u200Bb'], ['a\u0007b']])('keeps no name such as %j', async (name) => {
    expect(await insert(await somebody(), { name })).toBe('saved_view_name_form');
  });
});
