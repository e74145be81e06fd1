import type { APIRequestContext, BrowserContext, Cookie } from '@playwright/test';

/*
 * Sessions that one journey leaves to the next of its worker: to check a password takes 60 ms of a core on purpose, and signing in has
 * journeys of its own. A session that has ended is not given to anybody.
 */

/** The password of every account of the demonstration. */
export const password = 'banyan-demo';

const headers = { 'content-type': 'application/json', 'apollo-require-preflight': '1' };

/** Of the worker: each has a process of its own. A page and a colleague beside it never share one: what somebody does oneself looks different. */
const kept = new Map<string, Cookie>();

async function answer(request: APIRequestContext, data: object, more: object = {}): Promise<string> {
  return await (await request.post('/graphql', { headers: { ...headers, ...more }, data })).text();
}

async function signIn(request: APIRequestContext, account: string): Promise<Cookie> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
  const said = await answer(request, { query, variables: { input: { account, password } } });
  if (!said.includes('SignInSucceeded')) throw new Error(`${account} cannot sign in: ${said}`);
  const { cookies } = await request.storageState();
  const cookie = cookies.find(({ name }) => name === 'sid');
  if (!cookie) throw new Error(`${account} has signed in without a session`);
  return cookie;
}

/** The cookie of a session of an account: one that a journey has left, or a new one. */
async function sessionOf(request: APIRequestContext, who: 'page' | 'colleague', account: string): Promise<Cookie> {
  const place = `${who} ${account}`;
  const left = kept.get(place);
  const holds = left !== undefined && (await answer(request, { query: '{ viewer { account { name } } }' }, asking(left))).includes(`"${account}"`);
  const cookie = holds ? left : await signIn(request, account);
  kept.set(place, cookie);
  return cookie;
}

function asking({ name, value }: Cookie): { cookie: string } {
  return { cookie: `${name}=${value}` };
}

/** Signs a browser in. */
export async function signInPage(context: BrowserContext, account: string): Promise<void> {
  await context.addCookies([await sessionOf(context.request, 'page', account)]);
}

/** What somebody beside the page sends with each question. */
export async function signInColleague(request: APIRequestContext, account: string): Promise<Readonly<Record<string, string>>> {
  return { ...headers, ...asking(await sessionOf(request, 'colleague', account)) };
}
