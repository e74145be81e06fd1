import { candidateAt, colleague } from './candidates.ts';
import { accounts, expect, test } from './journey.ts';
import { Hand } from './hand.ts';

const title = 'Việc cần làm';

for (const [account, path] of [
  [accounts.district, '/viec'],
  [accounts.commune, '/viec'],
  [accounts.province, '/tong-quan'],
  [accounts.observer, '/tong-quan'],
] as const) {
  test(`signing in leads ${account} to ${path}, and so does the first page`, async ({ page }) => {
    await page.goto('/dang-nhap');
    await page.getByLabel('Tài khoản').fill(account);
    await page.getByLabel('Mật khẩu', { exact: true }).fill('banyan-demo');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.goto('/');
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    const links = page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link');
    await expect(links).toHaveText(
      account === accounts.observer
        ? ['Tổng quan', 'Tổ chức', 'Chỉ tiêu', 'So sánh', 'Quy định']
        : ['Việc cần làm', 'Tổng quan', 'Nguồn phát triển', 'Kết nạp – dự bị', 'Chuyển sinh hoạt', 'Chỉ tiêu', 'Kế hoạch năm', 'Theo dõi', 'Phụ trách', 'Văn bản', 'Tổ chức', 'So sánh', 'Cần lưu ý', 'Quy định'],
    );
  });
}

test('an address that was asked for is opened, whoever signs in', async ({ page }) => {
  await page.goto('/dang-nhap?tiep=%2Ftong-quan%3Fky%3D2022');
  await page.getByLabel('Tài khoản').fill(accounts.district);
  await page.getByLabel('Mật khẩu', { exact: true }).fill('banyan-demo');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page).toHaveURL(/\/tong-quan\?ky=2022$/);
});

test('a role that sees sums alone is told that this page is not for it', async ({ page, signIn }) => {
  await signIn(accounts.observer, '/viec');
  await expect(page.getByRole('heading', { level: 1, name: 'Không xem được nội dung này' })).toBeVisible();
  await expect(page).toHaveTitle('Không xem được nội dung này – Banyan');
  await page.getByRole('main').getByRole('link', { name: 'Tổng quan' }).click();
  await expect(page).toHaveURL(/\/tong-quan/);
});

test('somebody whose decision has arrived is admitted with two clicks and a number', async ({ page, signIn, request }) => {
  const staff = await colleague(request, accounts.district);
  const made = await candidateAt(staff, 'SUBMITTED', { ceremonyAgo: 80 });
  await signIn(accounts.district, '/viec');
  const row = page.getByRole('row').filter({ hasText: made.name });
  await expect(row).toContainText('Hạn quyết định kết nạp');
  await expect(row).toContainText(/quá hạn \d+ ngày làm việc · \d\d\/\d\d\/\d{4}/);
  const overdue = Number(await page.getByRole('link', { name: /Quá hạn$/ }).locator('strong').textContent());
  const hand = new Hand(page);
  await hand.click(`Ghi quyết định kết nạp ${made.name}`);
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Số văn bản').fill('88-QĐ/HU');
  await expect(panel.getByLabel('Ngày', { exact: true })).toHaveValue(/^\d\d\/\d\d\/\d{4}$/);
  await hand.click(/^Ghi quyết định kết nạp$/);
  await expect(panel).toContainText('Đã ghi');
  expect(hand.clicks).toBeLessThanOrEqual(2);
  await page.keyboard.press('Escape');
  // It is done: it waits for the ceremony now, and the numbers have followed.
  await expect(page).toHaveURL(/\/viec$/);
  await expect(page.getByRole('table', { name: 'Việc: Quá hạn' }).filter({ hasText: made.name })).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Các nhóm việc' }).getByRole('listitem').first().locator('strong')).toHaveText(String(overdue - 1));
  const { candidacy } = await staff.ask<{ candidacy: { state: string } }>('query ($id: ID!) { candidacy(id: $id) { state } }', { id: made.candidacy });
  expect(candidacy.state).toBe('ADMISSION_DECIDED');
});

test('the strip says what the lists say, and its table the same', async ({ page, signIn }) => {
  await signIn(accounts.staff, '/viec');
  const strip = page.getByRole('figure');
  const overdue = await page.getByRole('link', { name: /Quá hạn$/ }).locator('strong').textContent();
  await expect(strip.locator('figcaption')).toContainText(`${overdue} việc đã quá hạn.`);
  await strip.getByRole('button', { name: 'Xem bảng' }).click();
  await expect(strip.getByRole('row').filter({ hasText: 'Quá hạn' }).getByRole('cell')).toHaveText(overdue ?? '');
  await expect(strip.getByRole('row')).toHaveCount(8);
});

test('more of a long group comes when it is asked for', async ({ page, signIn }) => {
  // How many there are depends on the day and on what the other journeys do: pages of ten are there on any.
  await page.route('**/graphql', async (route) => {
    const body: { query: string } = route.request().postDataJSON();
    await route.continue({ postData: JSON.stringify({ ...body, query: body.query.replaceAll('first: 50', 'first: 10') }) });
  });
  await signIn(accounts.staff, '/viec');
  const list = page.getByRole('table', { name: 'Việc: Sắp tới' });
  await expect(list.getByRole('row')).toHaveCount(11);
  await page.locator('#sap-toi').getByRole('button', { name: /^Xem thêm/ }).click();
  await expect(list.getByRole('row')).toHaveCount(21);
});

test('where nothing is due, the page says so and what comes next', async ({ page, signIn }) => {
  await signIn(accounts.commune, '/viec');
  await expect(page.getByText('Không còn việc đến hạn')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Mở nguồn phát triển' })).toBeVisible();
});

test.describe('when it goes wrong', () => {
  test.use({ expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED/ });

  test('what was typed outlasts a field that is missing and a line that breaks', async ({ page, signIn, request, context }) => {
    const made = await candidateAt(await colleague(request, 'staff@khoi-co-quan'), 'SUBMITTED', { ceremonyAgo: 80 });
    await signIn('staff@khoi-co-quan', '/viec');
    await page.getByRole('button', { name: `Ghi quyết định kết nạp ${made.name}` }).click();
    const panel = page.getByRole('dialog');
    const record = panel.getByRole('button', { name: 'Ghi quyết định kết nạp', exact: true });
    await record.click();
    await expect(panel).toContainText('Còn thiếu mục này.');
    await panel.getByLabel('Số văn bản').fill('91-QĐ/ĐUK');
    await context.setOffline(true);
    await record.click();
    await expect(panel.getByRole('alert').first()).toContainText('không kết nối được với máy chủ');
    await expect(panel.getByLabel('Số văn bản')).toHaveValue('91-QĐ/ĐUK');
    await context.setOffline(false);
    await panel.getByRole('button', { name: /Thử lại|^Ghi quyết định kết nạp$/ }).first().click();
    await expect(panel).toContainText('Đã ghi');
  });

  test('the list that fails says so with its number, and goes on when asked again', async ({ page, signIn, context }) => {
    let failing = true;
    await page.route('**/graphql', async (route) => {
      const { operationName }: { operationName: string } = route.request().postDataJSON();
      if (!failing || operationName !== 'Todo') return await route.continue();
      await route.fulfill({ status: 500, json: { errors: [{ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'abc-123' } }], data: null } });
    });
    await signIn(accounts.staff, '/viec');
    await expect(page.getByRole('alert')).toContainText('Mã yêu cầu: abc-123');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    failing = false;
    // What comes after the page has come.
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await expect(page.getByRole('alert')).toContainText('Không kết nối được với máy chủ');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await expect(page.getByRole('table').first()).toBeVisible();
  });
});
