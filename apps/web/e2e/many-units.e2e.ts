import type { Page } from '@playwright/test';
import { accounts, expect, overviewOf, test } from './journey.ts';

/** The demonstration has no unit with so many children: its nineteen are repeated, each with figures of its own. */
async function withChildren(page: Page, count: number): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    const unit = body.data?.viewer?.unit;
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
