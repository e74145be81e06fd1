import type { Page } from '@playwright/test';
import { accounts, expect, password, test } from './journey.ts';

/* What each screen says when answers are late, when the server fails, when there is no network; and that it loses nothing of what was typed. */

interface Line {
  /** How long an answer takes, in milliseconds. */
  delay: number;
  /** The names of the questions that fail. */
  failing: RegExp | null;
}

/** The line to the server, which a test makes slow or breaks. */
async function lineOf(page: Page): Promise<Line> {
  const line: Line = { delay: 0, failing: null };
  await page.route('**/graphql', async (route) => {
    const { operationName }: { operationName: string } = route.request().postDataJSON();
    const { delay, failing } = line;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    if (failing?.test(operationName) !== true) return await route.continue();
    const error = { message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'abc-123' } };
    await route.fulfill({ status: 500, json: { errors: [error], data: null } });
  });
  return line;
}

/** Each page, and what stands on it once all is there. */
const pages = [
  { name: 'overview', path: '/tong-quan?ky=2023', shows: 'Đảng bộ huyện Cần Đước' },
  { name: 'tree', path: '/to-chuc?ky=2023', shows: 'Đảng bộ huyện Cần Đước' },
  { name: 'unit', path: '/don-vi/long-an.can-duoc?ky=2023', shows: 'Đảng bộ huyện Cần Đước' },
  { name: 'comparison', path: '/so-sanh?ky=2023&a=long-an.can-duoc', shows: 'Đảng bộ huyện Cần Đước' },
];

/** Each part of a page that asks a question of its own. */
const parts: readonly { question: string; path: string; account?: string; choose?: readonly [label: string, option: string]; shows: string }[] = [
  { question: 'UnitsBelow', path: '/to-chuc?ky=2023', shows: 'Đảng bộ huyện Cần Đước' },
  { question: 'UnitSearch', path: '/to-chuc?ky=2023&tim=can+duoc', shows: 'Đảng bộ huyện Cần Đước' },
  { question: 'UnitList', path: '/to-chuc?ky=2023&xem=danh-sach', shows: '1–100' },
  { question: 'Icicle', path: '/to-chuc?ky=2023&xem=toan-canh', shows: 'Toàn cảnh' },
  { question: 'UnitPeople', path: '/don-vi/long-an.can-duoc?xem=dang-vien', shows: 'Nguyễn' },
  { question: 'UnitChildren', path: '/don-vi/long-an.can-duoc?xem=cap-duoi', shows: 'Chi bộ' },
  { question: 'ComparisonElsewhere', path: '/so-sanh?ky=2023&a=long-an.can-duoc.binh-tan', shows: 'Đảng bộ thị trấn Bình Tân' },
  { question: 'ComparisonYears', path: '/so-sanh?ky=2023&xem=nam&a=long-an.can-duoc', shows: '2019' },
  { question: 'WeekCounts', path: '/ket-nap', account: accounts.staff, shows: 'Xem bảng' },
  { question: 'StageCounts', path: '/nguon', account: accounts.staff, shows: 'đang trên đường vào Đảng,' },
  { question: 'Pipeline', path: '/nguon', account: accounts.staff, shows: '1–50' },
  { question: 'Admissions', path: '/ket-nap', account: accounts.staff, shows: 'còn' },
  { question: 'Evidence', path: '/tong-quan?ky=2023&xem=ket-nap', shows: 'Đúng bằng số liệu' },
  { question: 'Breakdown', path: '/tong-quan?ky=2023', choose: ['Phân tích theo', 'AGE_BAND'], shows: '18–30' },
];

/** A name as it is typed in haste. */
function foldedName(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('Đ', 'D').toLowerCase();
}

test.describe('answers that are late or fail', () => {
  // The browser itself reports the failed request; the page does not.
  test.use({ expected: /Failed to load resource/ });

  for (const { name, path, shows } of pages) {
    test(`${name}: it says that it loads, what failed with its number, that there is no network, and goes on when asked again`, async ({ page, signIn, context }) => {
      const line = await lineOf(page);
      line.delay = 2000;
      await signIn(accounts.province, path);
      await expect(page.getByRole('status').filter({ hasText: 'Đang tải' }).first()).toBeAttached();
      expect(await page.evaluate(() => document.getAnimations().length), 'nothing moves for whoever wants no motion').toBe(0);
      await expect(page.locator('main, [role=dialog]').getByText(shows).filter({ visible: true }).first()).toBeVisible();
      line.delay = 0;
      line.failing = /./;
      await page.reload();
      await expect(page.getByRole('alert')).toContainText('Mã yêu cầu: abc-123');
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      line.failing = null;
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await expect(page.locator('main, [role=dialog]').getByText(shows).filter({ visible: true }).first()).toBeVisible();
      await context.setOffline(true);
      await page.getByRole('button', { name: 'Kỳ trước' }).click();
      await expect(page.getByRole('alert')).toContainText('Không kết nối được với máy chủ');
      await context.setOffline(false);
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await expect(page.locator('main, [role=dialog]').getByText(shows).filter({ visible: true }).first()).toBeVisible();
    });
  }

  for (const { question, path, account = accounts.province, choose, shows } of parts) {
    test(`${question}: where it fails alone, the rest of the page stays`, async ({ page, signIn, settled }) => {
      const line = await lineOf(page);
      line.failing = new RegExp(`^${question}$`);
      await signIn(account, path);
      if (choose) await page.getByLabel(choose[0]).selectOption(choose[1]);
      const again = page.getByRole('button', { name: /Thử lại|tải lại/i }).first();
      await expect(again).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
      await settled();
      line.failing = null;
      await again.click();
      await expect(page.locator('main, [role=dialog]').getByText(shows).filter({ visible: true }).first()).toBeVisible();
      await expect(again).toHaveCount(0);
    });
  }

  for (const { path, shows } of [
    { path: '/tong-quan?ky=2023', shows: 'Đảng bộ huyện Cần Đước' },
    { path: '/to-chuc?ky=2023', shows: 'Cần Đước' },
    { path: '/don-vi/long-an.can-duoc?ky=2023&xem=dang-vien', shows: 'Nguyễn' },
  ]) {
    test(`what was typed at ${path} outlasts a failure and the end of the session`, async ({ page, signIn, context }) => {
      const line = await lineOf(page);
      await signIn(accounts.province, path);
      const box = page.locator('main').getByRole('searchbox');
      await box.fill(foldedName(shows));
      await expect(page.locator('main').getByText(shows).filter({ visible: true }).first()).toBeVisible();
      line.failing = /./;
      await page.getByRole('button', { name: 'Kỳ trước' }).click();
      await expect(page.getByRole('alert')).toContainText('Mã yêu cầu: abc-123');
      line.failing = null;
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await expect(box).toHaveValue(foldedName(shows));
      await expect(page.locator('main').getByText(shows).filter({ visible: true }).first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      await context.clearCookies();
      // Whatever the page asks next meets the end of the session; it may be before the button does.
      await page.getByRole('button', { name: 'Kỳ trước' }).evaluate((button: HTMLElement) => button.click());
      const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã kết thúc' });
      await dialog.getByLabel('Mật khẩu', { exact: true }).fill(password);
      await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
      await expect(dialog).toHaveCount(0);
      await expect(box).toHaveValue(foldedName(shows));
      await expect(page.locator('main').getByText(shows).filter({ visible: true }).first()).toBeVisible();
    });
  }
});
