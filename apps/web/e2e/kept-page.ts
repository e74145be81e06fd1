import type { Browser, Page, TestInfo } from '@playwright/test';

/*
 * A page that one journey leaves to the next of its worker: what a browser has read and compiled once it need not again, which is half of
 * what the first look at a screen costs. Nothing else is left. A journey that failed, or did what cannot be taken back, leaves no page.
 */

interface Kept {
  readonly page: Page;
  /** Whether something was done to the page that cannot be taken back. */
  isSpoiled: boolean;
}

/** Of the worker: each has a process of its own. */
let kept: Kept | null = null;

async function open(browser: Browser): Promise<Kept> {
  const context = await browser.newContext();
  const opened: Kept = { page: await context.newPage(), isSpoiled: false };
  const { page } = opened;
  const spoils = <Of extends object, Name extends keyof Of>(of: Of, name: Name) => {
    const done = of[name];
    if (typeof done !== 'function') return;
    Object.assign(of, {
      [name]: (...given: unknown[]): unknown => {
        opened.isSpoiled = true;
        return Reflect.apply(done, of, given);
      },
    });
  };
  spoils(page, 'addInitScript');
  spoils(page.clock, 'install');
  spoils(context, 'addInitScript');
  spoils(context, 'newCDPSession');
  return opened;
}

/** Makes a page as good as new. It stays at the origin of the application, beside it: elsewhere the browser would begin a new process. */
async function clear(page: Page, viewport: { width: number; height: number } | null): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  for (const event of ['console', 'pageerror', 'request', 'response', 'requestfinished', 'requestfailed', 'dialog', 'download'] as const) page.removeAllListeners(event);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  // Before the session goes: a page that still asks would be told so, and leave for the sign-in.
  await page.goto('/readyz');
  await context.clearCookies();
  await context.clearPermissions();
  await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, contrast: null, reducedMotion: 'reduce' });
  if (viewport) await page.setViewportSize(viewport);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
}

/** Gives a journey the page that the one before left, or a new one. */
export async function withKeptPage(browser: Browser, viewport: { width: number; height: number } | null, info: TestInfo, use: (page: Page) => Promise<void>): Promise<void> {
  const own = kept ?? (await open(browser));
  kept = null;
  await use(own.page);
  if (own.isSpoiled || own.page.isClosed() || info.status !== info.expectedStatus || process.env['TRACE'] === '1') {
    await own.page.context().close();
    return;
  }
  await clear(own.page, viewport);
  kept = own;
}

/** Gives a journey a page of a browser that has been nowhere before. */
export async function withNewPage(browser: Browser, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  await use(await context.newPage());
  await context.close();
}
