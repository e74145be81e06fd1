import { accounts, expect, overviewOf, password, test } from './journey.ts';

test('the question mark opens the help of the page, and the way back leads to the same view', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?don-vi=long-an.can-duoc&ky=2023');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  await page.getByRole('link', { name: 'Trợ giúp cho trang này' }).click();
  await expect(page).toHaveURL(/\/tro-giup\?trang=tong-quan$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Trợ giúp' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Tổng quan' })).toBeVisible();
  await expect(page).toHaveTitle('Trợ giúp: Tổng quan – Banyan');
  await page.getByRole('button', { name: 'Quay lại' }).click();
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  await expect(page).toHaveURL(/don-vi=long-an\.can-duoc&ky=2023$/);
});

test('the help can be opened by its address, in both languages', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tro-giup');
  await expect(page.getByRole('heading', { level: 2, name: 'Tổng quan' })).toBeVisible();
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
  await expect(page.locator('article')).not.toContainText(/[ăâđêôơưạ]/i);
});

test.describe('without a network', () => {
  test.use({ expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED/ });

  test('help that was opened once is there again', async ({ page, signIn, context }) => {
    await signIn(accounts.province, '/tong-quan?ky=2023');
    await overviewOf(page, 'Đảng bộ tỉnh Long An');
    await page.getByRole('link', { name: 'Trợ giúp cho trang này' }).click();
    await page.getByRole('button', { name: 'Quay lại' }).click();
    await overviewOf(page, 'Đảng bộ tỉnh Long An');
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Trợ giúp cho trang này' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Tổng quan' })).toBeVisible();
    await context.setOffline(false);
  });
});

test('five minutes before a session ends one may stay, and nothing that was typed is lost', async ({ page, signIn }) => {
  await page.clock.install();
  await signIn(accounts.district, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  await page.getByRole('searchbox').fill('tan');
  const ends = async () => await page.waitForResponse((response) => (response.request().postData() ?? '').includes('query SessionEnd'));
  const warning = page.getByText(/Phiên làm việc còn \d phút\./);
  await Promise.all([ends(), page.clock.fastForward(11_000)]);
  await expect(warning).toHaveCount(0);
  // Nobody has used it for almost an hour: one question is enough.
  await page.clock.fastForward(56 * 60_000);
  await expect(warning).toBeVisible();
  await Promise.all([ends(), page.getByRole('button', { name: 'Ở lại' }).click()]);
  await expect(warning).toHaveCount(0);
  await Promise.all([ends(), page.clock.fastForward(7 * 3_600_000)]);
  // Its timers count from when the page has taken the answer in, a moment after it came: the clock goes on until they have run.
  await expect(async () => {
    await page.clock.fastForward(11_000);
    await expect(warning).toBeVisible({ timeout: 300 });
  }).toPass({ timeout: 6_000 });
  await page.getByRole('button', { name: 'Ở lại' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ở lại làm việc' });
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toHaveValue('tan');
});
