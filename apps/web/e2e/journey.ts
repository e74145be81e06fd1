import { test as base, expect, type Page, type Request } from '@playwright/test';
import { withKeptPage, withNewPage } from './kept-page.ts';
import { signInPage } from './kept-sessions.ts';

/** The accounts of the demonstration, by what they show. */
export const accounts = {
  province: 'board@long-an',
  district: 'staff@can-duoc',
  commune: 'secretary@tra-nu',
  observer: 'observer@long-an',
  present: 'board@song-mau',
  administrator: 'admin@song-mau',
  staff: 'staff@song-mau',
} as const;

interface Journey {
  /** Whether the journey is about what comes over the line to a browser that has been nowhere before. */
  readonly isFirstLook: boolean;
  /** Everything that the console complained about, content policy included. Empty at the end of every journey. */
  readonly complaints: string[];
  /** Complaints that a journey brings about on purpose, such as a request that fails. */
  readonly expected: RegExp | null;
  readonly signIn: (account: string, path?: string) => Promise<void>;
  /** Waits until the page asks for nothing any more. "networkidle" tells it of a load alone; this of any moment. */
  readonly settled: () => Promise<void>;
}

/** How long nothing may be asked before a page counts as settled, in milliseconds. */
const silence = 400;

/** A journey in a browser that knows nothing of the ones before: what the console complains of fails it. */
export const test = base.extend<Journey>({
  isFirstLook: [false, { option: true }],
  page: async ({ browser, viewport, isFirstLook }, use, info) => {
    if (isFirstLook) await withNewPage(browser, use);
    else await withKeptPage(browser, viewport, info, use);
  },
  context: async ({ page }, use) => {
    await use(page.context());
  },
  expected: [null, { option: true }],
  complaints: [
    async ({ page, expected }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await use(complaints);
      // A question under way when a journey ends is nobody's any more.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      expect(complaints.filter((complaint) => !expected?.test(complaint))).toEqual([]);
    },
    { auto: true },
  ],
  settled: [
    async ({ page }, use) => {
      const underWay = new Set<Request>();
      let last = Date.now();
      page.on('request', (request) => {
        // The line of changes stays open for good.
        if (new URL(request.url()).pathname === '/events') return;
        underWay.add(request);
        last = Date.now();
      });
      const end = (request: Request) => {
        underWay.delete(request);
        last = Date.now();
      };
      page.on('requestfinished', end);
      page.on('requestfailed', end);
      await use(async () => {
        await expect.poll(() => underWay.size === 0 && Date.now() - last > silence, { intervals: [50] }).toBe(true);
      });
    },
    { auto: true },
  ],
  signIn: async ({ page }, use) => {
    // Through the API: the form has journeys of its own.
    await use(async (account, path = '/tong-quan') => {
      await signInPage(page.context(), account);
      await page.goto(path);
    });
  },
});

export { expect };
export { password } from './kept-sessions.ts';

/** Chooses the language as somebody has who was here before: at a place of the application that has no page, so that the next one opens in it. */
export async function speak(page: Page, language: string): Promise<void> {
  await page.goto('/readyz');
  await page.evaluate((chosen) => localStorage.setItem('banyan.language', chosen), language);
}

/** Waits until the overview shows the figures of the unit. */
export async function overviewOf(page: Page, unit: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: unit })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Waits until the comparison shows its pictures, or what to choose. */
export async function comparisonOf(page: Page, unit: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: unit })).toBeVisible();
  await expect(page.locator('figure, main section h2').first()).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** The big figure of a card. */
export function figure(page: Page, title: string) {
  return page.locator('section[aria-label="Các số liệu chính"] > div').filter({ has: page.getByRole('heading', { name: title, exact: true }) }).locator('p').first();
}

/** Asks the API with the session of the page. */
export async function ask<T>(page: Page, query: string): Promise<T> {
  const response = await page.request.post('/graphql', {
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' },
    data: { query },
  });
  const body: { data: T; errors?: unknown } = await response.json();
  expect(body.errors).toBeUndefined();
  return body.data;
}

/** The names of the operations that a page sends, in order. */
export function watchOperations(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request: Request) => {
    if (!request.url().endsWith('/graphql')) return;
    const body: { operationName?: string } = request.postDataJSON();
    names.push(body.operationName ?? '');
  });
  return names;
}

/** A number as Vietnamese writes it. */
export function vietnamese(value: number): string {
  return value.toLocaleString('vi-VN');
}

/** Registers a document of the unit of whoever is signed in. */
export async function registered(page: Page, facts: { readonly kind: string; readonly number: string; readonly issuedOn: string; readonly title: string }): Promise<void> {
  const { viewer } = await ask<{ viewer: { unit: { id: string } } }>(page, '{ viewer { unit { id } } }');
  const { kind, ...texts } = facts;
  const written = Object.entries({ unit: viewer.unit.id, ...texts, idempotencyKey: `e2e-${Date.now()}` }).map(([name, text]) => `${name}: ${JSON.stringify(text)}`);
  const { change } = await ask<{ change: { __typename: string } }>(page, `mutation { change: registerDocument(input: { kind: ${kind}, ${written.join(', ')} }) { __typename } }`);
  expect(change.__typename).toBe('RecordChanged');
}
