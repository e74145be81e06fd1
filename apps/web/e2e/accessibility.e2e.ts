import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { accounts, expect, overviewOf, test } from './journey.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function violations(page: Page, exclude: string[] = []): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    `axe.run({ exclude: ${JSON.stringify(exclude.map((selector) => [selector]))} }, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations)`,
  );
  return (found as Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${failureSummary.slice(0, 300)}`),
  );
}

for (const language of ['VI', 'EN'] as const) {
  test.describe(`in ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await page.addInitScript((chosen) => localStorage.setItem('banyan.language', chosen), language);
    });

    const signInHere = async (page: Page, path: string, account: string = accounts.province) => {
      await page.goto(`/dang-nhap?tiep=${encodeURIComponent(path)}`);
      await page.locator('#account').fill(account);
      await page.locator('#password').fill('banyan-demo');
      await page.locator('[type=submit]').click();
      await page.waitForURL((url) => url.pathname !== '/dang-nhap');
    };

    test('the sign-in page, empty and refused', async ({ page }) => {
      await page.goto('/dang-nhap');
      expect(await violations(page)).toEqual([]);
      await page.locator('[type=submit]').click();
      expect(await violations(page)).toEqual([]);
    });

    test('the overview of a province', async ({ page }) => {
      await signInHere(page, '/tong-quan?ky=2020-10-16/2024-06-30&phan-tich=nghe-nghiep');
      await overviewOf(page, 'Đảng bộ tỉnh Long An');
      expect(await violations(page)).toEqual([]);
    });

    test('the overview of a district in columns, with its table open', async ({ page }) => {
      await signInHere(page, '/tong-quan?don-vi=long-an.can-duoc&ky=2023&bieu-do=tung-ky');
      await overviewOf(page, 'Đảng bộ huyện Cần Đước');
      await page.getByRole('button', { name: /^(Xem bảng|Show table)$/ }).click();
      expect(await violations(page)).toEqual([]);
    });

    test('a unit without units below', async ({ page }) => {
      await signInHere(page, '/tong-quan?ky=2021', accounts.commune);
      await overviewOf(page, 'Đảng bộ xã Trà Nú');
      await page.locator('main a').filter({ hasText: /^Chi bộ/ }).first().click();
      await expect(page.getByRole('heading', { name: /^(Danh sách đảng viên|People)$/ })).toBeVisible();
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      expect(await violations(page)).toEqual([]);
    });

    test('the overview of an observer', async ({ page }) => {
      await signInHere(page, '/tong-quan?phan-tich=ton-giao', accounts.observer);
      await overviewOf(page, 'Đảng bộ tỉnh Long An');
      expect(await violations(page)).toEqual([]);
    });

    test('the list behind a figure, an entry and a person', async ({ page }) => {
      await signInHere(page, '/tong-quan?don-vi=long-an.can-duoc&ky=2023&xem=ket-nap');
      const panel = page.getByRole('dialog');
      await panel.locator('button[aria-expanded]').first().click();
      expect(await violations(page)).toEqual([]);
      await panel.locator('li a').first().click();
      await expect(panel.locator('h3')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('the period picker, each form of it', async ({ page }) => {
      await signInHere(page, '/tong-quan?ky=2023');
      await overviewOf(page, 'Đảng bộ tỉnh Long An');
      await page.getByRole('button', { name: /^(Kỳ số liệu|Period):/ }).click();
      const forms = page.getByRole('radiogroup', { name: /^(Loại kỳ|Kind of period)$/ }).getByRole('radio');
      for (let index = 0; index < 6; index += 1) {
        await forms.nth(index).check();
        expect(await violations(page)).toEqual([]);
      }
    });

    test('the account menu and the sessions', async ({ page }) => {
      await signInHere(page, '/tong-quan?ky=2023');
      await overviewOf(page, 'Đảng bộ tỉnh Long An');
      await page.getByRole('button', { name: /^(Tài khoản|Account) / }).click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: /^(Phiên đăng nhập|Sign-in sessions)$/ }).click();
      await expect(page.getByText(/^(Phiên đang dùng|This session)$/)).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('a session that has ended', async ({ page, context }) => {
      await signInHere(page, '/tong-quan?ky=2023');
      await overviewOf(page, 'Đảng bộ tỉnh Long An');
      await context.clearCookies();
      await page.getByRole('button', { name: /^(Kỳ trước|Period before)$/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('a period without figures', async ({ page }) => {
      await signInHere(page, '/tong-quan?ky=2001');
      await overviewOf(page, 'Đảng bộ tỉnh Long An');
      expect(await violations(page)).toEqual([]);
    });

    test('a unit that is not found', async ({ page }) => {
      await signInHere(page, '/tong-quan?don-vi=nowhere');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('the explorer around its editor', async ({ page }) => {
      await page.goto('/explorer');
      await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
      expect(await violations(page, ['.graphiql-container .monaco-editor', '.graphiql-tabs'])).toEqual([]);
    });
  });
}
