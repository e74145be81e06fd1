import { accounts, expect, figure, overviewOf, test } from './journey.ts';

test('a figure opens the list behind it, as long as the figure says', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?don-vi=long-an.can-duoc&ky=2023');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  const value = Number((await figure(page, 'Kết nạp').textContent())?.replaceAll('.', ''));
  await figure(page, 'Kết nạp').getByRole('link').click();
  const panel = page.getByRole('dialog', { name: 'Kết nạp' });
  await expect(panel.getByText(`${value} người`, { exact: true })).toBeVisible();
  await expect(panel.getByText('Đúng bằng số liệu')).toBeVisible();
  const rows = panel.locator('ul > li:has(button[aria-expanded])');
  while ((await rows.count()) < value) {
    const before = await rows.count();
    await panel.getByRole('button', { name: /^Xem thêm/ }).click();
    await expect.poll(() => rows.count()).toBeGreaterThan(before);
  }
  expect(await rows.count()).toBe(value);
  await rows.first().getByRole('button').click();
  await expect(rows.first()).toContainText('Ngày xảy ra');
  await expect(rows.first()).toContainText('Ngày ghi');
});

test('the panel lives in the address; Escape closes it and gives the focus back', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?don-vi=long-an.can-duoc&ky=2023');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  await figure(page, 'Công nhận chính thức').getByRole('link').click();
  await expect(page).toHaveURL(/xem=cong-nhan/);
  await expect(page.getByRole('dialog', { name: 'Công nhận chính thức' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).not.toHaveURL(/xem=/);
  await expect(figure(page, 'Công nhận chính thức').getByRole('link')).toBeFocused();
});

test('a person of the list opens in the panel, and going back finds the list', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?don-vi=long-an.can-duoc&ky=2023&xem=ket-nap');
  const panel = page.getByRole('dialog');
  const name = panel.locator('li a').first();
  const text = (await name.textContent()) ?? '';
  await name.click();
  await expect(panel.getByRole('heading', { name: text })).toBeVisible();
  await expect(panel.getByText('Lễ kết nạp')).toBeVisible();
  await expect(panel.getByText('Ngày chính thức')).toBeVisible();
  await panel.getByRole('button', { name: 'Về danh sách' }).click();
  await expect(panel.getByText('Đúng bằng số liệu')).toBeVisible();
});

test('a slice of a breakdown opens its own list', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023&phan-tich=nghe-nghiep');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Học sinh' }) });
  await expect(row.getByRole('link')).toHaveText('54');
  await row.getByRole('link').click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByText('Nghề nghiệp: Học sinh')).toBeVisible();
  await expect(panel.getByText('54 người', { exact: true })).toBeVisible();
  await expect(panel.getByText('Đúng bằng số liệu')).toBeVisible();
});

test('a count of units lists units, each of which opens its overview', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023&xem=thanh-lap');
  const panel = page.getByRole('dialog', { name: 'Đơn vị thành lập' });
  const unit = panel.locator('li a').first();
  const name = (await unit.textContent()) ?? '';
  await unit.click();
  await overviewOf(page, name);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
