import { accounts, ask, expect, figure, overviewOf, test } from './journey.ts';

test('the overview fits a phone, bars of one length beside numbers of one width', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBe(0);
  const tracks = await page
    .locator('li:has(> p > a) > div > span:first-child')
    .evaluateAll((elements) => elements.map((element) => Math.round(element.getBoundingClientRect().width)));
  expect(tracks.length).toBeGreaterThanOrEqual(8);
  expect(new Set(tracks).size).toBe(1);
});

test('the list behind a figure fills the screen of a phone', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?don-vi=long-an.can-duoc&ky=2023');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  await figure(page, 'Kết nạp').getByRole('link').tap();
  const panel = page.getByRole('dialog', { name: 'Kết nạp' });
  await expect(panel.getByText('Đúng bằng số liệu')).toBeVisible();
  expect((await panel.boundingBox())?.width).toBe(390);
  await panel.getByRole('button', { name: 'Đóng' }).tap();
  await expect(panel).toHaveCount(0);
});

test('buttons of a phone are large enough for a thumb', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  const small = await page
    .locator('button:visible, select:visible')
    .evaluateAll((elements) =>
      elements
        .map((element) => ({ text: element.textContent, height: element.getBoundingClientRect().height }))
        .filter(({ height }) => height < 44),
    );
  expect(small).toEqual([]);
});

test('a phone goes down the tree one level at a time, and finds a unit by name', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023');
  await page.getByRole('link', { name: /^Đảng bộ huyện Cần Đước/ }).tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Đảng bộ huyện Cần Đước' })).toBeVisible();
  const { unit } = await ask<{ unit: { children: { totalCount: number } } }>(page, '{ unit(code: "long-an.can-duoc") { children(first: 1, asOf: "2023-12-31") { totalCount } } }');
  await expect(page.getByRole('region', { name: 'Cây tổ chức' }).getByRole('listitem')).toHaveCount(unit.children.totalCount);
  await page.getByRole('searchbox').fill('cong an');
  await expect(page.locator('mark').first()).toHaveText('Công an');
  await page.getByRole('region', { name: 'Cây tổ chức' }).getByRole('link').first().tap();
  await expect(page).toHaveURL(/\/don-vi\//);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBe(0);
});
