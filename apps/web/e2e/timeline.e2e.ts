import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { candidateAt, colleague, recordStep } from './candidates.ts';
import { accounts, expect, test } from './journey.ts';

const panelOf = (page: Page, name: string) => page.getByRole('dialog', { name });
const opener = (page: Page, action: string) => page.getByRole('main').getByRole('button', { name: action, exact: true });
const timeline = (page: Page) => page.getByRole('region', { name: 'Diễn biến' });

test('the way of a member from before the records is taken up, and the death recorded; who may not sees why', async ({ page, signIn, request }) => {
  const staff = await colleague(request, 'staff@an-kieu');
  const { people } = await staff.ask<{ people: { nodes: { id: string; fullName: string; viewerCanTakeUp: boolean }[] } }>('{ people(filter: { states: [OFFICIAL] }, first: 100) { nodes { id fullName viewerCanTakeUp } } }');
  const { id, fullName } = people.nodes.find(({ viewerCanTakeUp }) => viewerCanTakeUp)!;
  const take = opener(page, 'Ghi nhận quá trình');
  await signIn('supervisor@song-mau', `/nguoi/${id}`);
  await expect(page.getByText('chỉ có hồ sơ dưới đây. Vai trò đang dùng không ghi được việc này.')).toBeVisible();
  await expect(take).toHaveCount(0);
  await signIn('staff@an-kieu', `/nguoi/${id}`);
  await take.click();
  await expect(timeline(page).getByRole('listitem')).toHaveCount(1);
  await expect(timeline(page).getByText('Đã là đảng viên khi lập quá trình')).toBeVisible();
  await expect(page.getByText('Đã đi hết các chặng. Các chặng trước khi ghi nhận không có trong hệ thống.')).toBeVisible();
  await opener(page, 'Ghi bước khác').click();
  const panel = panelOf(page, fullName);
  await panel.getByRole('button', { name: /^Từ trần/ }).click();
  await panel.getByRole('button', { name: 'Ghi từ trần', exact: true }).click();
  await expect(panel.getByText(/^Đã ghi: Từ trần/)).toBeVisible();
  await panel.getByRole('button', { name: 'Xong' }).click();
  await expect(page.getByText('Dừng ở chặng Chính thức: Đã từ trần.')).toBeVisible();
  // The member stays one for whoever comes next.
  await timeline(page).getByRole('button', { name: 'Hoàn tác bước này' }).click();
  await timeline(page).getByLabel('Lý do hoàn tác').fill('Ghi nhầm người');
  await timeline(page).getByRole('button', { name: 'Hoàn tác bước này' }).click();
  await expect(page.getByText('Đã đi hết các chặng.')).toBeVisible();
  // Nor was the way to be taken up: what was taken up wrongly stays readable, and can be taken up anew.
  await timeline(page).getByRole('button', { name: 'Hoàn tác bước này' }).click();
  await timeline(page).getByLabel('Lý do hoàn tác').fill('Lập nhầm người');
  await timeline(page).getByRole('button', { name: 'Hoàn tác bước này' }).click();
  await expect(timeline(page).getByText('Đã hoàn tác: Lập nhầm người')).toBeVisible();
  await expect(timeline(page).locator('s').filter({ hasText: 'Đã là đảng viên khi lập quá trình' })).toBeVisible();
  await take.click();
  await expect(timeline(page).getByRole('heading', { level: 3 })).toHaveText(['Lần 1 · Đã hủy việc lập quá trình', 'Lần 2']);
});

test('what came before stays in the timeline: the way that ended, the letters, what was corrected; and what stood of a paper beside it', async ({ page, signIn, request }) => {
  const staff = await colleague(request, accounts.staff);
  const { person, candidacy, cell } = await candidateAt(staff, 'LISTED');
  const sent = async (mutation: string, type: string, input: object) =>
    await staff.ask<{ result: { __typename: string } }>(`mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename } }`, { input });
  await recordStep(staff, candidacy, 'DROPPED', { on: staff.daysAgo(0), reason: 'Chuyển nơi ở' });
  const { candidacy: ended } = await staff.ask<{ candidacy: { version: number } }>('query ($id: ID!) { candidacy(id: $id) { version } }', { id: candidacy });
  await sent('beginAgain', 'BeginAgainInput', { candidacy, expectedVersion: ended.version, on: staff.daysAgo(0), idempotencyKey: randomUUID() });
  const { result } = await sent('issueTransfer', 'IssueTransferInput', { person, kind: 'OFFICIAL', on: staff.daysAgo(0), letterNumber: '12-GT/ĐU', destination: 'Tỉnh ủy Long An', idempotencyKey: randomUUID() });
  expect(result.__typename).toBe('TransferChanged');
  await signIn(accounts.staff, `/nguoi/${person}`);
  await expect(timeline(page).getByRole('heading', { level: 3 })).toHaveText(['Lần 1 · Đưa ra khỏi danh sách', 'Lần 2']);
  await expect(timeline(page).getByText('Lý do: Chuyển nơi ở')).toBeVisible();
  await expect(timeline(page).getByText('Cấp giấy chuyển sinh hoạt')).toBeVisible();
  await expect(timeline(page).getByText('Đến Tỉnh ủy Long An')).toBeVisible();
  await expect(timeline(page).getByText(`Từ ${cell.name}`)).toBeVisible();
  // A letter that is cancelled is one line more, at once.
  await page.getByRole('button', { name: /^Xem giấy/ }).click();
  const letter = page.getByRole('dialog');
  await letter.getByRole('button', { name: 'Hủy giấy' }).click();
  await letter.getByLabel('Lý do').fill('Không chuyển nữa');
  await letter.getByRole('button', { name: 'Hủy giấy' }).click();
  await expect(letter.getByText('Đã hủy giấy.')).toBeVisible();
  await letter.getByRole('button', { name: 'Đóng' }).click();
  await expect(timeline(page).getByText('Hủy giấy chuyển sinh hoạt')).toBeVisible();
  await expect(timeline(page).getByText('Lý do: Không chuyển nữa')).toBeVisible();
  // What stood of a paper is folded below it.
  const papers = page.getByRole('region', { name: /^Giấy tờ/ });
  await papers.getByRole('button', { name: 'Ghi giấy tờ: Đơn xin vào Đảng' }).click();
  await papers.getByLabel('Số', { exact: false }).fill('05');
  await papers.getByRole('button', { name: 'Ghi giấy tờ', exact: true }).click();
  await expect(papers.getByText('Lịch sử sửa')).toHaveCount(0);
  await papers.getByRole('button', { name: /^Sửa giấy tờ: Đơn xin vào Đảng/ }).click();
  await papers.getByLabel('Số', { exact: false }).fill('06');
  await papers.getByRole('button', { name: 'Ghi giấy tờ', exact: true }).click();
  await papers.getByText('Lịch sử sửa (1)').click();
  await expect(papers.getByText('Số 05')).toBeVisible();
  await expect(papers.getByText('Số 06')).toBeVisible();
});
