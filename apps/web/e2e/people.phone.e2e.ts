import type { Locator } from '@playwright/test';
import { aCell, candidateAt, colleague, newName, ownUnit, typed } from './candidates.ts';
import { accounts, expect, test } from './journey.ts';

const secretary = 'secretary@song-mau';

/** A thumb that counts its taps; fields that are filled are counted apart. */
class Thumb {
  taps = 0;
  fields = 0;

  async tap(target: Locator): Promise<void> {
    this.taps += 1;
    await target.tap();
  }

  async fill(target: Locator, text: string): Promise<void> {
    this.fields += 1;
    await target.fill(text);
  }
}

test('a secretary records a ceremony with three taps and a day at most, from what is to be done to the last word, and takes it back with one', async ({ page, signIn, request }) => {
  const unit = await ownUnit(await colleague(request, secretary));
  const staff = await colleague(request, accounts.staff);
  const { person, name } = await candidateAt(staff, 'ADMISSION_DECIDED', { cell: await aCell(staff, 0, unit) });
  const day = typed(staff.daysAgo(6));
  await signIn(secretary, '/');
  const thumb = new Thumb();
  await thumb.tap(page.getByRole('main').getByRole('link', { name }).first());
  await expect(page).toHaveURL(new RegExp(`/nguoi/${person}`));
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: 'Ghi ngày kết nạp' })).toBeInViewport();
  await thumb.tap(page.getByRole('main').getByRole('button', { name: 'Ghi ngày kết nạp' }));
  const panel = page.getByRole('dialog', { name });
  expect((await panel.boundingBox())?.width).toBe(390);
  await thumb.fill(panel.getByLabel('Ngày', { exact: true }), day);
  await thumb.tap(panel.getByRole('button', { name: 'Ghi ngày kết nạp' }));
  await expect(panel.getByText(`Đã ghi: Lễ kết nạp, ngày ${day}.`)).toBeVisible();
  expect(thumb.taps).toBeLessThanOrEqual(3);
  expect(thumb.fields).toBe(1);
  await panel.getByRole('button', { name: 'Hoàn tác' }).tap();
  await expect(panel.getByText('Đã hoàn tác. Hồ sơ trở lại: Chờ lễ kết nạp.')).toBeVisible();
  await expect(panel.getByLabel('Ngày', { exact: true })).toHaveValue(day);
});

test('a secretary adds a candidate with three taps and four fields at most', async ({ page, signIn }) => {
  await signIn(secretary, '/');
  const thumb = new Thumb();
  await thumb.tap(page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link', { name: 'Nguồn' }));
  await thumb.tap(page.getByRole('link', { name: 'Thêm quần chúng' }));
  const form = page.getByRole('form', { name: 'Thêm quần chúng' });
  const name = newName();
  await thumb.fill(form.getByLabel('Họ và tên'), name);
  await thumb.fill(form.getByLabel('Ngày sinh'), '12/05/2003');
  thumb.fields += 1;
  await form.getByRole('radio', { name: 'Nam' }).tap();
  await thumb.tap(form.getByRole('button', { name: 'Thêm quần chúng' }));
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  // The cell is theirs: nobody asks for it.
  expect(thumb.taps).toBeLessThanOrEqual(3);
  expect(thumb.fields).toBeLessThanOrEqual(4);
});

test.describe('on a line that breaks', () => {
  test.use({ expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED/ });

  test('a ceremony on a day that has not come is refused beside the day; the right one outlasts Escape and is sent when the line is back', async ({ page, signIn, request, context }) => {
    const unit = await ownUnit(await colleague(request, secretary));
    const staff = await colleague(request, accounts.staff);
    const { name } = await candidateAt(staff, 'ADMISSION_DECIDED', { cell: await aCell(staff, 0, unit) });
    const day = typed(staff.daysAgo(6));
    await signIn(secretary, '/');
    const open = page.getByRole('button', { name: `Ghi ngày kết nạp ${name}` });
    await open.tap();
    const panel = page.getByRole('dialog', { name });
    const field = panel.getByLabel('Ngày', { exact: true });
    await field.fill('31/12/2099');
    await panel.getByRole('button', { name: 'Ghi ngày kết nạp' }).tap();
    await expect(panel.getByText('Ngày này chưa tới: muộn nhất là hôm nay')).toBeVisible();
    await field.fill(day);
    await context.setOffline(true);
    await panel.getByRole('button', { name: 'Ghi ngày kết nạp' }).tap();
    await expect(panel.getByRole('alert')).toContainText('Những gì đã nhập vẫn còn.');
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await context.setOffline(false);
    await open.tap();
    await expect(field).toHaveValue(day);
    await panel.getByRole('button', { name: 'Ghi ngày kết nạp' }).tap();
    await expect(panel.getByText(`Đã ghi: Lễ kết nạp, ngày ${day}.`)).toBeVisible();
  });

  test('a new candidate keeps every field, and is added once when the line is back', async ({ page, signIn, request, context }) => {
    const staff = await colleague(request, accounts.staff);
    const cell = await aCell(staff);
    await signIn(accounts.staff, `/nguon/them?don-vi=${cell.code}`);
    const form = page.getByRole('form', { name: 'Thêm quần chúng' });
    const name = newName();
    await form.getByLabel('Họ và tên').fill(name);
    await form.getByLabel('Ngày sinh').fill('31/02/2001');
    await form.getByRole('radio', { name: 'Nữ' }).tap();
    await form.getByRole('button', { name: 'Thêm quần chúng' }).tap();
    await expect(form.getByText('Không có ngày 31/02/2001. Viết ngày/tháng/năm.')).toBeVisible();
    await form.getByLabel('Ngày sinh').fill('28/02/2001');
    // The answer is lost, and then the line.
    await page.route('**/graphql', async (route) => {
      const { operationName }: { operationName: string } = route.request().postDataJSON();
      if (operationName === 'AddCandidate') await route.fetch();
      await route.abort();
    });
    await form.getByRole('button', { name: 'Thêm quần chúng' }).tap();
    await expect(form.getByRole('alert')).toContainText('Những gì đã nhập vẫn còn.');
    await page.unroute('**/graphql');
    await context.setOffline(true);
    await form.getByRole('button', { name: 'Thử lại' }).tap();
    await expect(form.getByRole('alert')).toContainText('Những gì đã nhập vẫn còn.');
    await expect(form.getByLabel('Họ và tên')).toHaveValue(name);
    await context.setOffline(false);
    await form.getByRole('button', { name: 'Thử lại' }).tap();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    const { people } = await staff.ask<{ people: { nodes: { fullName: string }[] } }>('query ($search: String) { people(filter: { search: $search }, first: 100) { nodes { fullName } } }', { search: name });
    expect(people.nodes.filter(({ fullName }) => fullName === name)).toHaveLength(1);
  });
});

test('nothing of a person’s page, or of a form, is wider than a phone or too small for a thumb', async ({ page, signIn, request }) => {
  const { person, name } = await candidateAt(await colleague(request, accounts.staff), 'VERIFICATION_STARTED');
  await signIn(accounts.staff, `/nguoi/${person}`);
  await page.getByRole('button', { name: 'Thêm người liên quan' }).tap();
  await page.getByRole('button', { name: 'Ghi giấy tờ: Đơn xin vào Đảng' }).tap();
  const small = async () =>
    await page
      .locator('button:visible, select:visible, input:visible:not([type=radio]), summary:visible')
      .evaluateAll((elements) => elements.map((element) => ({ text: element.textContent, height: element.getBoundingClientRect().height })).filter(({ height }) => height < 44));
  expect(await small()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await page.getByRole('main').getByRole('button', { name: 'Ghi nghị quyết chi bộ' }).tap();
  const panel = page.getByRole('dialog', { name });
  await panel.getByText('Thêm chi tiết').tap();
  expect(await small()).toEqual([]);
  expect(await panel.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
  await page.goto('/nguon/them');
  await page.getByText('Thêm chi tiết').tap();
  expect(await small()).toEqual([]);
});
