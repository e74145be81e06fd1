import { violations } from './axe.ts';
import { candidateAt, colleague, typed } from './candidates.ts';
import { accounts, expect, test } from './journey.ts';

test('a holiday that the administrator adds moves the limit of everybody below by a working day, and undoing brings it back', async ({ page, signIn, request }) => {
  const staff = await colleague(request, accounts.staff);
  const { candidacy } = await candidateAt(staff, 'ADMISSION_DECIDED');
  const limit = async () => (await staff.ask<{ candidacy: { deadline: { dueOn: string } } }>('query ($id: ID!) { candidacy(id: $id) { deadline { dueOn } } }', { id: candidacy })).candidacy.deadline.dueOn;
  const before = await limit();
  const [year, day] = [before.slice(0, 4), typed(before)];

  await signIn(accounts.administrator, `/quy-dinh?nam=${year}`);
  const calendar = page.getByRole('region', { name: `Ngày nghỉ năm ${year}` });
  await calendar.getByRole('button', { name: 'Thêm ngày nghỉ' }).click();
  const form = calendar.getByRole('form', { name: 'Thêm ngày nghỉ' });
  await form.getByLabel('Ngày', { exact: true }).fill(day);
  await form.getByRole('button', { name: 'Xem ảnh hưởng' }).click();
  // What is refused stands beside its field, and what was typed stays.
  await expect(form.getByText('Còn thiếu mục này.')).toBeVisible();
  await form.getByLabel('Tên ngày nghỉ').fill('Nghỉ bù');
  await form.getByRole('button', { name: 'Xem ảnh hưởng' }).click();
  await expect(form.getByText(/Thời hạn đang chạy của \d+ hồ sơ/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await limit()).toBe(before);
  await form.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(calendar.getByText(`Đã ghi: ${day} là ngày nghỉ.`)).toBeVisible();
  await expect(calendar.getByRole('row').filter({ hasText: day })).toContainText('Nghỉ bù');
  const moved = await limit();
  expect(moved > before).toBe(true);
  // Friday is followed by Monday.
  expect((Date.parse(moved) - Date.parse(before)) / 86_400_000).toBeLessThanOrEqual(3);

  await calendar.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(calendar.getByText('Đã hoàn tác.')).toBeVisible();
  await expect(calendar.getByRole('row').filter({ hasText: day })).toHaveCount(0);
  expect(await limit()).toBe(before);
});

test('the body above gives a committee the power to decide, and ends it', async ({ page, signIn, request }) => {
  const staff = await colleague(request, accounts.staff);
  const { units } = await staff.ask<{ units: { nodes: { code: string; authority: { canBeGiven: string[]; given: unknown[]; viewerCannotBecause: string | null } }[] } }>(
    '{ units(filter: { tier: GRASSROOTS }, first: 100) { nodes { code authority { canBeGiven given { id } viewerCannotBecause } } } }',
  );
  const unit = units.nodes.find(({ authority }) => authority.canBeGiven.includes('DECIDES_ADMISSIONS') && authority.given.length === 0 && authority.viewerCannotBecause === null)!;
  await signIn(accounts.staff, `/don-vi/${encodeURIComponent(unit.code)}?xem=lich-su`);
  const card = page.getByRole('region', { name: 'Thẩm quyền' });
  await card.getByRole('button', { name: 'Ủy quyền quyết định' }).click();
  const form = card.getByRole('form');
  await form.getByLabel('Từ ngày').fill('01/03/2015');
  await form.getByLabel('Đến hết ngày').fill('01/02/2015');
  await form.getByLabel('Số văn bản').fill('12-QĐ/ĐU');
  await form.getByRole('button', { name: 'Ghi' }).click();
  await expect(form.getByText('Ngày cuối không thể trước ngày đầu.')).toBeVisible();
  await form.getByLabel('Đến hết ngày').fill('30/06/2015');
  await form.getByRole('button', { name: 'Ghi' }).click();
  await expect(card.getByText('Theo 12-QĐ/ĐU')).toBeVisible();
  await expect(card.getByText('đã kết thúc')).toBeVisible();
});
