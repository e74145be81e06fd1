import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { aCell, candidateAt, colleague, newName } from './candidates.ts';
import { accounts, expect, test } from './journey.ts';

const list = (page: Page) => page.getByRole('table', { name: 'Danh sách' });

/** A name as it is typed in haste. */
function folded(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
}

test('filters stand in the address: name without marks, stage, what is late, view; back undoes, reload keeps', async ({ page, signIn, request }) => {
  const staff = await colleague(request, accounts.district);
  const cell = await aCell(staff, 1);
  const late = await candidateAt(staff, 'SUBMITTED', { cell, ceremonyAgo: 80, name: `Đặng Thị ${newName()}` });
  const inTime = await candidateAt(staff, 'SUBMITTED', { cell, ceremonyAgo: 10, name: `Đặng Thị ${newName()}` });
  await signIn(accounts.district, '/nguon');
  await page.getByRole('searchbox').fill(folded(late.name));
  await expect(list(page).getByRole('row')).toHaveCount(2);
  await expect(list(page)).toContainText(late.name);
  await expect(page).toHaveURL(/\/nguon\?tim=dang\+thi\+/);
  await page.getByRole('searchbox').fill('dang thi');
  await expect(list(page)).toContainText(inTime.name);
  await page.getByRole('checkbox', { name: 'Chỉ việc quá hạn' }).check();
  await expect(page).toHaveURL(/qua-han=1/);
  await expect(list(page)).not.toContainText(inTime.name);
  await page.getByLabel('Bước', { exact: true }).selectOption('Trình duyệt');
  await expect(page).toHaveURL(/buoc=trinh-duyet/);
  await page.getByRole('radio', { name: 'Cột theo bước' }).check();
  await expect(page).toHaveURL(/xem=cot/);
  const card = page.getByRole('article').filter({ hasText: late.name });
  await expect(card).toContainText(/Hạn quyết định kết nạp: quá hạn \d+ ngày làm việc/);
  await page.reload();
  await expect(card).toBeVisible();
  await page.goBack();
  await expect(list(page)).toContainText(late.name);
  await page.goBack();
  await expect(page.getByLabel('Bước', { exact: true })).toHaveValue('');
  await page.goBack();
  await expect(page.getByRole('checkbox', { name: 'Chỉ việc quá hạn' })).not.toBeChecked();
  await expect(list(page)).toContainText(inTime.name);
});

test('an address with parts that mean nothing says so', async ({ page, signIn }) => {
  await signIn(accounts.staff, '/nguon?mau=do&buoc=lop');
  await expect(page.getByText('Địa chỉ có phần không rõ và đã được bỏ qua: mau.')).toBeVisible();
});

test('a search that nobody matches says so, and not that nobody is on the way', async ({ page, signIn }) => {
  await signIn(accounts.staff, '/nguon?tim=khongcoai');
  await expect(page.locator('main figure').getByText('Không có ai khớp bộ lọc.')).toBeVisible();
  await expect(page.getByText('Chưa có ai trên đường vào Đảng.')).toHaveCount(0);
});

test('bars, table and columns count the same people, and a bar leads to them', async ({ page, signIn }) => {
  await signIn(accounts.staff, '/nguon');
  const { total, stage } = await page.getByRole('figure').evaluate((figure) => {
    const counts = [...figure.querySelectorAll('li a')].map((row) => Number(row.children[2]?.textContent?.replaceAll('.', '')));
    return { total: counts.reduce((sum, count) => sum + count, 0), stage: counts[1] ?? 0 };
  });
  await expect(page.getByRole('figure').locator('figcaption')).toContainText(`${total} người đang trên đường vào Đảng`);
  await expect(page.getByRole('status').filter({ hasText: `1–50 trong ${total} người` })).toBeVisible();
  await page.getByRole('figure').getByRole('link', { name: /^Lớp nhận thức/ }).click();
  await expect(page).toHaveURL(/buoc=lop/);
  await expect(page.getByRole('status').filter({ hasText: `1–50 trong ${stage} người` })).toBeVisible();
  await page.goto('/nguon?xem=cot');
  const column = page.getByRole('region', { name: /^Lớp nhận thức/ });
  await expect(column.getByRole('article')).toHaveCount(50);
  await column.getByRole('button', { name: `Xem ${stage} trong bảng` }).click();
  await expect(page).toHaveURL(/buoc=lop/);
  await expect(page.getByRole('status').filter({ hasText: `1–50 trong ${stage} người` })).toBeVisible();
  await page.getByRole('button', { name: 'Trang sau' }).click();
  await expect(page.getByRole('status').filter({ hasText: `51–100 trong ${stage} người` })).toBeVisible();
});

test('those whose way has ended are folded up in the last columns', async ({ page, signIn }) => {
  await signIn(accounts.staff, '/nguon?xem=cot');
  await expect(page.getByRole('region', { name: /^Đã dừng/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^Đã dừng: \d+$/ }).click();
  await expect(page.getByRole('region', { name: /^Đã dừng/ }).getByRole('article').first()).toBeVisible();
});

test('the file has all that the filter finds, whatever page is shown, and runs nothing', async ({ page, signIn, request }) => {
  const { ask } = await colleague(request, accounts.staff);
  await signIn(accounts.staff, '/nguon?buoc=lop');
  await expect(list(page).getByRole('row').nth(1)).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải bảng (CSV)' }).click()]);
  expect(download.suggestedFilename()).toBe('nguon-phat-trien-song-mau.csv');
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  const { candidacies } = await ask<{ candidacies: { totalCount: number } }>('{ candidacies(filter: { stages: [AWARENESS_CLASS] }, first: 1) { totalCount } }');
  expect(lines).toHaveLength(candidacies.totalCount + 1);
  expect(lines[0]).toContain('Họ tên,Đơn vị,Bước,Tình trạng');
  expect(lines.slice(1).filter((line) => !line.includes(',Lớp nhận thức,'))).toEqual([]);
  expect(lines.filter((line) => /(^|,)"?[=+@]/.test(line))).toEqual([]);
});

test('a step is recorded from a row, and the row follows', async ({ page, signIn, request }) => {
  const staff = await colleague(request, accounts.district);
  const made = await candidateAt(staff, 'IDENTIFIED', { cell: await aCell(staff, 2) });
  await signIn(accounts.district, `/nguon?tim=${encodeURIComponent(folded(made.name))}`);
  await expect(list(page)).toContainText('Nguồn');
  await page.getByRole('button', { name: `Chuyển bước… ${made.name}` }).click();
  await expect(page).toHaveURL(/ho-so=/);
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Đưa vào danh sách', exact: true }).click();
  await expect(panel).toContainText('Đã ghi');
  await page.keyboard.press('Escape');
  await expect(list(page)).toContainText('Cảm tình Đảng');
});

test('where nobody is on the way, the page explains what it is for and offers to add', async ({ page, signIn, request }) => {
  const { ask } = await colleague(request, accounts.staff);
  const { units } = await ask<{ units: { nodes: { id: string; code: string }[] } }>('{ units(filter: { tier: CELL }, first: 100) { nodes { id code } } }');
  let empty: string | undefined;
  for (const { id, code } of units.nodes) {
    const { stageCounts } = await ask<{ stageCounts: { stage: string; count: number }[] }>('query ($under: ID!) { stageCounts(filter: { under: $under }) { stage count } }', { under: id });
    if (stageCounts.every(({ stage, count }) => count === 0 || stage === 'OFFICIAL' || stage === 'CLOSED')) {
      empty = code;
      break;
    }
  }
  expect(empty).toBeDefined();
  await signIn(accounts.staff, `/nguon?don-vi=${empty}`);
  await expect(page.getByText('Chưa có nguồn phát triển')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Thêm quần chúng' }).last().click();
  await expect(page).toHaveURL(/\/nguon\/them/);
});

test.describe('when it goes wrong', () => {
  test.use({ expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED/ });

  test('a file that cannot be fetched is none, and the filter stays', async ({ page, signIn, context }) => {
    await signIn(accounts.staff, '/nguon?buoc=lop');
    await expect(list(page).getByRole('row').nth(1)).toBeVisible();
    // What makes the file has been fetched before the line breaks.
    await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải bảng (CSV)' }).click()]);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Tải bảng (CSV)' }).click();
    await expect(page.getByRole('alert')).toContainText('Chưa tạo được tệp');
    await context.setOffline(false);
    await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải bảng (CSV)' }).click()]);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page).toHaveURL(/buoc=lop/);
  });

  test('a list that breaks while it is searched keeps what was typed', async ({ page, signIn, context }) => {
    await signIn(accounts.staff, '/nguon');
    await expect(list(page)).toBeVisible();
    await context.setOffline(true);
    await page.getByRole('searchbox').fill('nguyen');
    await expect(page.getByRole('alert').first()).toContainText('Không kết nối được với máy chủ');
    await context.setOffline(false);
    await page.getByRole('main').getByRole('button', { name: 'Thử lại' }).last().click();
    await expect(list(page)).toContainText('Nguyễn');
    await expect(page.getByRole('searchbox')).toHaveValue('nguyen');
  });
});
