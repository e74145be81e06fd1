import type { Page } from '@playwright/test';
import { accounts, ask, expect, test, vietnamese, watchOperations } from './journey.ts';

const tree = (page: Page) => page.getByRole('treegrid');
const row = (page: Page, name: string) => tree(page).getByRole('row').filter({ hasText: name });

/** The row that the tree names as the one with the focus; it is always there. */
async function active(page: Page): Promise<string> {
  const id = await tree(page).getAttribute('aria-activedescendant');
  expect(id).not.toBeNull();
  const element = page.locator(`[id="${id}"]`);
  await expect(element).toHaveCount(1);
  return (await element.locator('a').first().textContent()) ?? '';
}

async function openTree(page: Page): Promise<void> {
  await expect(row(page, 'Đảng bộ huyện Cần Đước')).toBeVisible();
  await tree(page).focus();
}

test('the tree is gone through by keys alone and never loses the focus', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023');
  await openTree(page);
  expect(await active(page)).toBe('Đảng bộ tỉnh Long An');
  const operations = watchOperations(page);
  await page.keyboard.type('can d');
  expect(await active(page)).toBe('Đảng bộ huyện Cần Đước');
  await page.keyboard.press('ArrowRight');
  await expect(row(page, 'Đảng bộ huyện Cần Đước')).toHaveAttribute('aria-expanded', 'true');
  await expect(tree(page).locator('[aria-level="3"]').first()).toBeVisible();
  expect(operations).toEqual(['UnitsBelow']);
  await page.keyboard.press('ArrowRight');
  const child = await active(page);
  expect(child).not.toBe('Đảng bộ huyện Cần Đước');
  await page.keyboard.press('End');
  await page.keyboard.press('PageUp');
  await active(page);
  await page.keyboard.press('Home');
  expect(await active(page)).toBe('Đảng bộ tỉnh Long An');
  // Scrolled out of sight by the wheel, the row with the focus is still there.
  await tree(page).hover();
  await page.mouse.wheel(0, 2_000);
  expect(await active(page)).toBe('Đảng bộ tỉnh Long An');
  await page.keyboard.press('ArrowLeft');
  await expect(tree(page).getByRole('row')).toHaveCount(2);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const chosen = await active(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/don-vi\/long-an\.[a-z-]+\?ky=2023$/);
  await expect(page.getByRole('heading', { level: 1, name: chosen })).toBeVisible();
  await page.goBack();
  await expect(row(page, chosen)).toBeVisible();
  expect(await active(page)).toBe(chosen);
});

test('the tree is filtered without marks, keeps the way to each hit and moves the focus to the first', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023');
  await openTree(page);
  await page.keyboard.type('ben l');
  expect(await active(page)).toBe('Đảng bộ huyện Bến Lức');
  await page.getByRole('searchbox').fill('duc hoa');
  await expect(page.getByRole('status').filter({ hasText: 'Tìm thấy' })).toBeVisible();
  const { units } = await ask<{ units: { totalCount: number } }>(page, '{ units(first: 1, filter: { search: "Đức Hòa" }) { totalCount } }');
  await expect(page.getByText(`Tìm thấy ${vietnamese(units.totalCount)} đơn vị.`)).toBeVisible();
  await expect(page).toHaveURL(/tim=duc\+hoa/);
  await expect(row(page, 'Đảng bộ huyện Cần Giuộc').first()).toHaveAttribute('aria-expanded', 'true');
  await expect(tree(page).locator('mark').first()).toHaveText('Đức Hòa');
  expect(await active(page)).toContain('Đức Hòa');
  await page.getByRole('searchbox').fill('khongcodonvinao');
  await expect(page.getByText('Không có đơn vị nào khớp')).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await expect(row(page, 'Đảng bộ huyện Bến Lức')).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('a tree that is open far and wide stays quick and small', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023');
  await openTree(page);
  for (let district = 0; district < 8; district += 1) {
    await page.keyboard.press('Home');
    for (let step = 0; step <= district; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.waitForLoadState('networkidle');
    // Closed again, so that the next one is found by counting; what was fetched is kept.
    await page.keyboard.press('ArrowLeft');
  }
  const took = await page.evaluate(async () => {
    const grid = document.querySelector<HTMLElement>('[role=treegrid]')!;
    const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const press = (key: string) => grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const timed = async (key: string) => {
      const begun = performance.now();
      press(key);
      await painted();
      return performance.now() - begun;
    };
    const middle = (times: number[]) => times.sort((one, other) => one - other)[Math.floor(times.length / 2)]!;
    await timed('Home');
    await timed('ArrowDown');
    const opened: number[] = [];
    for (let time = 0; time < 7; time += 1) {
      opened.push(await timed('ArrowRight'));
      await timed('ArrowLeft');
    }
    const moved: number[] = [];
    for (let time = 0; time < 21; time += 1) moved.push(await timed('ArrowDown'));
    return { opened: middle(opened), moved: middle(moved), elements: document.querySelectorAll('*').length };
  });
  expect(took.opened).toBeLessThan(250);
  expect(took.moved).toBeLessThan(80);
  expect(took.elements).toBeLessThan(1_500);
});

test('the picture of the whole says its finding, leads to its table and opens a unit', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023&xem=toan-canh');
  const figure = page.getByRole('figure');
  await expect(figure.getByText(/^Đông nhất: Đảng bộ huyện Đức Hòa/)).toBeVisible();
  await figure.locator('svg g').first().hover();
  await figure.getByRole('button', { name: 'Xem bảng' }).click();
  await expect(figure.getByRole('row')).toHaveCount(20);
  await figure.locator('svg g').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đảng bộ huyện Đức Hòa' })).toBeVisible();
  await expect(page).toHaveURL(/xem=toan-canh/);
});

test('the picture of the whole is one stop of the keyboard, and is gone through, entered and left by keys', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023&xem=toan-canh');
  const picture = page.getByRole('tree', { name: /^Toàn cảnh/ });
  await expect(picture.locator('text').first()).toBeVisible();
  const at = async () => page.locator(`[id="${await picture.getAttribute('aria-activedescendant')}"]`);
  const name = async () => await (await at()).getAttribute('aria-label');
  await page.getByRole('link', { name: 'Danh sách' }).focus();
  await page.keyboard.press('Tab');
  await expect(picture).toBeFocused();
  expect(await name()).toBe('Đảng bộ huyện Đức Hòa');
  const frame = picture.locator('g[aria-hidden=true] > rect').last();
  await expect(frame).toBeVisible();
  await expect(frame).toHaveCSS('stroke-width', '2px');
  await page.keyboard.press('ArrowDown');
  expect(await name()).toBe('Đảng bộ huyện Bến Lức');
  await page.keyboard.press('ArrowRight');
  await expect(await at()).toHaveAttribute('aria-level', '2');
  await expect(page.locator(`[id="${await (await at()).getAttribute('aria-describedby')}"]`)).toContainText(/Đảng viên: \d+/);
  const below = await name();
  await page.keyboard.press('ArrowDown');
  expect(await name()).not.toBe(below);
  await page.keyboard.press('ArrowLeft');
  expect(await name()).toBe('Đảng bộ huyện Bến Lức');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Đảng bộ huyện Bến Lức' })).toBeVisible();
  await expect(picture).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('heading', { level: 1, name: 'Đảng bộ tỉnh Long An' })).toBeVisible();
  await expect(picture).toBeFocused();
  expect(await name()).toBe('Đảng bộ huyện Bến Lức');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Đảng bộ tỉnh Long An' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Xem bảng' })).toBeFocused();
});

test('the picture of a district does not lead above the scope', async ({ page, signIn }) => {
  await signIn(accounts.district, '/to-chuc?ky=2023&xem=toan-canh');
  const picture = page.getByRole('tree');
  await picture.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { level: 1, name: 'Đảng bộ huyện Cần Đước' })).toBeVisible();
  await expect(page).not.toHaveURL(/don-vi/);
});

test('the list holds as many units as the API says, by kind and page by page', async ({ page, signIn }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023&xem=danh-sach');
  const counts = await ask<Record<'all' | 'cells', { totalCount: number }>>(
    page,
    '{ all: units(first: 1, asOf: "2023-12-31") { totalCount } cells: units(first: 1, asOf: "2023-12-31", filter: { kind: "GRASSROOTS_CELL" }) { totalCount } }',
  );
  await expect(page.getByText(`1–100 trong ${vietnamese(counts.all.totalCount)} đơn vị`)).toBeVisible();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(101);
  const first = await page.getByRole('table').getByRole('rowheader').first().textContent();
  await page.getByRole('button', { name: 'Trang sau' }).click();
  await expect(page.getByText(/^101–200 trong/)).toBeVisible();
  expect(await page.getByRole('table').getByRole('rowheader').first().textContent()).not.toBe(first);
  await page.getByRole('combobox', { name: 'Loại' }).selectOption('GRASSROOTS_CELL');
  await expect(page.getByText(`trong ${vietnamese(counts.cells.totalCount)} đơn vị`)).toBeVisible();
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/don-vi\//);
});

test('the page of a unit shows its parts, each under an address of its own', async ({ page, signIn }) => {
  await signIn(accounts.province, '/don-vi/long-an.can-duoc?ky=2023');
  await expect(page.getByRole('heading', { level: 1, name: 'Đảng bộ huyện Cần Đước' })).toBeVisible();
  const { unit } = await ask<{ unit: { foundedOn: string; children: { totalCount: number }; rollup: { admitted: { value: number } } } }>(
    page,
    '{ unit(code: "long-an.can-duoc") { foundedOn children(first: 1, asOf: "2023-12-31") { totalCount } rollup(period: "2023") { admitted { value } } } }',
  );
  const figures = page.getByRole('region', { name: 'Các số liệu chính' });
  await expect(figures.getByRole('link', { name: `${unit.rollup.admitted.value} – Xem danh sách: Kết nạp` })).toBeVisible();
  const tabs = page.getByRole('navigation', { name: 'Các phần của trang đơn vị' });
  await tabs.getByRole('link', { name: 'Cấp dưới' }).click();
  await expect(page).toHaveURL(/xem=cap-duoi/);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(unit.children.totalCount + 1);
  await expect(tabs.locator('[aria-current=page]')).toHaveText(['Cấp dưới']);
  await tabs.getByRole('link', { name: 'Lịch sử' }).click();
  const [year, month, day] = unit.foundedOn.split('-');
  await expect(page.getByRole('region', { name: 'Thành lập và sắp xếp' })).toContainText(`${day}/${month}/${year}`);
  await expect(page.getByRole('region', { name: 'Trực thuộc' }).getByRole('link', { name: 'Đảng bộ tỉnh Long An' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Nhiệm kỳ' })).toBeVisible();
  await tabs.getByRole('link', { name: 'Tổng hợp' }).click();
  await figures.getByRole('link', { name: /Xem danh sách: Kết nạp$/ }).click();
  await expect(page.getByRole('dialog', { name: 'Kết nạp' }).getByText('Đúng bằng số liệu')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Đảng bộ huyện Cần Đước', includeHidden: true })).toHaveCount(1);
});

test('the units below come with their figures first, then with their course over five years on one scale', async ({ page, signIn }) => {
  const operations = watchOperations(page);
  await signIn(accounts.province, '/don-vi/long-an?ky=2023&xem=cap-duoi');
  const rows = page.getByRole('table').locator('tbody tr');
  await expect(rows.getByRole('img')).toHaveCount(19);
  expect(operations.indexOf('UnitChildren')).toBeGreaterThanOrEqual(0);
  expect(operations.indexOf('UnitChildrenYears')).toBeGreaterThan(operations.indexOf('UnitChildren'));
  const drawn = await rows.evaluateAll((lines) =>
    lines.map((line) => ({
      admitted: Number(line.querySelector('td:nth-last-child(2)')!.textContent.replaceAll('.', '')),
      label: line.querySelector('svg')!.getAttribute('aria-label'),
      high: line.querySelector('svg line')!.getBoundingClientRect().top - (line.querySelector('circle:last-of-type')!.getBoundingClientRect().top + line.querySelector('circle:last-of-type')!.getBoundingClientRect().height / 2),
    })),
  );
  const perPerson = Math.max(...drawn.map(({ admitted, high }) => high / admitted));
  for (const { admitted, label, high } of drawn) {
    expect(label).toContain(`, ${vietnamese(admitted)} (2023), `);
    expect(Math.abs(high - admitted * perPerson)).toBeLessThanOrEqual(1);
  }
});

test('members are found without marks and open beside the list', async ({ page, signIn }) => {
  await signIn(accounts.province, '/don-vi/long-an.can-duoc?xem=dang-vien');
  await expect(page.getByText(/^1–50 trong/)).toBeVisible();
  const { people } = await ask<{ people: { totalCount: number } }>(page, '{ unit(code: "long-an.can-duoc") { id } people(first: 1) { totalCount } }');
  expect(people.totalCount).toBeGreaterThan(0);
  const first = (await page.getByRole('table').getByRole('rowheader').first().textContent()) ?? '';
  await page.getByRole('searchbox').fill(first.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase());
  await expect(page).toHaveURL(/tim=/);
  await expect(page.getByRole('table').getByRole('rowheader').first()).toHaveText(first);
  await page.getByRole('table').getByRole('link', { name: first }).first().click();
  const panel = page.getByRole('dialog', { name: 'Đảng viên' });
  await expect(panel.getByRole('heading', { level: 3, name: first })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Tình trạng' }).selectOption('khong-con');
  await expect(page).toHaveURL(/tinh-trang=khong-con/);
});

test('a role that sees sums alone is told so in the place of the members', async ({ page, signIn }) => {
  await signIn(accounts.observer, '/don-vi/long-an.can-duoc?xem=dang-vien');
  await expect(page.getByText('xem được số liệu tổng hợp, không xem được danh sách')).toBeVisible();
  await page.getByRole('link', { name: 'Tổ chức' }).click();
  await expect(row(page, 'Đảng bộ huyện Cần Đước')).toBeVisible();
});

test('a unit outside the scope is not found', async ({ page, signIn }) => {
  await signIn(accounts.district, '/don-vi/long-an.duc-hoa');
  await expect(page.getByRole('heading', { name: 'Không tìm thấy đơn vị' })).toBeVisible();
});
