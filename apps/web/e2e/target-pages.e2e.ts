import { violations } from './axe.ts';
import { accounts, expect, test } from './journey.ts';

/* What the pages tell of targets beside what is asked: groups, where a period may end, and to whom. */

const year = new Date().getFullYear();

test('a target for a group and days of its own is set, and stands with its result beside the figure of all', async ({ page, signIn }) => {
  await signIn(accounts.staff, `/chi-tieu?ky=${year}`);
  await page.getByRole('button', { name: 'Đặt chỉ tiêu' }).click();
  const form = page.getByRole('form', { name: 'Đặt chỉ tiêu' });
  await form.getByLabel('Số lượng').fill('3');
  await form.getByLabel('Ngày ban hành').fill(`05/01/${year}`);
  await form.getByText('Chỉ cho một nhóm, hoặc khoảng ngày riêng').click();
  await form.getByLabel('Chia theo').selectOption({ label: 'Nghề nghiệp' });
  await form.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(form.getByText('Còn thiếu mục này.')).toBeVisible();
  await form.getByLabel('Nhóm').selectOption({ label: 'Công nhân, người lao động' });
  await form.getByLabel('Từ ngày').fill(`31/12/${year}`);
  await form.getByLabel('Đến hết ngày').fill(`01/01/${year}`);
  await form.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(form.getByText('Ngày cuối không thể trước ngày đầu.')).toBeVisible();
  await form.getByLabel('Từ ngày').fill(`01/01/${year}`);
  await form.getByLabel('Đến hết ngày').fill(`31/12/${year}`);
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'Kết nạp đảng viên (công nhân, người lao động)' })).toContainText('3');
  // The days are those of the year: it stands on the overview and on the page of the unit.
  for (const path of [`/tong-quan?ky=${year}`, `/don-vi/song-mau?ky=${year}`]) {
    await page.goto(path);
    await expect(page.getByRole('list', { name: 'Chỉ tiêu', exact: true }).getByRole('listitem').filter({ hasText: 'Công nhân, người lao động' })).toContainText('/ 3');
  }
});

test('where a period may end is said of every target, and why where it cannot be', async ({ page, signIn }) => {
  await signIn(accounts.present, `/chi-tieu?ky=${year}`);
  const row = (name: string) => page.getByRole('button', { name, exact: true });
  await row('Đưa vào danh sách cảm tình Đảng').click();
  await expect(page.getByText(/^Dự báo cuối kỳ: \d+–\d+, khả năng nhất \d+ · dựa trên 3 năm trước$/)).toBeVisible();
  await row('Đưa vào danh sách cảm tình Đảng').click();
  await page.goto(`/chi-tieu?ky=${year - 1}`);
  await row('Kết nạp đảng viên').first().click();
  await expect(page.getByText('Vì sao không có dự báo: kỳ đã kết thúc').first()).toBeVisible();
});

test('who reads sums alone sees the targets without who recorded them', async ({ page, signIn }) => {
  await signIn(accounts.observer, '/chi-tieu?ky=term');
  await page.getByRole('button', { name: 'Kết nạp đảng viên' }).first().click();
  await expect(page.getByRole('heading', { name: 'Các lần giao' })).toBeVisible();
  await expect(page.getByText('Dự báo cuối kỳ')).toHaveCount(0);
  await expect(page.locator('[class*=versions] li').first()).toContainText('6.300');
});
