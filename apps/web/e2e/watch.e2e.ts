import { violations } from './axe.ts';
import { Hand } from './hand.ts';
import { accounts, expect, overviewOf, test } from './journey.ts';

/* Watch lists: what deserves a look although no step is late. */

test('a list is opened from the overview, its parameter chosen, and a unit opened: the figure is the length of the list', async ({ page, signIn }) => {
  await signIn(accounts.present, '/tong-quan');
  await overviewOf(page, 'Đảng bộ tỉnh Sông Mẫu');
  const line = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Nhiều năm không kết nạp' }) });
  // Each list says by what it was made.
  await expect(line).toContainText('chi bộ, trong 1 năm');
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

test('the lists of a unit below are opened with its figures, whatever the period of the overview', async ({ page, signIn }) => {
  await signIn(accounts.present, '/tong-quan?don-vi=song-mau.xa-an-kieu&ky=2025');
  await overviewOf(page, 'Đảng bộ xã An Kiều');
  const line = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Có nguồn nhưng không kết nạp' }) });
  const told = ((await line.locator('span').textContent()) ?? '').replace(' / ', ' trên ');
  await line.getByRole('link').click();
  await expect(page.getByRole('heading', { name: `Có nguồn nhưng không kết nạp: ${told}` })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Đơn vị' }).or(page.getByText('Đảng bộ xã An Kiều')).first()).toBeVisible();
  await page.getByLabel('Trong kỳ').selectOption({ index: 1 });
  await expect(page).toHaveURL(/don-vi=song-mau.xa-an-kieu.*trong-ky=/);
});

test('a hamlet without a cell is entered at its commune, stands on the list, and leaves it once it has a cell', async ({ page, signIn }) => {
  const name = `Xóm ${Date.now().toString(36)}`;
  await signIn('staff@an-kieu', '/don-vi/song-mau.xa-an-kieu');
  const card = page.getByRole('region', { name: 'Thôn, tổ dân phố' });
  await card.getByRole('button', { name: 'Thêm thôn, tổ dân phố' }).click();
  const form = page.getByRole('form', { name: 'Thêm thôn, tổ dân phố' });
  await form.getByLabel('Tên').fill(name);
  await form.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(form.getByText('Còn thiếu mục này.')).toBeVisible();
  await form.getByLabel('Có từ ngày').fill('01/02/2015');
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Ghi', exact: true }).click();
  const line = card.getByRole('listitem').filter({ hasText: name });
  await expect(line).toContainText('Chưa có chi bộ · chưa có đảng viên');

  await page.goto('/canh-bao?danh-sach=thon');
  // The last tab of more than fit is in sight where it is the one that is open.
  await expect(page.locator('main nav a[aria-current=page]')).toBeInViewport({ ratio: 1 });
  const row = page.locator('table[data-kind=watch] tbody tr').filter({ hasText: name });
  await row.getByRole('link', { name: /An Kiều/ }).click();
  await line.getByRole('button', { name }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Sửa' }).click();
  await panel.getByLabel('Chi bộ riêng từ ngày').fill('01/02/2016');
  await panel.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(panel.getByText('01/02/2016')).toBeVisible();
  await panel.getByRole('button', { name: 'Ghi không còn' }).click();
  await panel.getByLabel('Lý do không còn').fill('Sáp nhập vào Thôn 2');
  expect(await violations(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Ghi', exact: true }).click();
  await card.getByText(/^Không còn \(\d+\)$/).click();
  await expect(line).toContainText(/^.*Không còn từ \d{2}\/\d{2}\/\d{4}$/);
});

test('hamlets are read by those who may not change them', async ({ page, signIn }) => {
  await signIn(accounts.present, '/don-vi/song-mau.xa-an-kieu');
  const card = page.getByRole('region', { name: 'Thôn, tổ dân phố' });
  await card.getByText(/^Có chi bộ riêng \(\d+\)$/).click();
  await card.getByRole('button', { name: 'Thôn 1', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('Chi bộ riêng từ ngày')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Sửa' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Thêm thôn, tổ dân phố' })).toHaveCount(0);
});
