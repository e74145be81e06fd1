import type { Page, Route } from '@playwright/test';
import { violations } from './axe.ts';
import { openScreen } from './candidates.ts';
import { screens, settledScreen, states, vietnameseWordsOf } from './every-screen.ts';
import { expect, speak, test } from './journey.ts';

/* What holds on every screen of a phone, and in English, with names that would do harm if they were not text. */

/** Names that do harm where they are not shown as text, each with a word that is longer than any place for it. */
const teeth = [
  '<img src=x onerror=alert(1)><script>alert(2)</script>',
  '=HYPERLINK("http://127.0.0.1/","x")',
  'Đảng bộ \u202Eđảo ngược\u2066 chữ',
  'Đảng bộ huyện Cần Đước'.normalize('NFD'),
  `Đảng bộ ${'rất dài '.repeat(24)}`,
].map((tooth) => `${tooth} ${'X'.repeat(200)}`);

/** Gives every name of an answer teeth. A question that the page has left meanwhile has no answer. */
async function bite(route: Route): Promise<void> {
  try {
    const response = await route.fetch();
    const text = await response.text();
    let index = 0;
    const bitten = text.replaceAll(/"(name|fullName|displayName)":"[^"]*"/g, (_, key: string) => `"${key}":${JSON.stringify(teeth[(index += 1) % teeth.length])}`);
    await route.fulfill({ response, body: bitten });
  } catch {
    await route.abort().catch(() => undefined);
  }
}

/** How many pictures and scripts the names have become. */
async function harmed(page: Page): Promise<number> {
  return await page.locator('main img, main script, header img, header script').count();
}

async function overflow(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const { name, path, account } of [...screens, ...states]) {
  test(`every screen on a phone: ${name}`, async ({ page, signIn, request }) => {
    await speak(page, 'EN');
    await page.route('**/graphql', (route) => bite(route));
    await openScreen(path, signIn, request, account);
    await settledScreen(page);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect.soft(await violations(page), 'anybody can use it').toEqual([]);
    expect.soft(await vietnameseWordsOf(page), 'no word of Vietnamese on a phone').toEqual([]);
    expect.soft(await overflow(page), 'nothing stands out of a phone').toBeLessThanOrEqual(0);
    expect.soft(await harmed(page)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    await settledScreen(page);
    expect.soft(await vietnameseWordsOf(page), 'no word of Vietnamese at a desk').toEqual([]);
    expect.soft(await overflow(page), 'nothing stands out of a desk').toBeLessThanOrEqual(0);
    expect(await harmed(page)).toBe(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
}
