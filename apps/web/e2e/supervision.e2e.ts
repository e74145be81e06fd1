import { violations } from './axe.ts';
import { ask, expect, overviewOf, registered, test, watchOperations } from './journey.ts';

const year = new Date().getFullYear();

test('all units of a supervisor stand on one page, read by one question, and each opens under its own grant', async ({ page, signIn }) => {
  await signIn('supervisor@song-mau', '/phu-trach');
  const operations = watchOperations(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Đơn vị tôi phụ trách' })).toBeVisible();
  const cards = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Mở tổng quan/ }) });
  await expect(cards).toHaveCount(3);
  expect(operations.filter((name) => name === 'MyUnits').length).toBeLessThanOrEqual(1);
  expect(await violations(page)).toEqual([]);

  // The figures are those that the unit's own overview shows.
  const card = cards.filter({ hasText: 'Thác Vàng' });
  const { viewer } = await ask<{ viewer: { supervisedUnits: { unit: { name: string; code: string }; members: number; admitted: number }[] } }>(page, `{ viewer { supervisedUnits(period: "${year}") { unit { name code } members admitted } } }`);
  const told = viewer.supervisedUnits.find(({ unit }) => unit.name.includes('Thác Vàng'))!;
  await expect(card).toContainText(`Kết nạp trong kỳ: ${told.admitted}`);
  await card.getByRole('button', { name: /^Mở tổng quan/ }).click();
  await overviewOf(page, told.unit.name);
  const seen = await ask<{ viewer: { role: string; unit: { code: string; rollup: { members: { value: number } } } } }>(page, `{ viewer { role unit { code rollup(period: "${year}") { members { value } } } } }`);
  expect(seen.viewer).toEqual({ role: 'SUPERVISOR', unit: { code: told.unit.code, rollup: { members: { value: told.members } } } });
  // What it reads, it does not change.
  await page.goto(`/don-vi/${encodeURIComponent(told.unit.code)}`);
  await expect(page.getByRole('region', { name: 'Người phụ trách' })).toContainText('Lò Kim Thoan');
  await expect(page.getByRole('button', { name: 'Phân công…' })).toHaveCount(0);
  await page.goto('/phu-trach');
  await expect(cards).toHaveCount(3);
});

test('somebody is put in charge on the page of a unit, by keyboard, keeps what was typed, and is ended again', async ({ page, signIn }) => {
  await signIn('staff@song-mau', '/don-vi/song-mau.xa-lang-nghe');
  await registered(page, { kind: 'DECISION', number: '60-QĐ/TU', issuedOn: '2026-03-01', title: 'Về phân công lại ở Làng Nghè' });
  const region = page.getByRole('region', { name: 'Người phụ trách' });
  await region.getByRole('button', { name: 'Phân công…' }).press('Enter');
  const form = region.getByRole('form', { name: 'Phân công…' });
  await form.getByLabel('Tài khoản').first().fill('khong-co-ai');
  await form.getByLabel('Chức vụ khi được phân công').fill('Ủy viên ban chấp hành');
  await form.getByLabel('Từ ngày').fill('1/2/2026');
  await form.getByLabel('Số văn bản').fill('55-QĐ/TU');
  await form.getByRole('button', { name: 'Ghi', exact: true }).press('Enter');
  await expect(form.getByText('Còn thiếu mục này.')).toBeVisible();
  await form.getByLabel('Ngày văn bản').fill('25/01/2026');
  await form.getByRole('button', { name: 'Ghi', exact: true }).press('Enter');
  await expect(form.getByText('Không có tài khoản nào tên như vậy có thể phân công.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  // Closed before it was sent, it is there again.
  await form.getByRole('button', { name: 'Thôi', exact: true }).click();
  await region.getByRole('button', { name: 'Phân công…' }).click();
  await expect(form.getByLabel('Số văn bản')).toHaveValue('55-QĐ/TU');
  await form.getByLabel('Tài khoản').first().fill('Lò Kim');
  await form.getByRole('button', { name: /inspection@song-mau/ }).click();
  await form.getByRole('button', { name: 'Ghi', exact: true }).click();
  const line = region.getByRole('listitem').filter({ hasText: 'Lò Kim Thoan' });
  await expect(line).toContainText('theo 55-QĐ/TU ngày 25/01/2026');

  await line.getByRole('button', { name: 'Đổi…' }).click();
  const changing = region.getByRole('form', { name: 'Đổi phân công của Lò Kim Thoan' });
  await changing.getByLabel('Đến hết ngày').fill('31/12/2029');
  // The document that changes it is picked from the register, by words of its title.
  await changing.getByLabel('Số văn bản').focus();
  await page.keyboard.type('lai o lang nghe');
  const option = changing.getByRole('option', { name: /^60-QĐ\/TU/ });
  await expect(changing.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await expect(option).toContainText('01/03/2026');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(changing.getByLabel('Số văn bản')).toHaveValue('60-QĐ/TU');
  await expect(changing.getByLabel('Ngày văn bản')).toHaveValue('01/03/2026');
  await changing.getByLabel('Lý do').fill('Định ngày thôi');
  await changing.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(line).toContainText('01/02/2026 – 31/12/2029');
  await expect(line).toContainText('đã đổi 1 lần');
  await expect(line.getByRole('link', { name: '60-QĐ/TU' })).toBeVisible();

  await line.getByRole('button', { name: 'Cho thôi…' }).click();
  const ending = region.getByRole('form', { name: 'Cho Lò Kim Thoan thôi phụ trách' });
  await ending.getByLabel('Lý do').fill('Nhận nhiệm vụ khác');
  await ending.getByLabel('Đến hết ngày').fill('01/01/2020');
  await ending.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(ending.getByText('Ngày này không thể có.')).toBeVisible();
  await ending.getByLabel('Đến hết ngày').fill('');
  await ending.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(region.getByText('Chưa có ai được phân công.')).toBeVisible();
  await region.getByText('Trước đây').click();
  await expect(region).toContainText('thôi trước hạn');

  await page.goto('/phu-trach?tim=lo%20kim&ca-da-thoi=1');
  const row = page.getByRole('row').filter({ hasText: 'Làng Nghè' });
  await expect(row).toContainText('đã thôi');
  await row.getByRole('link', { name: '60-QĐ/TU' }).click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: /60-QĐ\/TU/ })).toBeVisible();
});
