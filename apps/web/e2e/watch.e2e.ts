import { Hand } from './hand.ts';
import { accounts, expect, overviewOf, test } from './journey.ts';

/* Watch lists: what deserves a look although no step is late. */

test('a list is opened from the overview, its parameter chosen, and a unit opened: the figure is the length of the list', async ({ page, signIn }) => {
  await signIn(accounts.present, '/tong-quan');
  await overviewOf(page, 'Đảng bộ tỉnh Sông Mẫu');
  const line = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Nhiều năm không kết nạp' }) });
  const told = ((await line.locator('span').textContent()) ?? '').replace(' / ', ' trên ');
  const hand = new Hand(page);
  await hand.click('Nhiều năm không kết nạp', 'link');
  await expect(page.getByRole('heading', { level: 1, name: 'Cần lưu ý' })).toBeVisible();
  await expect(page.getByRole('heading', { name: `Nhiều năm không kết nạp: ${told}` })).toBeVisible();
  await page.getByLabel('Không kết nạp trong').selectOption({ label: '5 năm' });
  await expect(page).toHaveURL(/nam=5/);
  await expect(page.getByText(/^Dòng 1–\d+ trên \d+$/).or(page.getByText('Không có đơn vị nào trong danh sách này.'))).toBeVisible();
  await page.getByRole('link', { name: /^Có nguồn nhưng không kết nạp/ }).click();
  const row = page.locator('table[data-kind=watch] tbody tr').first();
  await expect(row.getByRole('cell').first()).toHaveText(/^\d{2}\/\d{2}\/\d{4}$/);
  await row.getByRole('rowheader').getByRole('link').click();
  await expect(page).toHaveURL(/\/don-vi\//);
  expect(hand.clicks).toBe(1);
});
