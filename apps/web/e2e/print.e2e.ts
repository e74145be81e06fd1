import type { Page } from '@playwright/test';
import { personPath } from './candidates.ts';
import { accounts, comparisonOf, expect, overviewOf, test } from './journey.ts';

/** Prints as the browser's own dialog would, and counts the sheets: A4 on its side, or upright. */
async function sheetsOf(page: Page, isUpright = false): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = pdf.toString('latin1');
  // In points.
  const [short, long] = [595, 842];
  for (const [, width, height] of text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)) {
    expect(Math.abs(Number(width) - (isUpright ? short : long))).toBeLessThan(2);
    expect(Math.abs(Number(height) - (isUpright ? long : short))).toBeLessThan(2);
  }
  return text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Makes the answer of the overview one of as many units below. */
async function widen(page: Page, count: number): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    const nodes: { id: string; code: string; name: string }[] | undefined = body.data?.viewer?.own?.children?.nodes;
    if (nodes !== undefined) {
      const wide = Array.from({ length: count }, (_, index) => {
        const node = nodes[index % nodes.length]!;
        return { ...node, id: `${node.id}${index}`, code: `${node.code}.${index}`, name: `${node.name} ${index}` };
      });
      body.data.viewer.own.children = { ...body.data.viewer.own.children, totalCount: count, nodes: wide };
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
  await expect(page.locator('table').first().locator('tbody tr')).toHaveCount(19);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
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

/** What stands on paper, line by line. */
async function paperOf(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const text = await page.evaluate(() => document.body.innerText);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  return text;
}

test('the tree is printed as it is open, all of its lines numbered, and nothing of the screen', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023');
  const tree = page.getByRole('treegrid');
  await expect(tree.locator('[aria-level="2"]').first()).toBeVisible();
  expect(await sheetsOf(page, true)).toBe(1);
  await page.getByRole('button', { name: 'Mở đến cấp' }).click();
  await page.getByRole('button', { name: /^Tổ chức cơ sở đảng/ }).click();
  await expect(tree.locator('[aria-level="3"]').first()).toBeVisible();
  const lines = Number(await tree.getAttribute('aria-rowcount')) - 1;
  const paper = await paperOf(page);
  expect(paper).toContain('Năm 2023 · Số liệu đến hết ngày 31/12/2023');
  expect(paper).toMatch(/^1 Đảng bộ thành phố Tân An\s+Huyện\s+66\s+3\.672\s+118$/m);
  expect(paper).toMatch(/^4\.1 Đảng bộ thị trấn [^\t]+\tXã, phường\t/m);
  expect(paper.match(/^[\d.]+ (Đảng bộ|Chi bộ|Đảng ủy) /gm)).toHaveLength(lines - 1);
  for (const screen of ['Mở đến cấp', 'Thu gọn tất cả', 'Trang đơn vị', 'Toàn cảnh', 'Chế độ xem']) expect(paper).not.toContain(screen);
  await expect(page.getByRole('table')).toHaveCount(0);
  const sheets = await sheetsOf(page, true);
  expect(sheets).toBeGreaterThan(lines / 50);
  expect(sheets).toBeLessThanOrEqual(Math.ceil(lines / 40));
});

test('a tree that is searched is printed with the way to each hit', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023&tim=cong+an');
  await expect(page.getByText(/^Tìm thấy/)).toBeVisible();
  const paper = await paperOf(page);
  expect(paper).toMatch(/^Tìm thấy \d+ đơn vị\.$/m);
  expect(paper).toMatch(/^1 Đảng bộ /m);
  expect(paper).toMatch(/^1\.1 .+/m);
});

test('the list is printed with what it is narrowed to, and its page takes few sheets', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023&xem=danh-sach&loai=CELL&tim=truong');
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(101);
  const paper = await paperOf(page);
  expect(paper).toMatch(/^Chỉ gồm: Chi bộ · “truong”$/m);
  expect(paper).toMatch(/^1–100 trong [\d.]+ đơn vị$/m);
  expect(paper.match(/\tChi bộ\t/g)).toHaveLength(100);
  for (const screen of ['Trang sau', 'Tất cả loại đơn vị']) expect(paper).not.toContain(screen);
  expect(await sheetsOf(page)).toBeLessThanOrEqual(5);
});

test('the picture of the whole fits a sheet', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023&xem=toan-canh');
  await expect(page.getByRole('figure').locator('svg text').first()).toBeVisible();
  expect(await sheetsOf(page)).toBe(1);
});

for (const path of ['/to-chuc?ky=2023&xem=danh-sach', '/don-vi/long-an.can-duoc?xem=cap-duoi', '/don-vi/long-an.can-duoc?xem=dang-vien']) {
  test(`what is longer than a sheet begins where it stands and goes on over the next: ${path}`, async ({ page, signIn }) => {
    await signIn(accounts.province, path);
    await expect(page.locator('main table tbody tr').nth(10)).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.setViewportSize({ width: 1032, height: 699 });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const long = await page.locator('main section').evaluateAll((sections) =>
      sections.filter(({ clientHeight }) => clientHeight > innerHeight).map((section) => getComputedStyle(section).breakInside),
    );
    expect(long.length).toBeGreaterThanOrEqual(1);
    expect(long.filter((rule) => rule !== 'auto')).toEqual([]);
  });
}

test('the record of a person is printed upright, on two sheets at most, with who printed it and nothing to press', async ({ page, signIn, request }) => {
  await signIn(accounts.staff, await personPath(request));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const paper = await paperOf(page);
  expect(paper).toContain('Phiếu theo dõi');
  expect(paper).toMatch(/In lúc \d\d:\d\d \d\d\/\d\d\/\d{4} · Người in: /);
  expect(paper).toContain('Mẫu 1-KNĐ');
  for (const screen of ['Ghi ngày kết nạp', 'Hoàn tác bước này', 'Thêm người liên quan', 'ghi vào nhật ký']) expect(paper).not.toContain(screen);
  expect(await sheetsOf(page, true)).toBeLessThanOrEqual(2);
  // A camera finds the page from its paper.
  await page.emulateMedia({ media: 'print' });
  expect((await page.getByRole('img', { name: 'Mã QR mở trang này' }).boundingBox())?.width).toBeGreaterThan(60);
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByRole('img', { name: 'Mã QR mở trang này' })).toBeHidden();
});

test('what is to be done is printed unit by unit, with the day and who printed it, and nothing of the screen', async ({ page, signIn }) => {
  await signIn('staff@an-kieu', '/viec');
  await expect(page.getByRole('table').first()).toBeVisible();
  const paper = await paperOf(page);
  expect(paper).toMatch(/Việc cần làm · Số liệu đến hết ngày \d\d\/\d\d\/\d{4}/);
  expect(paper).toMatch(/^\d+ việc, theo đơn vị\.$/m);
  expect(paper).toMatch(/^Chi bộ [^\t]+, Đảng bộ [^\t]+$/m);
  expect(paper).toMatch(/quá hạn \d+ ngày/);
  for (const screen of ['Xem bảng', 'Các hạn trong 6 tuần tới', 'Tải hình']) expect(paper).not.toContain(screen);
});

test('a plan is printed with who sees to what and what became of it, and nothing of the screen', async ({ page, signIn }) => {
  await signIn('staff@an-kieu', '/ke-hoach');
  await expect(page.getByRole('table').first()).toBeVisible();
  const paper = await paperOf(page);
  expect(paper).toMatch(/Kế hoạch năm \d{4} · Số liệu đến hết ngày \d\d\/\d\d\/\d{4}/);
  expect(paper).toMatch(/Xong \d+\/\d+ việc/);
  expect(paper).toContain('Bí thư đảng ủy');
  for (const screen of ['Thêm việc', 'Sửa căn cứ', 'Tải bảng', 'Ghi xong']) expect(paper).not.toContain(screen);
});

test('letters that wait elsewhere are printed with their limits, and nothing of the screen', async ({ page, signIn }) => {
  await signIn('staff@an-kieu', '/chuyen-sinh-hoat?xem=da-gui');
  await expect(page.getByRole('table')).toBeVisible();
  const paper = await paperOf(page);
  expect(paper).toMatch(/Chuyển sinh hoạt · Số liệu đến hết ngày \d\d\/\d\d\/\d{4}/);
  expect(paper).toMatch(/Hạn nộp giấy: quá hạn \d+ ngày làm việc · \d\d\/\d\d\/\d{4}/);
  for (const screen of ['Tôi có giấy giới thiệu', 'Xem giấy', 'Tải bảng', 'Mọi hình thức', 'Chỉ giấy quá hạn']) expect(paper).not.toContain(screen);
});

test('the division of a target is printed as the annex to its decision: number, day, sums, parts and a place to sign', async ({ page, signIn }) => {
  const year = new Date().getFullYear();
  await signIn(accounts.present, `/chi-tieu?ky=${year}`);
  await page.getByRole('row').filter({ hasText: /Kết nạp đảng viên.*190/ }).getByRole('link', { name: /phân bổ/i }).first().click();
  await expect(page.getByRole('table').first()).toBeVisible();
  const paper = await paperOf(page);
  expect(paper).toMatch(/phụ lục phân bổ chỉ tiêu/i);
  expect(paper).toMatch(/^Kèm theo văn bản số 63-QĐ\/TU ngày 12\/12\/\d{4}$/m);
  expect(paper).toMatch(/Được giao\n+190/);
  expect(paper).toContain('Đảng bộ xã An Kiều');
  expect(paper).toContain('(ký, ghi rõ họ tên, đóng dấu)');
  for (const screen of ['Ban hành', 'Gợi ý', 'Hoàn tác']) expect(paper).not.toContain(screen);
});
