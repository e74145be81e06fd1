import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { Hand } from './hand.ts';
import { accounts, ask, expect, overviewOf, registered, test } from './journey.ts';

/* Targets of the province that lives in the present: those of the year before are over, so that they read the same on any day. */

const province = 'Đảng bộ tỉnh Sông Mẫu';
const year = new Date().getFullYear();
const lastYear = `/tong-quan?ky=${year - 1}`;

test('which units missed their target: no click', async ({ page, signIn }) => {
  await signIn(accounts.present, lastYear);
  await overviewOf(page, province);
  await expect(page.getByText(/^\d+ trong 16 đơn vị chậm nhịp\. Thiếu nhiều nhất: Đảng bộ .+, \d+ người\.$/)).toBeInViewport();
  const { unit } = await ask<{ unit: { rollup: { admitted: { value: number; target: { low: number; percentOfLow: number } } } } }>(page, `{ unit(code: "song-mau") { rollup(period: "${year - 1}") { admitted { value target { low percentOfLow } } } } }`);
  const { value, target } = unit.rollup.admitted;
  await expect(page.getByText(`${String(target.percentOfLow).replace('.', ',')}% chỉ tiêu`)).toBeInViewport();
  await expect(page.getByText(`/ ${target.low}`, { exact: true })).toBeVisible();
  expect(value).toBeGreaterThan(0);
});

test('only those that missed it: one click', async ({ page, signIn }) => {
  await signIn(accounts.present, lastYear);
  await overviewOf(page, province);
  const hand = new Hand(page);
  await hand.click('Xem các đơn vị này');
  const rows = page.locator('table').first().locator('tbody tr');
  const told = (await page.getByText(/^\d+ trong 16 đơn vị chậm nhịp/).textContent()) ?? '';
  await expect(rows).toHaveCount(Number(told.split(' ')[0]));
  for (const row of await rows.all()) await expect(row.getByRole('cell').nth(2)).toHaveText(/^−\d+$/);
  expect(hand.clicks).toBeLessThanOrEqual(1);
});

test('by how many a unit is short, and whether it is all of its own: no click; which of them cause it: one click', async ({ page, signIn }) => {
  await signIn(accounts.present, lastYear);
  await overviewOf(page, province);
  const worst = page.locator('table').first().locator('tbody tr').first();
  await expect(worst.getByRole('cell').nth(2)).toHaveText(/^−\d+$/);
  await expect(worst.getByText(/^\d+ trong \d+ đơn vị cấp dưới chậm nhịp hoặc không đạt chỉ tiêu$/)).toBeAttached();
  const name = (await worst.getByRole('rowheader').textContent()) ?? '';
  const hand = new Hand(page);
  await hand.click(name, 'link');
  await overviewOf(page, name);
  await expect(page.locator('table').first().locator('tbody tr').first().getByRole('cell').nth(2)).toHaveText(/^(−\d+|Đạt|Vượt)$/);
  expect(hand.clicks).toBe(1);
});

test('printed for the meeting, the targets stand on the paper: one click and the dialog', async ({ page, signIn }) => {
  await signIn(accounts.present, lastYear);
  await overviewOf(page, province);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  const hand = new Hand(page);
  await hand.click('In');
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('columnheader', { name: 'Chỉ tiêu', exact: true })).toBeVisible();
  expect(hand.clicks).toBe(1);
});

test('a target is set under a document of the register by keyboard, which fills number and day, and leads to it', async ({ page, signIn }) => {
  const number = `88-NQ/ĐU ${Date.now().toString(36)}`;
  await signIn('staff@an-kieu', `/chi-tieu?ky=${year}`);
  await registered(page, { kind: 'RESOLUTION', number, issuedOn: `${year}-01-05`, title: 'Về chỉ tiêu kết nạp' });
  await page.getByRole('button', { name: 'Đặt chỉ tiêu' }).press('Enter');
  const form = page.getByRole('form', { name: 'Đặt chỉ tiêu' });
  await form.getByLabel('Chỉ tiêu', { exact: true }).selectOption({ label: 'Đưa vào danh sách cảm tình Đảng' });
  await form.getByLabel('Số lượng').fill('12');
  const field = form.getByRole('combobox', { name: /^Số văn bản/ });
  await field.focus();
  await page.keyboard.type(number.toLowerCase());
  const option = form.getByRole('option', { name: new RegExp(number) });
  await expect(option).toContainText(`05/01/${year} · Đảng bộ`);
  await page.keyboard.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(number);
  await expect(form.getByLabel('Ngày ban hành')).toHaveValue(`05/01/${year}`);
  await expect(form.getByText('Trong sổ: Về chỉ tiêu kết nạp')).toBeVisible();
  // Typed on, it is a number like any other; taken back, it can be chosen again.
  await page.keyboard.type('x');
  await expect(form.getByText(/^Trong sổ:/)).toHaveCount(0);
  await page.keyboard.press('Backspace');
  await expect(option).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: 'Ghi', exact: true }).press('Enter');
  await expect(form).toHaveCount(0);
  await page.getByRole('link', { name: number }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('heading', { name: new RegExp(number) })).toBeVisible();
});

test.describe('the cascade', () => {
  test.describe.configure({ mode: 'serial' });

  test('200 are split over the units below, two are mended, and published: four clicks and two numbers', async ({ page, signIn }) => {
    await signIn(accounts.staff, '/viec');
    const hand = new Hand(page);
    await hand.click('Chỉ tiêu', 'link');
    hand.clicks += 1;
    await page.getByRole('row').filter({ hasText: 'Đưa vào danh sách cảm tình Đảng' }).getByRole('link', { name: 'Phân bổ', exact: true }).click();
    await hand.click('Đảng viên');
    const cells = page.locator('input[data-column=low]');
    await expect(cells.first()).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: 'Còn lại' })).toContainText('Đủ');
    const [first, second] = [Number(await cells.nth(0).inputValue()), Number(await cells.nth(1).inputValue())];
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(String(first + 3));
    await expect(page.getByText('chưa ban hành được: thừa 3')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ban hành' })).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type(String(second - 3));
    await hand.click('Ban hành');
    await expect(page.getByText(/^Đã ban hành\. 16 đơn vị có chỉ tiêu mới\.$/)).toBeVisible();
    expect(hand.clicks).toBeLessThanOrEqual(4);
    const { unit } = await ask<{ unit: { targets: { indicator: string; parts: { low: number }[] }[] } }>(page, `{ unit(code: "song-mau") { targets(period: "${year}") { indicator parts { low } } } }`);
    const parts = unit.targets.find(({ indicator }) => indicator === 'LISTED')!.parts.map(({ low }) => low);
    expect(parts.reduce((sum, low) => sum + low, 0)).toBe(200);
    expect(parts.slice(0, 2)).toEqual([first + 3, second - 3]);
  });

  test('what goes wrong loses nothing: wrong numbers are said at their cells, a draft comes back after a reload, a paste tells what it cannot take', async ({ page, signIn }) => {
    await signIn('staff@an-kieu', `/chi-tieu?ky=${year}`);
    await page.getByRole('row').filter({ hasText: 'Kết nạp đảng viên' }).getByRole('link', { name: 'Phân bổ', exact: true }).click();
    const cells = page.locator('input[data-column=low]');
    await cells.first().focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '4\n2,5\nmười\n3');
      document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Phải là số nguyên')).toBeVisible();
    await dialog.getByRole('button', { name: 'Dán 4 dòng' }).click();
    await expect(cells.nth(1)).toHaveValue('2,5');
    await expect(page.getByText('Không phải số')).toBeVisible();
    await expect(page.getByText('chưa ban hành được: 2 ô sai')).toBeVisible();
    await page.keyboard.press('Escape');
    // What is wrong is found again too.
    await expect(page.getByText(/^Đã lưu nháp \d\d:\d\d/)).toBeVisible();
    await page.reload();
    await expect(cells.nth(1)).toHaveValue('2,5');
    await expect(cells.nth(2)).toHaveValue('mười');
    await cells.nth(1).fill('1');
    await cells.nth(2).fill('0');
    await expect(page.getByText(/^Đã lưu nháp \d\d:\d\d/)).toBeVisible();
    await page.reload();
    await expect(cells.nth(0)).toHaveValue('4');
    await expect(cells.nth(2)).toHaveValue('0');
    await expect(page.getByText(/^Bản nháp của /)).toBeVisible();
    await cells.nth(3).fill('9');
    await cells.nth(3).press('ControlOrMeta+z');
    await expect(cells.nth(3)).toHaveValue('3');
  });

  test('a range upside down is said at its cell while it is typed, and keeps it from being published', async ({ page, signIn }) => {
    await signIn('staff@an-kieu', `/chi-tieu?ky=${year}`);
    await page.getByRole('button', { name: 'Đặt chỉ tiêu' }).click();
    const form = page.getByRole('form', { name: 'Đặt chỉ tiêu' });
    await form.getByLabel('Chỉ tiêu', { exact: true }).selectOption({ label: 'Công nhận đảng viên chính thức' });
    await form.getByLabel('Cách đặt').selectOption({ label: 'Trong khoảng' });
    await form.getByLabel('Mức thấp').fill('4');
    await form.getByLabel('Mức cao').fill('9');
    await form.getByLabel('Ngày ban hành').fill(`05/01/${year}`);
    await form.getByRole('button', { name: 'Ghi', exact: true }).click();
    await page.getByRole('row').filter({ hasText: 'Công nhận đảng viên chính thức' }).getByRole('link', { name: 'Phân bổ', exact: true }).click();
    await page.locator('input[data-column=low]').first().fill('5');
    await page.locator('input[data-column=high]').first().fill('3');
    await expect(page.getByText('Mức thấp không thể lớn hơn mức cao.')).toBeVisible();
    await expect(page.getByText('chưa ban hành được: 1 ô sai')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ban hành' })).toHaveAttribute('aria-disabled', 'true');
    await page.locator('input[data-column=high]').first().fill('6');
    await expect(page.getByText('Mức thấp không thể lớn hơn mức cao.')).toHaveCount(0);
  });

  test('published anew it asks for the document beside its field', async ({ page, signIn }) => {
    await signIn(accounts.staff, `/chi-tieu?ky=${year}`);
    await page.getByRole('row').filter({ hasText: 'Đưa vào danh sách cảm tình Đảng' }).getByRole('link', { name: 'Xem phân bổ' }).click();
    const cells = page.locator('input[data-column=low]');
    const [first, second] = [Number(await cells.nth(0).inputValue()), Number(await cells.nth(1).inputValue())];
    await cells.nth(0).fill(String(first - 1));
    await cells.nth(1).fill(String(second + 1));
    const form = page.getByRole('form', { name: 'Ban hành' });
    await form.getByLabel('Lý do').fill('Nguồn thay đổi');
    await form.getByRole('button', { name: 'Ban hành' }).click();
    await expect(form.getByText('Điều chỉnh phải theo một văn bản: nhập số văn bản.')).toBeVisible();
    await form.getByLabel('Số văn bản').fill('77-QĐ/TU');
    await form.getByRole('button', { name: 'Ban hành' }).click();
    await expect(page.getByText(/^Đã ban hành\. 2 đơn vị có chỉ tiêu mới\.$/)).toBeVisible();
  });

  test('somebody else published meanwhile: it says so before the click, keeps what was typed and takes the rest', async ({ page, signIn, settled }) => {
    const told = page.getByText(/^Người khác vừa ban hành phân bổ này\./);
    await signIn(accounts.staff, `/chi-tieu?ky=${year}`);
    const row = page.getByRole('row').filter({ hasText: 'doanh nghiệp ngoài nhà nước' });
    await row.getByRole('link', { name: 'Phân bổ', exact: true }).click();
    const cells = page.locator('input[data-column=low]');
    await cells.first().fill('12');
    await publishByAnother(page, [0, 12]);
    await page.getByRole('button', { name: 'Ban hành' }).click();
    await expect(told).toBeVisible();
    await expect(cells.first()).toHaveValue('12');
    await page.getByRole('button', { name: 'Xem bản mới nhất' }).click();
    await expect(told).toHaveCount(0);
    await expect(cells.first()).toHaveValue('12');
    await expect(cells.nth(1)).toHaveValue('12');
    await expect(page.getByText(/^Đã lưu nháp \d\d:\d\d/)).toBeVisible();
    // A decision ends the draft: the next saving finds it gone.
    await publishByAnother(page, [0, 11, 0, 1]);
    await cells.nth(2).fill('5');
    await expect(told).toBeVisible();
    await page.getByRole('button', { name: 'Xem bản mới nhất' }).click();
    await expect(told).toHaveCount(0);
    for (const [place, value] of ['12', '11', '5', '1'].entries()) await expect(cells.nth(place)).toHaveValue(value);
    await expect(page.getByText(/^Đã lưu nháp \d\d:\d\d/)).toBeVisible();
    await page.reload();
    for (const [place, value] of ['12', '11', '5', '1'].entries()) await expect(cells.nth(place)).toHaveValue(value);
    // A draft of somebody else's is not written over unseen either.
    const kept = page.getByText(/^Đã lưu nháp \d\d:\d\d/);
    await saveDraftAsAnother(page);
    await cells.nth(2).fill('6');
    await expect(page.getByText('Người khác vừa lưu một bản nháp khác của chỉ tiêu này.')).toBeVisible();
    await settled();
    await page.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await expect(kept).toBeVisible();
    await page.reload();
    for (const [place, value] of ['12', '11', '6', '1'].entries()) await expect(cells.nth(place)).toHaveValue(value);
  });
});

interface DividedTarget {
  readonly id: string;
  readonly slice: { readonly key: string } | null;
  readonly number: number;
  readonly allocation: { readonly number: number } | null;
  readonly draft: { readonly version: number } | null;
  readonly worksheet: readonly { readonly unit: { readonly id: string } }[];
}

/** The target of the province for companies. */
async function targetForCompanies(page: Page): Promise<DividedTarget> {
  const { unit } = await ask<{ unit: { targets: DividedTarget[] } }>(page, `{ unit(code: "song-mau") { targets(period: "${year}") { id number slice { key } allocation { number } draft { version } worksheet { unit { id } } } } }`);
  return unit.targets.find(({ slice }) => slice?.key === 'NON_STATE_ENTERPRISE')!;
}

/** Saves a draft over the one that is kept, as somebody else does beside the page. */
async function saveDraftAsAnother(page: Page): Promise<void> {
  const { id, draft, worksheet } = await targetForCompanies(page);
  const { saveAllocationDraft } = await ask<{ saveAllocationDraft: { __typename: string } }>(page, `mutation { saveAllocationDraft(input: { target: "${id}", expectedVersion: ${draft?.version ?? 0}, sumRule: EXACTLY, lines: [{ unit: "${worksheet[0]!.unit.id}", low: 3, isLocked: false }] }) { __typename } }`);
  expect(saveAllocationDraft).toEqual({ __typename: 'TargetChanged' });
}

/** Divides the target of the province for companies among its first units, as somebody else does beside the page. */
async function publishByAnother(page: Page, amounts: readonly number[]): Promise<void> {
  const target = await targetForCompanies(page);
  const lines = amounts.flatMap((low, place) => (low === 0 ? [] : [`{ unit: "${target.worksheet[place]!.unit.id}", low: ${low} }`]));
  const { publishAllocation } = await ask<{ publishAllocation: { __typename: string; code?: string } }>(
    page,
    `mutation { publishAllocation(input: { target: "${target.id}", expectedVersion: ${target.number}, expectedAllocation: ${target.allocation?.number ?? 0}, lines: [${lines.join(', ')}], issuedOn: "${year}-04-01", documentNumber: "9-QĐ/TU", reason: "Phân bổ lại", idempotencyKey: "e2e-${Date.now()}" }) { __typename ... on TargetRefused { code } } }`,
  );
  expect(publishAllocation).toEqual({ __typename: 'TargetChanged' });
}
