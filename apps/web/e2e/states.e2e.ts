import { accounts, expect, overviewOf, test } from './journey.ts';

test('while figures load, their shape is shown', async ({ page, signIn }) => {
  await signIn(accounts.province);
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.route('**/graphql', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.reload();
  await expect(page.getByText('Đang tải số liệu')).toBeAttached();
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
});

test.describe('a server that fails', () => {
  // The browser itself reports the failed request; the page does not.
  test.use({ expected: /Failed to load resource/ });

  test('is said with the number to report, and can be tried again', async ({ page, signIn }) => {
    await signIn(accounts.province);
    await overviewOf(page, 'Đảng bộ tỉnh Long An');
    const answer = {
      errors: [{ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'abc-123' } }],
      data: null,
    };
    await page.route('**/graphql', (route) => route.fulfill({ status: 500, json: answer }));
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('Chưa tải được số liệu');
    await expect(page.getByRole('alert')).toContainText('Mã yêu cầu: abc-123');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await overviewOf(page, 'Đảng bộ tỉnh Long An');
  });

  test('a network that is down is said for as long as it is', async ({ page, signIn, context }) => {
    await signIn(accounts.province);
    await overviewOf(page, 'Đảng bộ tỉnh Long An');
    await context.setOffline(true);
    await expect(page.getByText('Mất kết nối mạng.')).toBeVisible();
    await page.getByRole('button', { name: 'Kỳ trước' }).click();
    await expect(page.getByText('Không kết nối được với máy chủ')).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText('Mất kết nối mạng.')).toHaveCount(0);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await overviewOf(page, 'Đảng bộ tỉnh Long An');
  });
});

test('a filter that matches nothing says so and can be cleared', async ({ page, signIn }) => {
  await signIn(accounts.province);
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('searchbox').fill('không có đâu');
  await expect(page.getByText('Không có đơn vị nào khớp bộ lọc.')).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await expect(page.getByRole('link', { name: 'Đảng bộ huyện Cần Đước', exact: true })).toBeVisible();
});

test('an address that leads nowhere says so, in the frame of who asked', async ({ page, signIn }) => {
  await signIn(accounts.province, '/khong-co-trang-nay');
  await expect(page.getByRole('heading', { name: 'Không có trang này' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: /Cấp ủy/ })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Kết nạp' })).toBeVisible();
});
