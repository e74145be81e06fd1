import { readFile } from 'node:fs/promises';
import { candidateAt, colleague } from './candidates.ts';
import { accounts, expect, test } from './journey.ts';

test.use({ expected: /Failed to load resource: (net::ERR_CONNECTION_RESET|net::ERR_INTERNET_DISCONNECTED|.*415)/ });

const scan = { name: 'Đơn xin vào Đảng.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(300_000, 7)]) };

test('a scan is attached to its paper, also after the line broke, given back, and removed', async ({ page, signIn, request }) => {
  const { person } = await candidateAt(await colleague(request, accounts.staff), 'FILE_OPENED');
  await signIn(accounts.staff, `/nguoi/${person}`);
  const papers = page.getByRole('region', { name: /^Giấy tờ/ });
  await papers.getByRole('button', { name: 'Ghi giấy tờ: Đơn xin vào Đảng' }).click();
  await papers.getByRole('button', { name: 'Ghi giấy tờ', exact: true }).click();
  const attach = papers.getByLabel('Đính kèm tệp hoặc ảnh chụp: Đơn xin vào Đảng');
  await attach.setInputFiles({ ...scan, name: 'trang.jpg', buffer: Buffer.from('<!doctype html><p>no picture') });
  await expect(papers.getByRole('alert')).toContainText('Chỉ nhận tệp PDF hoặc ảnh');
  await papers.getByRole('alert').getByRole('button', { name: 'Hủy' }).click();
  // The line breaks in the middle; the file is still in hand.
  await page.route('**/files?paper=*', async (route) => await route.abort('connectionreset'));
  await attach.setInputFiles(scan);
  await expect(papers.getByRole('alert')).toContainText('Đơn xin vào Đảng.jpg: Đường truyền bị ngắt.');
  await page.unroute('**/files?paper=*');
  await papers.getByRole('button', { name: 'Thử lại' }).click();
  const link = papers.getByRole('link', { name: /^Tải về Đơn xin vào Đảng\.jpg/ });
  await expect(link).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('Đơn xin vào Đảng.jpg');
  expect((await readFile(await download.path())).equals(scan.buffer)).toBe(true);
  await papers.getByRole('button', { name: 'Gỡ tệp Đơn xin vào Đảng.jpg' }).click();
  await papers.getByRole('button', { name: 'Gỡ', exact: true }).click();
  await expect(link).toHaveCount(0);
  // With what a check of somebody's background found goes no file.
  await papers.getByRole('button', { name: 'Ghi giấy tờ: Thẩm tra lý lịch' }).click();
  await papers.getByRole('button', { name: 'Ghi giấy tờ', exact: true }).click();
  await expect(papers.getByRole('button', { name: /^Sửa giấy tờ: Thẩm tra lý lịch/ })).toBeVisible();
  await expect(papers.getByLabel('Đính kèm tệp hoặc ảnh chụp: Thẩm tra lý lịch')).toHaveCount(0);
});

test('a file that the line did not carry goes once more by itself when the line is back', async ({ page, signIn, request, context }) => {
  const { person } = await candidateAt(await colleague(request, accounts.staff), 'FILE_OPENED');
  await signIn(accounts.staff, `/nguoi/${person}`);
  const papers = page.getByRole('region', { name: /^Giấy tờ/ });
  await papers.getByRole('button', { name: 'Ghi giấy tờ: Đơn xin vào Đảng' }).click();
  await papers.getByRole('button', { name: 'Ghi giấy tờ', exact: true }).click();
  const attach = papers.getByLabel('Đính kèm tệp hoặc ảnh chụp: Đơn xin vào Đảng');
  await expect(attach).toBeAttached();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await attach.setInputFiles(scan);
  await expect(papers.getByRole('alert')).toContainText('Đường truyền bị ngắt.');
  await context.setOffline(false);
  await expect(papers.getByRole('link', { name: /^Tải về Đơn xin vào Đảng\.jpg/ })).toBeVisible();
  await expect(papers.getByRole('alert')).toHaveCount(0);
});

test('one walks through the list that led to a person, also after the page was loaded again', async ({ page, signIn }) => {
  await signIn(accounts.staff, '/nguon?buoc=ho-so&xep=han');
  const names = page.getByRole('table', { name: 'Danh sách' }).getByRole('rowheader').getByRole('link');
  await names.first().waitFor();
  const [first = '', second = ''] = await names.allTextContents();
  await names.first().click();
  const walk = page.getByRole('navigation', { name: 'Trong danh sách' });
  await expect(page.getByRole('heading', { level: 1, name: first, exact: true })).toBeVisible();
  await expect(walk).toContainText(/^1\/\d+$/);
  await page.keyboard.press('Alt+PageDown');
  await expect(page.getByRole('heading', { level: 1, name: second, exact: true })).toBeVisible();
  await expect(walk).toContainText(/^2\//);
  await page.reload();
  await expect(walk).toContainText(/^2\//);
  await walk.getByRole('button', { name: 'Người trước trong danh sách' }).click();
  await expect(page.getByRole('heading', { level: 1, name: first, exact: true })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\/nguon\?/);
});
