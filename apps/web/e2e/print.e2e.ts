import type { Page } from '@playwright/test';
import { accounts, comparisonOf, expect, overviewOf, test } from './journey.ts';

/** Prints as the browser's own dialog would, and counts the sheets. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = pdf.toString('latin1');
  // A4 on its side, in points.
  const [width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text)?.slice(1).map(Number) ?? [];
  expect(Math.abs(width - 842)).toBeLessThan(2);
  expect(Math.abs(height - 595)).toBeLessThan(2);
  return text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Makes the answer of the overview one of as many units below. */
async function widen(page: Page, count: number): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    const nodes: { id: string; code: string; name: string }[] | undefined = body.data?.viewer?.unit?.children?.nodes;
    if (nodes !== undefined) {
      const wide = Array.from({ length: count }, (_, index) => {
        const node = nodes[index % nodes.length]!;
        return { ...node, id: `${node.id}${index}`, code: `${node.code}.${index}`, name: `${node.name} ${index}` };
      });
      body.data.viewer.unit.children = { ...body.data.viewer.unit.children, totalCount: count, nodes: wide };
    }
    await route.fulfill({ response, json: body });
  });
}

test('the overview is printed with one click', async ({ page, signIn }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', document.fonts.status);
  });
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('button', { name: 'In', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'loaded');
});

test('paper says of whom and when, and has no navigation', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.waitForLoadState('networkidle');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const text = await page.evaluate(() => document.body.innerText);
  expect(text).toContain('Năm 2023 · Số liệu đến hết ngày 31/12/2023');
  expect(text).toMatch(/In lúc \d\d:\d\d \d\d\/\d\d\/\d{4} · Người in: Trương Khắc Nghiêm \(Cấp ủy\)/);
  for (const screen of ['So sánh', 'Đến nội dung chính', 'Tìm đơn vị', 'Xem bảng', 'Xem theo ngày', 'Tải bảng', 'Phân tích theo', 'Hiện tất cả']) expect(text).not.toContain(screen);
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
});

test('a province of 19 units takes two sheets, with every unit on them', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.getByRole('row', { name: /^Đảng bộ huyện Đức Hòa/ })).toBeAttached();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.getByRole('row', { name: /^Đảng bộ huyện Đức Hòa/ })).toHaveCount(0);
  expect(await sheetsOf(page)).toBe(2);
});

test('a province of 168 units takes four sheets at most', async ({ page, signIn }) => {
  await widen(page, 168);
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await expect(page.getByRole('button', { name: 'Hiện tất cả 168 đơn vị' })).toBeVisible();
  const begun = Date.now();
  const sheets = await sheetsOf(page);
  expect(sheets).toBeGreaterThan(2);
  expect(sheets).toBeLessThanOrEqual(4);
  expect(Date.now() - begun).toBeLessThan(10_000);
});

test('a comparison of six units takes one sheet, over the years two', async ({ page, signIn }) => {
  const codes = ['can-duoc', 'ben-luc', 'duc-hoa', 'can-giuoc', 'tan-tru', 'thu-thua'].map((code) => `long-an.${code}`).join(',');
  for (const { view, most } of [{ view: '', most: 1 }, { view: '&xem=cung-loai', most: 1 }, { view: '&xem=nam', most: 2 }]) {
    await signIn(accounts.province, `/so-sanh?ky=2023&a=${codes}${view}`);
    await comparisonOf(page, 'Đảng bộ tỉnh Long An');
    expect(await sheetsOf(page)).toBeLessThanOrEqual(most);
  }
});
