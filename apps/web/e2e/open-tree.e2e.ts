import type { Page } from '@playwright/test';
import { accounts, ask, expect, test, vietnamese, watchOperations } from './journey.ts';

const tree = (page: Page) => page.getByRole('treegrid');
const row = (page: Page, name: string) => tree(page).getByRole('row').filter({ hasText: name });

async function openTo(page: Page, level: RegExp): Promise<void> {
  await expect(tree(page).locator('[aria-level="2"]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Mở đến cấp' }).click();
  await page.getByRole('button', { name: level }).click();
}

/** How many lines the tree has, its head not counted. */
async function lines(page: Page): Promise<number> {
  return Number(await tree(page).getAttribute('aria-rowcount')) - 1;
}

interface Kinds {
  readonly viewer: { readonly unit: { readonly counts: { readonly unitsByKind: readonly { readonly count: number; readonly kind: { readonly tier: string } }[] } } };
}

/** How many units there are of some tiers. */
async function unitsOf(page: Page, tiers: readonly string[]): Promise<number> {
  const { viewer } = await ask<Kinds>(page, '{ viewer { unit { counts(asOf: "2023-12-31") { unitsByKind { count kind { tier } } } } } }');
  return viewer.unit.counts.unitsByKind.reduce((sum, { count, kind }) => sum + (tiers.includes(kind.tier) ? count : 0), 0);
}

test('the tree is opened down to a level, wholly, and closed again, by few questions', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023');
  await expect(row(page, 'Đảng bộ huyện Cần Đước')).toBeVisible();
  const operations = watchOperations(page);
  await openTo(page, /^Tổ chức cơ sở đảng/);
  const grassroots = await unitsOf(page, ['PROVINCE', 'UPPER', 'GRASSROOTS']);
  await expect.poll(() => lines(page)).toBe(grassroots);
  expect(operations.length).toBeLessThanOrEqual(4);
  await openTo(page, /^Chi bộ \(mở tất cả\)/);
  const all = grassroots + (await unitsOf(page, ['SECTION', 'CELL', 'GROUP']));
  await expect.poll(() => lines(page)).toBe(all);
  expect(new Set(operations)).toEqual(new Set(['UnitsBelowEach']));
  expect(operations.length).toBeLessThanOrEqual(12);
  expect(await page.locator('*').count()).toBeLessThan(1_500);
  await tree(page).focus();
  await page.keyboard.press('End');
  await expect(tree(page).locator('[data-active]')).toHaveAttribute('aria-rowindex', String(all + 1));
  await page.getByRole('button', { name: 'Thu gọn tất cả' }).click();
  await expect.poll(() => lines(page)).toBe(20);
});

test('what was opened is open again after a look at a unit', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023');
  await openTo(page, /^Tổ chức cơ sở đảng/);
  const grassroots = await unitsOf(page, ['PROVINCE', 'UPPER', 'GRASSROOTS']);
  await expect.poll(() => lines(page)).toBe(grassroots);
  await tree(page).getByRole('link').nth(1).click();
  await expect(page).toHaveURL(/\/don-vi\//);
  const operations = watchOperations(page);
  await page.goBack();
  await expect.poll(() => lines(page)).toBe(grassroots);
  expect(operations.filter((name) => name.startsWith('UnitsBelow'))).toEqual([]);
});

test('an asterisk opens all units beside the one with the focus', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023');
  await expect(row(page, 'Đảng bộ huyện Cần Đước')).toBeVisible();
  const operations = watchOperations(page);
  await tree(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('*');
  await expect.poll(() => lines(page)).toBe(await unitsOf(page, ['PROVINCE', 'UPPER', 'GRASSROOTS']));
  expect(new Set(operations)).toEqual(new Set(['UnitsBelowEach']));
  await expect(tree(page).locator('[data-active]')).toHaveAttribute('aria-rowindex', '3');
});

/** Holds back what is asked about many units at once, until it is let go; some of it then fails. */
async function holdBack(page: Page, isFailing: (question: number) => boolean): Promise<() => void> {
  const { promise: gate, resolve: letGo } = Promise.withResolvers<void>();
  let questions = 0;
  await page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON().operationName !== 'UnitsBelowEach') return await route.continue();
    questions += 1;
    const question = questions;
    await gate;
    await (isFailing(question) ? route.fulfill({ status: 500, body: '{}' }) : route.continue()).catch(() => undefined);
  });
  return letGo;
}

test('opening that takes long tells how far it is, and can be stopped', async ({ page, signIn }) => {
  const letGo = await holdBack(page, () => false);
  await signIn(accounts.province, '/to-chuc?ky=2023');
  await openTo(page, /^Chi bộ \(mở tất cả\)/);
  const all = await unitsOf(page, ['PROVINCE', 'UPPER', 'GRASSROOTS', 'SECTION', 'CELL', 'GROUP']);
  await expect(page.getByText(`Đã tải 20 / ${vietnamese(all)} đơn vị`)).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Mở đến cấp' })).toBeVisible();
  await page.getByRole('button', { name: 'Dừng' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  letGo();
  await page.waitForLoadState('networkidle');
  expect(await lines(page)).toBe(20);
  await openTo(page, /^Chi bộ \(mở tất cả\)/);
  await expect.poll(() => lines(page)).toBe(all);
});

test.describe('where a part fails', () => {
  test.use({ expected: /500/ });

  test('the rest is opened, what is missing is said, and it can be fetched again', async ({ page, signIn }) => {
    const letGo = await holdBack(page, (question) => question === 2);
    letGo();
    await signIn(accounts.province, '/to-chuc?ky=2023');
    await openTo(page, /^Tổ chức cơ sở đảng/);
    await expect(page.getByText(/^Chưa tải được cấp dưới của \d+ đơn vị\./)).toBeVisible();
    const grassroots = await unitsOf(page, ['PROVINCE', 'UPPER', 'GRASSROOTS']);
    const some = await lines(page);
    expect(some).toBeGreaterThan(20);
    expect(some).toBeLessThan(grassroots);
    await page.getByRole('button', { name: 'Thử lại', exact: true }).click();
    await expect.poll(() => lines(page)).toBe(grassroots);
    await expect(page.getByText(/^Chưa tải được cấp dưới của/)).toHaveCount(0);
  });
});
