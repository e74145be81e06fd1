import { demonstrationAccounts, demonstrationPassword } from '@banyan/demo';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { hashPassword } from '../../src/contexts/access/index.ts';
import { signInLimits } from '../../src/contexts/access/application/sign-in-limits.ts';
import { ask, insertAccount, insertRoot, startTestServer, type Answer, type TestServer } from './support.ts';

const verified = vi.hoisted(() => vi.fn());
vi.mock('@node-rs/argon2', async (original) => {
  const actual = await original<typeof import('@node-rs/argon2')>();
  return {
    ...actual,
    verify: async (...args: Parameters<typeof actual.verify>) => {
      verified(...args);
      return await actual.verify(...args);
    },
  };
});

const password = 'một mật khẩu dài và lạ';
const refusal = '... on SignInRefused { code retryAfterSeconds message }';
const signInMutation = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on SignInSucceeded { viewer { role account { name } } } ${refusal} } }`;

interface SignIn {
  signIn: { __typename: string; code?: string; retryAfterSeconds?: number | null };
}

let on: TestServer;
let root: string;
let passwordHash: string;
let networks = 0;

beforeAll(async () => {
  on = await startTestServer();
  root = await insertRoot(on.owner, 'tinh');
  passwordHash = await hashPassword(password);
  await insertAccount(on.owner, 'ban@tinh', 'BOARD', root, passwordHash);
  await insertAccount(on.owner, 'khac@tinh', 'BOARD', root, passwordHash);
});

afterAll(() => on.stop());

beforeEach(() => {
  // Waits are counted in the server's own time: it stands still, so that a slow machine does not outwait them.
  vi.useFakeTimers({ toFake: ['Date'] });
  verified.mockClear();
  networks += 1;
});

afterEach(async () => {
  vi.useRealTimers();
  await on.owner.query('delete from sign_in_attempt');
});

/** Each test comes from a network of its own. */
function network(more = 0): string {
  return `10.1.${more}.${networks}`;
}

function signIn(account: string, presented: string, asking: { remoteAddress?: string; server?: TestServer; secret?: string } = {}): Promise<Answer<SignIn>> {
  const { server = on, remoteAddress = network(), secret } = asking;
  return ask<SignIn>(server, signInMutation, { input: { account, password: presented } }, { remoteAddress, ...(secret ? { secret } : {}) });
}

async function codes(answers: Promise<Answer<SignIn>>[]): Promise<string[]> {
  return (await Promise.all(answers)).map((answer) => answer.data?.signIn.code ?? answer.data?.signIn.__typename ?? answer.body);
}

async function fail(times: number, account = 'ban@tinh'): Promise<void> {
  for (let time = 0; time < times; time += 1) expect((await signIn(account, 'sai')).data?.signIn.code).toBe('WRONG_CREDENTIALS');
}

describe('a password', () => {
  test('is kept as argon2id with 64 MiB, three passes and one lane', () => {
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  });

  test('opens a session in whatever case the account is written and whatever form the letters have', async () => {
    expect((await signIn('BAN@tinh', password.normalize('NFD'))).data?.signIn.__typename).toBe('SignInSucceeded');
  });

  test('of the demonstration opens nothing where the demonstration was not loaded', async () => {
    for (const [index, { name }] of demonstrationAccounts.entries()) {
      expect((await signIn(name, demonstrationPassword, { remoteAddress: network(index) })).data?.signIn.code).toBe('WRONG_CREDENTIALS');
    }
  });

  test.each(['\ud800', '', ' ', "' or true --", 'x'.repeat(100_000)])('for the odd account %j is as wrong as any', async (account) => {
    const answer = await signIn(account, password);
    expect(answer.data?.signIn.code).toBe('WRONG_CREDENTIALS');
    expect(verified).toHaveBeenCalledTimes(1);
  });
});

test('the character NUL in an account is refused as bad input', async () => {
  const answer = await signIn('ban@tinh\u0000', password);
  expect(answer.errors.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(answer.body).not.toMatch(/invalid byte|UTF8/);
});

describe('unknown and wrong', () => {
  test('get the same answer to the byte', async () => {
    const [unknown, wrong] = [await signIn('nobody@tinh', 'sai'), await signIn('ban@tinh', 'sai')];
    expect(unknown.body).toBe(wrong.body);
    expect(unknown.status).toBe(wrong.status);
    expect(Object.keys(unknown.headers)).toEqual(Object.keys(wrong.headers));
    expect(unknown.cookies).toEqual([]);
  });

  test('take the same work and the same time', async () => {
    const times: Record<'nobody@tinh' | 'ban@tinh', number[]> = { 'nobody@tinh': [], 'ban@tinh': [] };
    for (let round = 0; round < 4; round += 1) {
      for (const account of ['nobody@tinh', 'ban@tinh'] as const) {
        // Time of this process alone: the clock would time whatever works beside.
        const began = process.cpuUsage();
        await signIn(account, 'sai', { remoteAddress: network(round) });
        const { user, system } = process.cpuUsage(began);
        times[account].push(user + system);
      }
    }
    const parameters = verified.mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4).join('$'));
    expect(new Set(parameters).size).toBe(1);
    expect(parameters).toHaveLength(8);
    const [unknown, wrong] = [Math.min(...times['nobody@tinh']), Math.min(...times['ban@tinh'])];
    expect(Math.max(unknown, wrong) / Math.min(unknown, wrong)).toBeLessThan(2);
  });
});

describe('the wait', () => {
  test('begins after five failures and doubles with each', async () => {
    await fail(5);
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const refused = await signIn('ban@tinh', 'sai');
      expect(refused.data?.signIn.code).toBe('WAIT');
      const wait = refused.data?.signIn.retryAfterSeconds ?? 0;
      waits.push(wait);
      vi.setSystemTime(Date.now() + wait * 1_000 - 1);
      expect((await signIn('ban@tinh', password)).data?.signIn.code).toBe('WAIT');
      vi.setSystemTime(Date.now() + 2);
      expect((await signIn('ban@tinh', 'sai')).data?.signIn.code).toBe('WRONG_CREDENTIALS');
    }
    expect(waits).toEqual([2, 4, 8, 16]);
    expect(verified).toHaveBeenCalledTimes(9);
  });

  test('holds for the right password too, and verifies nothing meanwhile', async () => {
    await fail(5);
    verified.mockClear();
    expect((await signIn('ban@tinh', password)).data?.signIn.code).toBe('WAIT');
    expect(verified).not.toHaveBeenCalled();
  });

  test('counts account and network together: others go on', async () => {
    await fail(5);
    expect((await signIn('ban@tinh', 'sai')).data?.signIn.code).toBe('WAIT');
    expect((await signIn('khac@tinh', password)).data?.signIn.__typename).toBe('SignInSucceeded');
    expect((await signIn('ban@tinh', password, { remoteAddress: network(9) })).data?.signIn.__typename).toBe('SignInSucceeded');
  });

  test('takes one network for the 64 bits that a site of IPv6 has', async () => {
    for (let index = 0; index < 5; index += 1) await signIn('ban@tinh', 'sai', { remoteAddress: `2001:db8:1:1::${index}` });
    expect((await signIn('ban@tinh', 'sai', { remoteAddress: '2001:db8:1:1:ffff::9' })).data?.signIn.code).toBe('WAIT');
    expect((await signIn('ban@tinh', 'sai', { remoteAddress: '2001:db8:1:2::1' })).data?.signIn.code).toBe('WRONG_CREDENTIALS');
  });

  test('counts ten aliases of one document one by one', async () => {
    const aliases = Array.from({ length: 10 }, (_, index) => `a${index}: signIn(input: $input) { ${refusal} }`).join(' ');
    const answer = await ask<Record<string, { code: string }>>(on, `mutation ($input: SignInInput!) { ${aliases} }`, { input: { account: 'ban@tinh', password: 'sai' } }, { remoteAddress: network() });
    const given = Object.values(answer.data ?? {}).map((outcome) => outcome.code);
    expect(given).toEqual([...Array<string>(5).fill('WRONG_CREDENTIALS'), ...Array<string>(5).fill('WAIT')]);
    expect(verified).toHaveBeenCalledTimes(5);
  });

  test('counts twenty requests at once one by one', async () => {
    const given = await codes(Array.from({ length: 20 }, () => signIn('ban@tinh', 'sai')));
    expect(given.filter((code) => code === 'WRONG_CREDENTIALS').length).toBeLessThanOrEqual(5);
    expect(given.filter((code) => code !== 'WRONG_CREDENTIALS' && code !== 'WAIT')).toEqual([]);
    expect(verified.mock.calls.length).toBeLessThanOrEqual(5);
  });

  test('lets one pass of two of which one begins the wait while the other looks for it', async () => {
    const { pool } = on.server.database;
    const limits = signInLimits(pool);
    for (let time = 0; time < 4; time += 1) expect(await limits.take('ban@tinh', network())).toBe(0);
    let reached: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const atTheWait = new Promise<void>((resolve) => (reached = resolve));
    const hold = new Promise<void>((resolve) => (goOn = resolve));
    const slow = new Proxy(pool, {
      get: (target, name) => {
        if (name !== 'query') return Reflect.get(target, name) as unknown;
        return async (asked: { text: string; values: unknown[] }) => {
          if (asked.values.some((value) => String(value).startsWith('delay:'))) {
            reached();
            await hold;
          }
          return await target.query(asked);
        };
      },
    });
    const fifth = signInLimits(slow).take('ban@tinh', network());
    await atTheWait;
    const sixth = await limits.take('ban@tinh', network());
    goOn();
    expect([await fifth, sixth].filter((seconds) => seconds === 0)).toHaveLength(1);
  });

  test('cannot be slipped by writing the account in another way', async () => {
    for (const account of ['ban@tinh', 'BAN@TINH', 'Ban@tinh', 'bAN@tinh', 'ban@TINH']) await signIn(account, 'sai');
    expect((await signIn('baN@tinh', 'sai')).data?.signIn.code).toBe('WAIT');
  });

  test('survives a restart of the server', async () => {
    await fail(5);
    const restarted = await startTestServer(on.database);
    expect((await signIn('ban@tinh', password, { server: restarted })).data?.signIn.code).toBe('WAIT');
    await restarted.stop();
  });

  test('is forgotten by a right password in time', async () => {
    await fail(4);
    expect((await signIn('ban@tinh', password)).data?.signIn.__typename).toBe('SignInSucceeded');
    await fail(4);
    expect((await signIn('ban@tinh', password)).data?.signIn.__typename).toBe('SignInSucceeded');
  });

  test('of a whole network begins after a hundred failures, whatever the accounts', async () => {
    for (let index = 0; index < 2; index += 1) await signIn(`nobody${index}@tinh`, 'sai');
    await on.owner.query(`update sign_in_attempt set points = 100 where key like 'network%'`);
    verified.mockClear();
    expect((await signIn('anybody@tinh', 'sai')).data?.signIn.code).toBe('WAIT');
    expect(verified).not.toHaveBeenCalled();
  });

  test('tells who tried nowhere in the table', async () => {
    await fail(1);
    const { rows } = await on.owner.query<{ text: string }>('select string_agg(a::text, $1) as text from sign_in_attempt a', ['\n']);
    expect(rows[0]?.text).not.toMatch(/tinh|10\.1\./);
  });
});

describe('the audit log', () => {
  test('has a line for a sign-in and for each refusal, with ids and codes and nothing that was typed', async () => {
    await on.owner.query('delete from audit_event');
    await signIn('ban@tinh', password);
    await signIn('ban@tinh', 'tuyệt mật');
    await signIn('nobody@tinh', 'tuyệt mật');
    const { rows } = await on.owner.query<{ action: string; result: string; code: string | null; account_id: string | null; network: string }>(
      'select action, result, code, account_id, network from audit_event order by id',
    );
    expect(rows.map((row) => [row.action, row.result, row.code])).toEqual([
      ['account.signIn', 'DONE', null],
      ['account.signIn', 'REFUSED', 'WRONG_CREDENTIALS'],
      ['account.signIn', 'REFUSED', 'WRONG_CREDENTIALS'],
    ]);
    expect(rows[0]?.account_id).toMatch(/^[0-9a-f-]{36}$/);
    expect(rows.every((row) => row.network === network())).toBe(true);
    expect(JSON.stringify(rows)).not.toMatch(/tuyệt mật|nobody|ban@/);
  });
});
