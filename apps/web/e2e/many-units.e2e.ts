import type { Page } from '@playwright/test';
import { Hand } from './hand.ts';
import { accounts, expect, overviewOf, test } from './journey.ts';

/** The demonstration has no unit with so many children: its nineteen are repeated, each with figures of its own. */
async function withChildren(page: Page, count: number): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    const unit = body.data?.viewer?.own;
    if (unit?.children) {
      const { nodes } = unit.children;
      unit.children.nodes = Array.from({ length: count }, (_, index) => {
        const copy = structuredClone(nodes[index % nodes.length]);
        const { admitted } = copy.rollup;
        const difference = (index % 41) - 20;
        const last = { ...admitted.samePeriodLastYear, value: Math.max(0, admitted.value - difference), difference, standing: difference < 0 ? 'FEWER' : difference > 0 ? 'MORE' : 'SAME' };
        return { ...copy, id: `unit-${index}`, code: `long-an.${index}`, name: `Đảng bộ số ${index}`, rollup: { ...copy.rollup, admitted: { ...admitted, samePeriodLastYear: last } } };
      });
      unit.children.totalCount = count;
    }
    await route.fulfill({ response, json: body });
  });
}

for (const count of [1, 14, 170]) {
  test(`the overview is right for ${count} units below`, async ({ page, signIn }) => {
    await withChildren(page, count);
    await signIn(accounts.province, '/tong-quan?ky=2023');
    await overviewOf(page, 'Đảng bộ tỉnh Long An');
    const rows = page.locator('table').first().locator('tbody tr');
    await expect(rows).toHaveCount(count > 24 ? 21 : count);
    expect(await page.locator('*').count()).toBeLessThanOrEqual(1_500);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    if (count > 24) {
      await expect(page.getByText('… 150 đơn vị ở giữa …')).toBeVisible();
      await page.getByRole('button', { name: 'Hiện tất cả 170 đơn vị' }).click();
      await expect(rows).toHaveCount(170);
    }
  });
}

/** The demonstration divides over sixteen units at the most: they are repeated, and what is published of them is taken as it is sent. */
async function withWorksheet(page: Page, count: number, total: number): Promise<{ readonly published: () => readonly { readonly low: number }[] }> {
  let target: Record<string, unknown> & { worksheet: object[] } = { worksheet: [] };
  let published: readonly { readonly low: number }[] = [];
  await page.route('**/graphql', async (route) => {
    const { operationName, variables } = route.request().postDataJSON();
    const change = (more: object) => route.fulfill({ json: { data: { change: { __typename: 'TargetChanged', ...more } } } });
    if (operationName === 'SaveAllocationDraft') {
      const { sumRule, reserve, lines } = variables.input;
      return await change({ target: { ...target, draft: { __typename: 'AllocationDraft', version: 1, sumRule, reserve, lines: lines.map((line: object) => ({ __typename: 'DraftLine', ...line })), savedBy: 'ai đó', savedAt: new Date().toISOString() } } });
    }
    if (operationName === 'PublishAllocation') {
      published = variables.input.lines;
      return await change({ isWritten: true, target: { ...target, draft: null }, changes: published.map((_, index) => ({ __typename: 'AllocationChange', unit: { __typename: 'UnitStub', id: `unit-${index}` } })) });
    }
    const response = await route.fetch();
    const text = await response.text();
    // Lists tell of the target too, and are read again when something changes elsewhere: it is as large in every answer, whichever comes last.
    const body = JSON.parse(text, (_key, value) => (value?.slice?.key === 'PUPIL' && 'low' in value ? { ...value, low: total } : value));
    if (operationName === 'Worksheet') {
      const { worksheet } = body.data.target;
      body.data.target.worksheet = Array.from({ length: count }, (_, index) => {
        const row = structuredClone(worksheet[index % worksheet.length]);
        return { ...row, unit: { ...row.unit, id: `unit-${index}`, code: `song-mau.${index}`, name: `Đảng bộ số ${index}` } };
      });
      ({ target } = body.data);
    }
    if (operationName === 'Suggestion') {
      body.data.target.suggestion = Array.from({ length: count }, (_, index) => ({ __typename: 'SuggestedLine', unit: `unit-${index}`, low: Math.floor(total / count) + Number(index < total % count), high: null }));
    }
    await route.fulfill({ response, json: body });
  });
  return { published: () => published };
}

test('640 are split over 210 units, two are mended, and published: four clicks and two numbers, the sum always in sight', async ({ page, signIn }) => {
  const { published } = await withWorksheet(page, 210, 640);
  await signIn(accounts.staff, '/viec');
  const hand = new Hand(page);
  await hand.click('Chỉ tiêu', 'link');
  hand.clicks += 1;
  await page.getByRole('row').filter({ hasText: '(học sinh)' }).getByRole('link', { name: 'Phân bổ', exact: true }).click();
  await hand.click('Đảng viên');
  const cells = page.locator('input[data-column=low]');
  await expect(cells).toHaveCount(210);
  await expect(cells.first()).toBeFocused();
  const left = page.getByRole('status').filter({ hasText: /Còn lại|Thừa/ });
  await expect(left).toContainText('Đủ');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('6');
  await expect(page.getByText('chưa ban hành được: thừa 2')).toBeAttached();
  // A row far below the first is reached by keys, as in a spreadsheet.
  for (let row = 0; row < 30; row += 1) await page.keyboard.press('ArrowDown');
  await expect(cells.nth(30)).toBeFocused();
  await expect(left).toContainText('2');
  await expect(left).toBeInViewport();
  await page.keyboard.type('1');
  await expect(left).toContainText('Đủ');
  await hand.click('Ban hành');
  await expect(page.getByText(/^Đã ban hành\. 210 đơn vị có chỉ tiêu mới\.$/)).toBeVisible();
  expect(hand.clicks).toBeLessThanOrEqual(4);
  const lows = published().map(({ low }) => low);
  expect([lows.length, lows[0], lows[30]]).toEqual([210, 6, 1]);
  expect(lows.reduce((sum, low) => sum + low, 0)).toBe(640);
});
