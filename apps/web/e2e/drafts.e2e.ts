import type { Page } from '@playwright/test';
import { candidateAt, colleague } from './candidates.ts';
import { accounts, expect, password, test } from './journey.ts';

/* What is half typed into a small form is there again when it is opened again; nothing of it is written to any disk. */

const kept = 'Phần nhập dở lần trước vẫn được giữ.';

/** What the browser keeps of the page. */
async function stored(page: Page): Promise<string> {
  return await page.evaluate(() => [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage)).join(' '));
}

/** Whether the browser asks before it leaves the page. */
async function asks(page: Page): Promise<boolean> {
  return await page.evaluate(() => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  });
}

test('why a letter is taken back outlasts Escape, and the form stands open again', async ({ page, signIn, request }) => {
  const staff = await colleague(request, 'staff@hai-hau');
  const { person } = await candidateAt(staff, 'IDENTIFIED');
  const { viewer } = await staff.ask<{ viewer: { today: string } }>('{ viewer { today } }');
  const input = { person, kind: 'OFFICIAL', destination: 'Tỉnh khác', isUnderOneUpper: false, letterNumber: '9-GT/HU', on: viewer.today, idempotencyKey: crypto.randomUUID() };
  await staff.ask('mutation ($input: IssueTransferInput!) { issueTransfer(input: $input) { ... on TransferChanged { transfer { id } } } }', { input });
  await signIn('staff@hai-hau', `/nguoi/${person}`);
  const open = async () => await page.getByRole('region', { name: 'Chuyển sinh hoạt' }).getByRole('button', { name: /^Xem giấy/ }).click();
  await open();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Hủy giấy này…' }).click();
  await panel.getByLabel('Lý do').fill('Người này không đi nữa');
  expect(await asks(page)).toBe(true);
  await page.keyboard.press('Escape');
  await open();
  await expect(panel.getByText(kept)).toBeVisible();
  await expect(panel.getByLabel('Lý do')).toHaveValue('Người này không đi nữa');
  expect(await stored(page)).not.toContain('không đi nữa');
  await panel.getByRole('button', { name: 'Hủy giấy', exact: true }).click();
  await expect(panel.getByText('Đã hủy giấy.')).toBeVisible();
  expect(await asks(page)).toBe(false);
});

test('the document about many people outlasts Escape', async ({ page, signIn, request }) => {
  const staff = await colleague(request, 'staff@khoi-co-quan');
  const { name } = await candidateAt(staff, 'LISTED');
  await signIn('staff@khoi-co-quan', '/nguon?buoc=nguon&xep=han');
  await page.getByRole('checkbox', { name: `Cử đi học: chọn ${name}` }).check();
  await page.getByRole('button', { name: 'Cử đi học: 1 người' }).click();
  const panel = page.getByRole('dialog', { name: 'Cử đi học: 1 người' });
  await panel.getByLabel('Số văn bản').fill('15-QĐ/ĐUK');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Cử đi học: 1 người' }).click();
  await expect(panel.getByText(kept)).toBeVisible();
  await expect(panel.getByLabel('Số văn bản')).toHaveValue('15-QĐ/ĐUK');
  await panel.getByRole('button', { name: 'Bỏ phần đã nhập' }).click();
  await expect(panel.getByLabel('Số văn bản')).toHaveValue('');
});

test('a power that is half typed outlasts another page', async ({ page, signIn, request }) => {
  const staff = await colleague(request, accounts.staff);
  const { units } = await staff.ask<{ units: { nodes: { code: string; authority: { canBeGiven: string[]; viewerCannotBecause: string | null } }[] } }>(
    '{ units(filter: { tier: GRASSROOTS }, first: 100) { nodes { code authority { canBeGiven viewerCannotBecause } } } }',
  );
  const unit = units.nodes.findLast(({ authority }) => authority.canBeGiven.includes('DECIDES_ADMISSIONS') && authority.viewerCannotBecause === null)!;
  await signIn(accounts.staff, `/don-vi/${encodeURIComponent(unit.code)}?xem=lich-su`);
  const card = page.getByRole('region', { name: 'Thẩm quyền' });
  await card.getByRole('button', { name: 'Ủy quyền quyết định' }).click();
  await card.getByLabel('Số văn bản').fill('40-QĐ/ĐU');
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link', { name: 'Quy định' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quy định và ngày làm việc' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.goBack();
  await card.getByRole('button', { name: 'Ủy quyền quyết định' }).click();
  await expect(card.getByText(kept)).toBeVisible();
  await expect(card.getByLabel('Số văn bản')).toHaveValue('40-QĐ/ĐU');
  await card.getByRole('button', { name: 'Hủy', exact: true }).click();
  expect(await asks(page)).toBe(false);
});

test.describe('a session that ends', () => {
  test.use({ expected: /Failed to load resource|net::ERR/ });

  test('a changed ethnic group outlasts the lock and the session, and is kept by the page alone', async ({ page, signIn, request, context }) => {
    const { person } = await candidateAt(await colleague(request, accounts.staff), 'FILE_OPENED');
    await signIn(accounts.staff, `/nguoi/${person}`);
    const card = page.getByRole('region', { name: 'Dân tộc, tôn giáo, số định danh' });
    await card.getByLabel('Ghi thêm').fill('Đối chiếu lý lịch');
    await card.getByRole('button', { name: 'Mở khóa' }).click();
    await card.getByRole('button', { name: 'Sửa' }).click();
    await card.getByLabel('Dân tộc').selectOption({ label: 'Tày' });
    expect(await stored(page)).not.toContain('Tày');
    await page.waitForLoadState('networkidle');
    await context.clearCookies();
    await card.getByRole('button', { name: 'Ghi', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã kết thúc' });
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(card.getByLabel('Dân tộc').locator('option:checked')).toHaveText('Tày');
    await page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link', { name: 'Quy định' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Quy định và ngày làm việc' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.goBack();
    await card.getByRole('button', { name: 'Mở khóa' }).click();
    await expect(card.getByText(kept)).toBeVisible();
    await expect(card.getByLabel('Dân tộc').locator('option:checked')).toHaveText('Tày');
    await card.getByRole('button', { name: 'Ghi', exact: true }).click();
    await expect(card.getByText('Tày')).toBeVisible();
    expect(await asks(page)).toBe(false);
  });
});
