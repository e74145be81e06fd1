import { accounts, expect, figure, overviewOf, password, test } from './journey.ts';

const wrong = 'Tài khoản hoặc mật khẩu không đúng.';

test('somebody signs in and sees the unit of their grant', async ({ page }) => {
  await page.goto('/dang-nhap');
  await page.getByLabel('Tài khoản').fill(accounts.province);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await expect(figure(page, 'Đảng viên')).toContainText('52.439');
});

test('signing in leads back to the page that was asked for', async ({ page }) => {
  await page.goto('/tong-quan?don-vi=long-an.can-duoc&ky=2020');
  await expect(page).toHaveURL(/\/dang-nhap\?tiep=/);
  await page.getByLabel('Tài khoản').fill(accounts.province);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  expect(new URL(page.url()).search).toBe('?don-vi=long-an.can-duoc&ky=2020');
});

test('an Enter that comes before the script of the page is kept', async ({ page }) => {
  let arrives = (): void => undefined;
  const arrival = new Promise<void>((resolve) => (arrives = resolve));
  await page.route(/assets\/sign-in-.*\.js/, async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto('/dang-nhap', { waitUntil: 'commit' });
  await page.getByLabel('Tài khoản').fill(accounts.province);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  arrives();
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
});

test('a wrong password and an unknown account are refused in the same words', async ({ page }) => {
  await page.goto('/dang-nhap');
  for (const account of ['admin@song-mau', 'nobody@nowhere']) {
    await page.getByLabel('Tài khoản').fill(account);
    await page.getByLabel('Mật khẩu', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await expect(page.getByRole('alert')).toHaveText(wrong);
    await expect(page.getByLabel('Tài khoản')).toHaveValue(account);
  }
});

test('too many attempts wait, and the seconds are shown', async ({ page }) => {
  await page.goto('/dang-nhap');
  const submit = page.getByRole('button', { name: 'Đăng nhập' });
  await page.getByLabel('Tài khoản').fill('somebody@who-keeps-trying');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('wrong');
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await submit.click();
    const alert = page.getByRole('alert');
    await expect(alert).not.toBeEmpty();
    if (/sau \d+ giây/.test((await alert.textContent()) ?? '')) break;
  }
  await expect(page.getByRole('alert')).toContainText(/sau \d+ giây/);
  await expect(submit).toHaveAttribute('aria-disabled', 'true');
});

test('missing fields are named and get the focus', async ({ page }) => {
  await page.goto('/dang-nhap');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByText('Nhập tài khoản.')).toBeVisible();
  await expect(page.getByText('Nhập mật khẩu.')).toBeVisible();
  await expect(page.getByLabel('Tài khoản')).toBeFocused();
});

test('the password can be shown', async ({ page }) => {
  await page.goto('/dang-nhap');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('bí mật');
  await page.getByRole('button', { name: 'Hiện mật khẩu' }).click();
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Ẩn mật khẩu' }).click();
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toHaveAttribute('type', 'password');
});

test('the page speaks English on request and remembers it', async ({ page }) => {
  await page.goto('/dang-nhap');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await page.reload();
  await expect(page.getByLabel('Account')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test.describe('the first time', () => {
  test.use({ isFirstLook: true });

  test('the page is light: 70 kB with its fonts', async ({ page, context }) => {
    const network = await context.newCDPSession(page);
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await network.send('Network.enable');
    await page.goto('/dang-nhap');
    await page.waitForLoadState('networkidle');
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(70_000);
  });
});
