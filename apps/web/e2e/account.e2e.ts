import { accounts, expect, figure, overviewOf, password, test } from './journey.ts';

const openMenu = { name: /^Tài khoản/ };

test('the language is switched in two clicks and the page stays', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?don-vi=long-an.can-duoc&ky=2023');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  const vietnamese = await figure(page, 'Đảng viên').textContent();
  await page.getByRole('button', openMenu).click();
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { name: 'Units directly below' })).toBeVisible();
  await expect(page).toHaveURL(/don-vi=long-an\.can-duoc&ky=2023/);
  expect(vietnamese).toContain('3.693');
  await expect(page.getByRole('link', { name: /^3,693/ }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Units directly below' })).toBeVisible();
});

test('text grows and stays grown', async ({ page, signIn }) => {
  await signIn(accounts.province);
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('button', openMenu).click();
  await page.getByRole('radio', { name: 'Cỡ lớn nhất' }).check();
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  await expect.poll(size).toBe('18px');
  await page.reload();
  await expect.poll(size).toBe('18px');
});

test('sessions are listed and another one can be ended', async ({ page, signIn, browser, baseURL }) => {
  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const second = await other.newPage();
  await second.goto('/dang-nhap');
  await second.getByLabel('Tài khoản').fill(accounts.present);
  await second.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await second.getByRole('button', { name: 'Đăng nhập' }).click();
  await overviewOf(second, 'Đảng bộ tỉnh Sông Mẫu');
  await signIn(accounts.present);
  await overviewOf(page, 'Đảng bộ tỉnh Sông Mẫu');
  await page.getByRole('button', openMenu).click();
  await page.getByRole('button', { name: 'Phiên đăng nhập' }).click();
  const dialog = page.getByRole('dialog', { name: 'Phiên đăng nhập' });
  await expect(dialog.getByText('Phiên đang dùng')).toBeVisible();
  await dialog.getByRole('button', { name: 'Kết thúc phiên' }).first().click();
  await expect(dialog.getByText('Đã kết thúc phiên.')).toBeVisible();
  await other.close();
});

test('signing out leaves nothing behind', async ({ page, signIn, context }) => {
  await signIn(accounts.province);
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('button', openMenu).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page).toHaveURL(/\/dang-nhap/);
  await expect(page.getByText('Đã đăng xuất.')).toBeVisible();
  const kept = await page.evaluate(() => [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage)).join(' '));
  expect(kept).not.toMatch(/52\.?439|long-an|period-hint/);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  expect((await context.cookies()).filter(({ value }) => value !== '')).toEqual([]);
  await page.goto('/tong-quan');
  await expect(page).toHaveURL(/\/dang-nhap/);
  await expect(page.getByText('52.439')).toHaveCount(0);
});

test('when the session ends, what was typed is kept and the same person goes on', async ({ page, signIn, context, settled }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('searchbox').fill('can duoc');
  await settled();
  await context.clearCookies();
  await page.getByRole('button', { name: 'Kỳ trước' }).click();
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã kết thúc' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel('Mật khẩu', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Kỳ số liệu: Năm 2022/ })).toBeVisible();
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await expect(page.getByRole('searchbox')).toHaveValue('can duoc');
});

test('somebody else who signed in elsewhere gets a page of their own', async ({ page, signIn, context }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.waitForLoadState('networkidle');
  await context.clearCookies();
  const answer = await page.request.post('/graphql', {
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' },
    data: { query: `mutation { signIn(input: { account: "${accounts.district}", password: "${password}" }) { __typename } }` },
  });
  expect(await answer.text()).toContain('SignInSucceeded');
  await page.getByRole('button', { name: 'Kỳ trước' }).click();
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  await expect(page.getByText('52.439')).toHaveCount(0);
});
