import type { Page } from '@playwright/test';
import { candidateAt, colleague, recordStep, type Colleague } from './candidates.ts';
import { accounts, expect, test } from './journey.ts';

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Sửa thông tin' });

async function correctAs({ ask }: Colleague, person: string, facts: object): Promise<void> {
  const { correctPerson } = await ask<{ correctPerson: { __typename: string } }>('mutation ($input: CorrectPersonInput!) { correctPerson(input: $input) { __typename } }', { input: { person, expectedVersion: 1, reason: 'Theo sổ hộ tịch', ...facts } });
  expect(correctPerson.__typename).toBe('PersonCorrected');
}

test('a wrong date of birth is put right: what it changes of the figures is told before, and what a colleague changed meanwhile costs nothing that was typed', async ({ page, signIn, request }) => {
  const staff = await colleague(request, accounts.staff);
  const { person, candidacy } = await candidateAt(staff, 'ADMISSION_DECIDED');
  await recordStep(staff, candidacy, 'CEREMONY_HELD', { on: staff.daysAgo(15) });
  await signIn(accounts.staff, `/nguoi/${person}`);
  await page.getByRole('button', { name: 'Sửa thông tin…' }).click();
  const panel = panelOf(page);
  const birth = panel.getByLabel('Ngày sinh');
  await birth.fill('30/02/1984');
  await panel.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await expect(panel.getByText('Không có ngày 30/02/1984. Viết ngày/tháng/năm.')).toBeVisible();
  await expect(panel.getByText('Còn thiếu mục này.')).toBeVisible();
  await birth.fill('8/3/1984');
  await panel.getByLabel('Lý do sửa').fill('Theo giấy khai sinh');
  await panel.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await expect(panel.getByText('từ 18–30 tuổi sang 41–50 tuổi')).toBeVisible();

  await correctAs(staff, person, { fullName: 'Lò Thị Tên Mới' });
  await panel.getByRole('button', { name: 'Ghi sửa' }).click();
  const conflict = panel.getByRole('alert');
  await expect(conflict).toContainText('Người khác vừa sửa thông tin này. Những gì đã nhập vẫn còn.');
  await expect(conflict.getByText('Lò Thị Tên Mới')).toBeVisible();
  await expect(conflict.getByText('08/03/1984')).toBeVisible();
  await conflict.getByRole('button', { name: 'Xem và sửa tiếp' }).click();
  await expect(birth).toHaveValue('08/03/1984');
  await expect(panel.getByLabel('Họ và tên')).toHaveValue('Lò Thị Tên Mới');
  await panel.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await panel.getByRole('button', { name: 'Ghi sửa' }).click();
  await expect(page.getByText('Đã sửa thông tin.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Lò Thị Tên Mới' })).toBeVisible();
  const history = page.getByRole('region', { name: 'Lịch sử sửa' });
  await expect(history.getByText('Ngày sinh: từ 08/03/2000 sang 08/03/1984')).toBeVisible();
  await expect(history.getByText('Lý do: Theo giấy khai sinh')).toBeVisible();
});
