import type { Locator, Page } from '@playwright/test';
import { candidateAt, colleague, typed } from './candidates.ts';
import { accounts, comparisonOf, expect, overviewOf, password, test } from './journey.ts';

/* Everything is done by keyboard alone: no mouse is touched here. That Tab goes through every screen is shown with all else that holds on each. */

/** Presses Tab until a thing has the focus. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${wanted.toString()}`);
}

async function press(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await reach(page, wanted);
  await page.keyboard.press(key);
}

const province = 'Đảng bộ tỉnh Long An';

test('somebody signs in, finds who fell behind, goes down to them and back, and signs out', async ({ page }) => {
  await page.goto('/dang-nhap');
  await expect(page.getByLabel('Tài khoản')).toBeFocused();
  await page.keyboard.type(accounts.province);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await overviewOf(page, province);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await press(page, page.getByRole('button', { name: 'Xem các đơn vị này' }));
  const worst = page.locator('table').first().locator('tbody th a').first();
  const name = (await worst.textContent()) ?? '';
  await press(page, worst);
  await overviewOf(page, name);
  // The browser's own way back: Alt and the left arrow.
  await page.goBack();
  await overviewOf(page, province);
  await press(page, page.getByRole('button', { name: /^Tài khoản/ }));
  await press(page, page.getByRole('button', { name: 'Đăng xuất' }));
  await expect(page).toHaveURL(/\/dang-nhap/);
});

test('a list behind a figure is opened, read and closed, and the focus returns to the figure', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023&don-vi=long-an.can-duoc');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  const figure = page.getByRole('link', { name: /Xem danh sách: Kết nạp/ }).first();
  await press(page, figure);
  const panel = page.getByRole('dialog');
  await expect(panel).toBeVisible();
  await press(page, panel.locator('li a').first());
  await expect(panel.locator('h3')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(figure).toBeFocused();
});

test('a member is found by name from anywhere, and closing the search leaves the focus where it was', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, province);
  const filter = page.getByRole('main').getByRole('searchbox');
  await reach(page, filter);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(filter).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('ben luc');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Bến Lức/);
});

test('three units are compared', async ({ page, signIn }) => {
  await signIn(accounts.province, '/so-sanh?ky=2023');
  await comparisonOf(page, province);
  for (const typed of ['can duoc', 'ben luc', 'duc hoa']) {
    await press(page, page.getByRole('button', { name: /Thêm đơn vị|Chọn đơn vị/ }).first());
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type(typed);
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await expect(page).toHaveURL(/a=long-an\.can-duoc,long-an\.ben-luc,long-an\.duc-hoa/);
});

test('a page is saved under a name, and the language changed', async ({ page, signIn }) => {
  await signIn(accounts.district, '/tong-quan?ky=2022');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  await press(page, page.getByRole('button', { name: 'Chế độ xem' }));
  await reach(page, page.getByLabel('Tên chế độ xem'));
  await page.keyboard.type('Bằng bàn phím');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Bằng bàn phím' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Chế độ xem' })).toBeFocused();
  await press(page, page.getByRole('button', { name: /^Tài khoản/ }));
  await reach(page, page.getByRole('radio', { name: 'Tiếng Việt' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a step is recorded and taken back, and the focus comes back to where it was', async ({ page, signIn, request }) => {
  const staff = await colleague(request, accounts.staff);
  const { person, name } = await candidateAt(staff, 'ADMISSION_DECIDED');
  const day = typed(staff.daysAgo(7));
  await signIn(accounts.staff, `/nguoi/${person}`);
  const opener = page.getByRole('main').getByRole('button', { name: 'Ghi ngày kết nạp' });
  await press(page, opener);
  const panel = page.getByRole('dialog', { name });
  await reach(page, panel.getByLabel('Ngày', { exact: true }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(day);
  await page.keyboard.press('Enter');
  await expect(panel.getByText(`Đã ghi: Lễ kết nạp, ngày ${day}.`)).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Xong' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(panel.getByRole('button', { name: 'Hoàn tác' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Đã hoàn tác. Hồ sơ trở lại: Chờ lễ kết nạp.')).toBeVisible();
  await press(page, panel.getByRole('button', { name: 'Bước khác…' }));
  await press(page, panel.getByRole('button', { name: /^Gia hạn/ }));
  await expect(panel.getByLabel('Lý do')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('the cell of a new candidate is found, changed and found again', async ({ page, signIn }) => {
  await signIn(accounts.staff, '/nguon/them');
  const find = page.getByRole('searchbox', { name: /^Tìm chi bộ/ });
  await reach(page, find);
  await page.keyboard.type('chi bo thon 1');
  const found = page.getByRole('list', { name: 'Kết quả' }).getByRole('button');
  await expect(found.nth(1)).toBeVisible();
  await expect(found.nth(1)).toContainText('Thôn 1');
  for (const [key, place] of [['ArrowDown', found.nth(0)], ['ArrowDown', found.nth(1)], ['ArrowUp', found.nth(0)], ['ArrowUp', find], ['Enter', found.nth(0)]] as const) {
    await page.keyboard.press(key);
    await expect(place).toBeFocused();
  }
  const name = (await found.first().textContent()) ?? '';
  await page.keyboard.press('Enter');
  const change = page.getByRole('button', { name: 'Chọn chi bộ khác' });
  await expect(change).toBeFocused();
  await expect(page.getByRole('group', { name: 'Chi bộ' })).toContainText(name);
  // Nothing was sent by any of it.
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(find).toBeFocused();
});
