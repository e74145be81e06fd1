import { Hand } from './hand.ts';
import { accounts, expect, overviewOf, test } from './journey.ts';

const province = 'Đảng bộ tỉnh Long An';

test('which units are behind: no click', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, province);
  await expect(page.getByText(/^\d+ trong 19 đơn vị kết nạp ít hơn cùng kỳ năm trước/)).toBeInViewport();
  await expect(page.locator('table').first().locator('tbody tr').first()).toBeInViewport();
});

test('only those that are behind: one click', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, province);
  const hand = new Hand(page);
  await hand.click('Xem các đơn vị này');
  await expect(page.locator('table').first().locator('tbody tr')).toHaveCount(5);
  expect(hand.clicks).toBeLessThanOrEqual(1);
});

test('by how many people a unit is short, and whether it is all below it: no click', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, province);
  const worst = page.locator('table').first().locator('tbody tr').first();
  await expect(worst.getByRole('cell').nth(2)).toHaveText(/^−\d+$/);
  await expect(worst.getByText(/^\d+ trong \d+ đơn vị cấp dưới kết nạp ít hơn cùng kỳ$/)).toBeAttached();
});

test('which communes cause it: one click', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, province);
  const hand = new Hand(page);
  const name = (await page.locator('table').first().locator('tbody th').first().textContent()) ?? '';
  await hand.click(name, 'link');
  await overviewOf(page, name);
  await expect(page.locator('table').first().locator('tbody tr').first().getByRole('cell').nth(2)).toHaveText(/^−\d+$/);
  expect(hand.clicks).toBe(1);
});

test('another language, on the same page: two clicks', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, province);
  const address = page.url();
  const hand = new Hand(page);
  await hand.click(/^Tài khoản/);
  await hand.click('English', 'radio');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByText(/^\d+ of 19 units admitted fewer/)).toBeVisible();
  expect(page.url()).toBe(address);
  expect(hand.clicks).toBeLessThanOrEqual(2);
});

test('a first query of one’s own: two clicks after opening the explorer', async ({ page, signIn }) => {
  await signIn(accounts.province);
  await page.goto('/explorer');
  const hand = new Hand(page);
  hand.clicks += 1;
  await page.getByRole('listitem').getByRole('button').nth(1).click();
  await hand.click(/execute query/i);
  await expect(page.getByText('52439')).toBeVisible();
  expect(hand.clicks).toBeLessThanOrEqual(2);
});
