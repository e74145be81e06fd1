import { violations } from './axe.ts';
import { candidateAt, colleague, typed } from './candidates.ts';
import { accounts, expect, test } from './journey.ts';

test('the page of a person with its forms, and a step: asked, refused, chosen, recorded', async ({ page, signIn, request }) => {
  const staff = await colleague(request, accounts.staff);
  const { person, name } = await candidateAt(staff, 'ADMISSION_DECIDED');
  await signIn(accounts.staff, `/nguoi/${person}`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Thêm người liên quan' }).click();
  await page.getByRole('button', { name: 'Ghi giấy tờ: Thẩm tra lý lịch' }).click();
  await page.getByText('Thêm chi tiết').click();
  await page.getByRole('button', { name: 'Hoàn tác bước này' }).click();
  await page.getByRole('button', { name: 'Hoàn tác bước này' }).click();
  await expect(page.getByText('Còn thiếu mục này.')).toBeVisible();
  // What the page has scrolled half under its own head can be scrolled back.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ghi ngày kết nạp' }).click();
  const panel = page.getByRole('dialog', { name });
  const record = panel.getByRole('button', { name: 'Ghi ngày kết nạp' });
  await panel.getByText('Thêm chi tiết').click();
  await panel.getByLabel('Ngày', { exact: true }).fill(typed(staff.daysAgo(200)));
  await record.click();
  await expect(panel.getByText(/^Trước ngày .+ \(bước “Quyết định kết nạp”\)\.$/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Bước khác…' }).click();
  expect(await violations(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Quay lại' }).click();
  await panel.getByLabel('Ngày', { exact: true }).fill(typed(staff.daysAgo(6)));
  await record.click();
  await expect(panel.getByText(/^Đã ghi/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the form of a new candidate, empty and refused', async ({ page, signIn }) => {
  await signIn(accounts.staff, '/nguon/them');
  const form = page.getByRole('form', { name: 'Thêm quần chúng' });
  await expect(form).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await form.getByText('Thêm chi tiết').click();
  await form.getByRole('searchbox').fill('chi bo');
  await expect(form.getByRole('listitem').first()).toBeVisible();
  await form.getByRole('button', { name: 'Thêm quần chúng' }).click();
  await expect(form.getByText('Chọn giới tính.')).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  expect(await violations(page)).toEqual([]);
});

test('a letter that is issued, one that waits, and one that is claimed', async ({ page, signIn, request }) => {
  const { ask } = await colleague(request, 'staff@an-kieu');
  const { people } = await ask<{ people: { nodes: { id: string; transferOptions: { viewerCan: boolean }[] }[] } }>('{ people(filter: { states: [OFFICIAL] }, first: 40) { nodes { id transferOptions { viewerCan } } } }');
  const one = people.nodes.find(({ transferOptions }) => transferOptions.some(({ viewerCan }) => viewerCan))!;
  await signIn('staff@an-kieu', `/nguoi/${one.id}`);
  await page.getByRole('button', { name: 'Chuyển sinh hoạt…' }).click();
  await page.getByRole('radio', { name: 'Ghi bằng chữ' }).check();
  await page.getByRole('button', { name: 'Cấp giấy' }).click();
  await expect(page.getByText('Còn thiếu mục này.').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto('/chuyen-sinh-hoat');
  await page.getByRole('button', { name: /^Tiếp nhận / }).first().click();
  await expect(page.getByRole('dialog').getByLabel('Ngày tiếp nhận')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto('/chuyen-sinh-hoat?nhap-ma=1');
  await page.getByRole('button', { name: 'Xem giấy' }).click();
  await expect(page.getByText('Nhập mã in trên giấy.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
