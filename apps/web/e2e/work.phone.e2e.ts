import type { Page } from '@playwright/test';
import { aCell, candidateAt, colleague, ownUnit } from './candidates.ts';
import { accounts, expect, test } from './journey.ts';

async function overflow(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The buttons and links to act by that a thumb would miss. */
async function small(page: Page): Promise<unknown[]> {
  return await page
    .locator('main button:visible, main select:visible, main td a:visible, nav[aria-label="Điều hướng chính"] a:visible')
    .evaluateAll((elements) => elements.map((element) => ({ text: element.textContent, height: element.getBoundingClientRect().height })).filter(({ height }) => height < 44));
}

test('a secretary begins with what is to be done: cards with one wide button, done in two taps', async ({ page, signIn, request }) => {
  const unit = await ownUnit(await colleague(request, 'secretary@song-mau'));
  const staff = await colleague(request, accounts.staff);
  const made = await candidateAt(staff, 'ADMISSION_DECIDED', { cell: await aCell(staff, 0, unit), ceremonyAgo: 35 });
  await signIn('secretary@song-mau', '/');
  await expect(page).toHaveURL(/\/viec$/);
  const links = page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link');
  await expect(links).toHaveText(['Việc cần làm', 'Nguồn', 'Kết nạp']);
  const button = page.getByRole('button', { name: `Ghi ngày kết nạp ${made.name}` });
  const box = await button.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(48);
  expect(box?.width).toBeGreaterThan(280);
  expect(await overflow(page)).toBe(0);
  expect(await small(page)).toEqual([]);
  await button.tap();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Ghi ngày kết nạp', exact: true }).tap();
  await expect(panel).toContainText('Đã ghi');
});

test('the pages without a place in the bar are one tap further, and the way there shows that one of them is open', async ({ page, signIn }) => {
  await signIn('staff@an-kieu', '/viec');
  const bar = page.getByRole('navigation', { name: 'Điều hướng chính' });
  const others = bar.getByRole('button', { name: 'Khác' });
  await expect(others).not.toHaveAttribute('aria-current');
  await others.tap();
  const sheet = page.getByRole('dialog', { name: 'Các trang khác' });
  await expect(sheet.getByRole('link')).toHaveText(['Tổng quan', 'Chuyển sinh hoạt', 'Chỉ tiêu', 'Kế hoạch năm', 'Theo dõi', 'Phụ trách', 'Văn bản', 'Tổ chức', 'So sánh', 'Cần lưu ý', 'Quy định']);
  expect(await small(page)).toEqual([]);
  await sheet.getByRole('link', { name: 'Chuyển sinh hoạt' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chuyển sinh hoạt');
  await expect(sheet).toHaveCount(0);
  await expect(others).toHaveAttribute('aria-current', 'true');
  expect(await overflow(page)).toBe(0);
});

test('a board has the figures first', async ({ page, signIn }) => {
  await signIn(accounts.province, '/');
  const bar = page.getByRole('navigation', { name: 'Điều hướng chính' });
  await expect(bar.getByRole('link')).toHaveText(['Tổng quan', 'Việc cần làm', 'Nguồn']);
  await expect(bar.getByRole('button', { name: 'Khác' })).toBeVisible();
});

test('the stages are tabs with their numbers, the cards of one below', async ({ page, signIn }) => {
  await signIn('staff@an-kieu', '/nguon');
  const stages = page.getByRole('group', { name: 'Các bước' });
  await expect(stages.getByRole('button', { pressed: true })).toHaveCount(1);
  await stages.getByRole('button', { name: /^Trình duyệt/ }).tap();
  await expect(page).toHaveURL(/buoc=trinh-duyet/);
  await expect(page.getByRole('article').first()).toContainText(/\d+\/\d+ giấy tờ/);
  expect(await overflow(page)).toBe(0);
  expect(await small(page)).toEqual([]);
});

for (const tab of ['', '?xem=da-gui']) {
  test(`letters of transfer fit a phone: ${tab}`, async ({ page, signIn }) => {
    await signIn('staff@an-kieu', `/chuyen-sinh-hoat${tab}`);
    await expect(page.getByRole('table')).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    expect(await overflow(page)).toBe(0);
    expect(await small(page)).toEqual([]);
  });
}

for (const [path, account] of [['/van-ban', 'staff@an-kieu'], ['/ke-hoach', 'secretary@song-mau'], ['/vuong-mac', 'staff@an-kieu'], ['/vuong-mac?xem=don-doc', 'secretary@song-mau'], ['/vuong-mac?xem=kiem-tra', 'staff@an-kieu']] as const) {
  test(`what units keep fits a phone: ${path}`, async ({ page, signIn }) => {
    await signIn(account, path);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await page.waitForLoadState('networkidle');
    expect(await overflow(page)).toBe(0);
    expect(await small(page)).toEqual([]);
  });
}

for (const tab of ['', '?xem=du-bi', '?xem=qua-han', '?xem=cong-nhan']) {
  test(`admission and probation fits a phone: ${tab}`, async ({ page, signIn }) => {
    await signIn('staff@an-kieu', `/ket-nap${tab}`);
    await expect(page.getByRole('heading', { level: 2 }).nth(1)).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    expect(await overflow(page)).toBe(0);
    expect(await small(page)).toEqual([]);
  });
}

test('a document of the register is picked with two taps, from a list that lies between the bars', async ({ page, signIn }) => {
  const year = new Date().getFullYear();
  await signIn(accounts.staff, `/chi-tieu?ky=${year}`);
  await page.getByRole('row').filter({ hasText: 'Đưa vào danh sách cảm tình Đảng' }).getByRole('link', { name: /phân bổ/i }).tap();
  const field = page.getByRole('combobox', { name: /^Số văn bản/ });
  await field.tap();
  const list = page.getByRole('listbox', { name: 'Văn bản trong sổ' });
  await expect(list).toBeVisible();
  expect(await overflow(page)).toBe(0);
  const [box, bar] = [(await list.boundingBox())!, (await page.getByRole('navigation', { name: 'Điều hướng chính' }).boundingBox())!];
  expect(box.y).toBeGreaterThan(0);
  expect(box.y + box.height).toBeLessThanOrEqual(bar.y);
  const first = list.getByRole('option').first();
  expect((await first.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  const number = (await first.locator('strong').textContent()) ?? '';
  await first.tap();
  await expect(list).toHaveCount(0);
  await expect(field).toHaveValue(number);
});
