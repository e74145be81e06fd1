import type { Page } from '@playwright/test';
import { candidateAt, colleague, recordStep } from './candidates.ts';
import { Hand } from './hand.ts';
import { accounts, expect, test } from './journey.ts';

/* A wrong step is taken back: with one click within eight seconds, with three at most later, and nothing of it is lost on the way. */

const panelOf = (page: Page, name: string) => page.getByRole('dialog', { name });
const opener = (page: Page, action: string) => page.getByRole('main').getByRole('button', { name: action, exact: true });
const timeline = (page: Page) => page.getByRole('region', { name: 'Diễn biến' });

test('the awaited step is recorded, the page is right at once, and one click within eight seconds takes it back', async ({ page, signIn, request }) => {
  const { person, name } = await candidateAt(await colleague(request, accounts.staff), 'ADMISSION_DECIDED');
  await signIn(accounts.staff, `/nguoi/${person}`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await opener(page, 'Ghi ngày kết nạp').click();
  const panel = panelOf(page, name);
  await expect(panel.getByText(/còn \d+ ngày làm việc/)).toBeVisible();
  await expect(panel.getByLabel('Ngày', { exact: true })).toHaveValue(/^\d\d\/\d\d\/\d{4}$/);
  await panel.getByRole('button', { name: 'Ghi ngày kết nạp' }).click();
  await expect(panel.getByRole('status').filter({ hasText: 'Đã ghi: Lễ kết nạp' })).toBeVisible();
  await expect(timeline(page).getByText('Lễ kết nạp', { exact: true })).toBeAttached();
  const hand = new Hand(page);
  await hand.click(/^Hoàn tác$/);
  await expect(panel.getByText('Đã hoàn tác. Hồ sơ trở lại: Chờ lễ kết nạp.')).toBeVisible();
  expect(hand.clicks).toBe(1);
  await panel.getByRole('button', { name: 'Đóng' }).click();
  await expect(opener(page, 'Ghi ngày kết nạp')).toBeFocused();
  await expect(timeline(page).locator('s').filter({ hasText: 'Lễ kết nạp' })).toBeVisible();
  await expect(timeline(page).getByText('Đã hoàn tác: Ghi nhầm')).toBeVisible();
});

test('after eight seconds taking back is no longer offered beside the step, but in the timeline, with a reason', async ({ page, signIn, request }) => {
  const { person, name } = await candidateAt(await colleague(request, accounts.staff), 'ADMISSION_DECIDED');
  await page.clock.install();
  await signIn(accounts.staff, `/nguoi/${person}`);
  await opener(page, 'Ghi ngày kết nạp').click();
  const panel = panelOf(page, name);
  await panel.getByRole('button', { name: 'Ghi ngày kết nạp' }).click();
  await expect(panel.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
  await page.mouse.move(5, 5);
  await page.clock.fastForward(8_100);
  await expect(panel.getByRole('button', { name: 'Hoàn tác' })).toHaveCount(0);
  const hand = new Hand(page);
  await hand.click('Xong');
  await hand.click('Hoàn tác bước này');
  await timeline(page).getByLabel('Lý do hoàn tác').fill('Ghi nhầm người');
  await hand.click('Hoàn tác bước này');
  await expect(timeline(page).getByText('Đã hoàn tác: Ghi nhầm người')).toBeVisible();
  expect(hand.clicks).toBeLessThanOrEqual(3);
  await expect(opener(page, 'Ghi ngày kết nạp')).toBeVisible();
});


test.describe('when it goes wrong', () => {
  test.use({ expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED/ });

  test('taking back that could not be sent says so, stays offered, and one click more does it', async ({ page, signIn, request, context }) => {
    const { person, name } = await candidateAt(await colleague(request, accounts.staff), 'ADMISSION_DECIDED');
    await page.clock.install();
    await signIn(accounts.staff, `/nguoi/${person}`);
    await opener(page, 'Ghi ngày kết nạp').click();
    const panel = panelOf(page, name);
    await panel.getByRole('button', { name: 'Ghi ngày kết nạp' }).click();
    const hand = new Hand(page);
    await expect(panel.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
    await context.setOffline(true);
    await hand.click(/^Hoàn tác$/);
    await expect(panel.getByRole('alert')).toContainText('Chưa gửi được: không kết nối được với máy chủ.');
    // Where the line is away for longer than taking back is offered, it stays offered to whoever is at it.
    await page.clock.fastForward(8_100);
    await context.setOffline(false);
    await hand.click(/^Hoàn tác$/);
    await expect(panel.getByText('Đã hoàn tác. Hồ sơ trở lại: Chờ lễ kết nạp.')).toBeVisible();
    expect(hand.clicks).toBe(2);
    await expect(panel.getByRole('button', { name: 'Ghi ngày kết nạp' })).toBeVisible();
  });

  test('without a reason, and where a colleague was quicker with the next step, the reason that was typed stays', async ({ page, signIn, request, context }) => {
    const staff = await colleague(request, accounts.staff);
    const { person, candidacy } = await candidateAt(staff, 'CEREMONY_HELD');
    await signIn(accounts.staff, `/nguoi/${person}`);
    const undo = timeline(page).getByRole('button', { name: 'Hoàn tác bước này' });
    await undo.click();
    await undo.click();
    await expect(timeline(page).getByText('Còn thiếu mục này.')).toBeVisible();
    const reason = timeline(page).getByLabel('Lý do hoàn tác');
    await reason.fill('Ghi nhầm người');
    await context.setOffline(true);
    await undo.click();
    await expect(timeline(page).getByRole('alert')).toContainText('Chưa gửi được');
    await context.setOffline(false);
    await recordStep(staff, candidacy, 'REMOVAL_PROPOSED', { on: staff.daysAgo(0), reason: 'Vi phạm', removalGround: 'UNFIT_IN_PROBATION', vote: { base: 9, present: 9, inFavour: 9 } });
    await undo.click();
    await expect(timeline(page).getByRole('alert')).toContainText('Hồ sơ vừa được người khác sửa');
    await expect(timeline(page).getByText('Vi phạm')).toBeVisible();
    await expect(reason).toHaveValue('Ghi nhầm người');
    await undo.first().click();
    await expect(reason).toHaveValue('Ghi nhầm người');
    const { candidacy: now } = await staff.ask<{ candidacy: { state: string } }>('query ($id: ID!) { candidacy(id: $id) { state } }', { id: candidacy });
    expect(now.state).toBe('REMOVAL_PROPOSED');
  });
});
