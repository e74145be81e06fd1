import type { Page } from '@playwright/test';
import { ask, expect, overviewOf, test } from './journey.ts';

// An account of its own: what it keeps outlives a journey.
const account = 'board@hai-phong';
const unit = 'Đảng bộ thành phố Hải Phòng';

test.describe.configure({ mode: 'serial' });

async function openMenu(page: Page) {
  await page.getByRole('button', { name: 'Chế độ xem' }).click();
  return page.getByRole('dialog', { name: 'Chế độ xem' });
}

async function keep(page: Page, ...views: { name: string; address: string }[]): Promise<void> {
  const { viewer } = await ask<{ viewer: { views: { id: string }[] } }>(page, '{ viewer { views { id } } }');
  for (const { id } of viewer.views) await ask(page, `mutation { deleteView(view: "${id}") { __typename } }`);
  for (const { name, address } of views) await ask(page, `mutation { saveView(input: { name: "${name}", address: "${address}" }) { __typename } }`);
}

test('a page is saved under a name and opened again in one click, exactly as it was', async ({ page, signIn }) => {
  await signIn(account, '/tong-quan?ky=2019&xep=ten&bieu-do=tung-ky');
  await keep(page);
  await overviewOf(page, unit);
  const menu = await openMenu(page);
  await expect(menu.getByText('Chưa lưu chế độ xem nào.')).toBeVisible();
  const name = menu.getByLabel('Tên chế độ xem');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue(`${unit}, năm 2019`);
  await name.fill('Từng tháng 2019');
  await page.keyboard.press('Enter');
  await expect(menu.getByText('Trang đang xem đã được lưu với tên “Từng tháng 2019”.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto('/tong-quan?ky=2016');
  await overviewOf(page, unit);
  await (await openMenu(page)).getByRole('link', { name: 'Từng tháng 2019' }).click();
  await expect(page).toHaveURL(/\/tong-quan\?ky=2019&xep=ten&bieu-do=tung-ky$/);
  await expect(menu).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Từng tháng' })).toBeChecked();
  await page.goBack();
  await expect(page).toHaveURL(/ky=2016$/);
});

test('a name that is taken is said under the field, and what was typed stays', async ({ page, signIn }) => {
  await signIn(account, '/tong-quan?ky=2018');
  await keep(page, { name: 'Năm 2017', address: '/tong-quan?ky=2017' });
  await overviewOf(page, unit);
  const menu = await openMenu(page);
  await menu.getByLabel('Tên chế độ xem').fill('năm 2017');
  await menu.getByRole('button', { name: 'Lưu' }).click();
  await expect(menu.getByRole('alert')).toHaveText('Đã có chế độ xem mang tên này. Hãy chọn tên khác.');
  await expect(menu.getByLabel('Tên chế độ xem')).toHaveValue('năm 2017');
  await menu.getByLabel('Tên chế độ xem').fill('');
  await menu.getByRole('button', { name: 'Lưu' }).click();
  await expect(menu.getByRole('alert')).toHaveText('Nhập tên cho chế độ xem.');
});

test.describe('without an answer', () => {
  test.use({ expected: /Failed to load resource/ });

  test('nothing that was typed is lost, and it is saved the next time', async ({ page, signIn }) => {
    await signIn(account, '/tong-quan?ky=2018');
    await keep(page);
    await overviewOf(page, unit);
    const menu = await openMenu(page);
    await menu.getByLabel('Tên chế độ xem').fill('Hai nghìn mười tám');
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await openMenu(page);
    await expect(menu.getByLabel('Tên chế độ xem')).toHaveValue('Hai nghìn mười tám');
    await page.route('**/graphql', (route) => route.abort());
    await menu.getByRole('button', { name: 'Lưu' }).click();
    await expect(menu.getByRole('alert')).toHaveText('Chưa thực hiện được. Hãy thử lại.');
    await expect(menu.getByLabel('Tên chế độ xem')).toHaveValue('Hai nghìn mười tám');
    await page.unroute('**/graphql');
    await menu.getByRole('button', { name: 'Lưu' }).click();
    await expect(menu.getByRole('link', { name: 'Hai nghìn mười tám' })).toBeVisible();
  });
});

test('a view is deleted and taken back, at its place, even after the menu was closed', async ({ page, signIn }) => {
  await signIn(account, '/tong-quan?ky=2018');
  await keep(page, ...['A', 'B', 'C'].map((name) => ({ name, address: `/tong-quan?ky=2019&xep=${name}` })));
  await overviewOf(page, unit);
  let menu = await openMenu(page);
  await menu.getByRole('button', { name: 'Xóa “B”' }).click();
  await expect(menu.getByRole('button', { name: 'Hoàn tác' })).toBeFocused();
  expect((await ask<{ viewer: { views: unknown[] } }>(page, '{ viewer { views { name } } }')).viewer.views).toEqual([{ name: 'A' }, { name: 'C' }]);
  await page.keyboard.press('Escape');
  menu = await openMenu(page);
  await menu.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(menu.getByRole('link')).toHaveText(['A', 'B', 'C']);
  expect((await ask<{ viewer: { views: unknown[] } }>(page, '{ viewer { views { name address } } }')).viewer.views).toContainEqual({ name: 'B', address: '/tong-quan?ky=2019&xep=B' });
});

test('after 8 seconds a deletion stays', async ({ page, signIn }) => {
  await page.clock.install();
  await signIn(account, '/tong-quan?ky=2018');
  await keep(page, { name: 'A', address: '/tong-quan' });
  await overviewOf(page, unit);
  const menu = await openMenu(page);
  await menu.getByRole('button', { name: 'Xóa “A”' }).click();
  await expect(menu.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
  await page.clock.fastForward(8_100);
  await expect(menu.getByRole('button', { name: 'Hoàn tác' })).toHaveCount(0);
  await expect(menu.getByText('Chưa lưu chế độ xem nào.')).toBeVisible();
});

test('for a room the overview stands alone, goes through the saved views and tells the age of its figures', async ({ page, signIn }) => {
  await page.clock.install();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await signIn(account, '/tong-quan?ky=2019');
  await keep(page, { name: '1', address: '/tong-quan?ky=2017' }, { name: '2', address: '/tong-quan?ky=2016&xem=ket-nap' }, { name: '3', address: '/tro-giup' });
  await overviewOf(page, unit);
  await page.getByRole('button', { name: 'Trình chiếu' }).click();
  await expect(page).toHaveURL(/ky=2019&tv=1$/);
  await expect(page.getByText(/^Số liệu lúc \d\d:\d\d$/)).toBeVisible();
  await expect(page.getByText('Năm 2019', { exact: true })).toBeVisible();
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  // The heads of the columns are words here.
  await expect(page.locator('button:visible:not(thead *)')).toHaveText(['Thoát']);
  expect(await page.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth])).toEqual([1080, 1920]);
  for (const [year, view] of [['2017', '1 (1/2)'], ['2016', '2 (2/2)'], ['2017', '1 (1/2)']] as const) {
    await page.clock.fastForward(30_000);
    await expect(page).toHaveURL(new RegExp(`ky=${year}&tv=1$`));
    await expect(page.getByText(`Năm ${year}`, { exact: true })).toBeVisible();
    await expect(page.getByText(view)).toBeVisible();
    await expect(page.getByText(/^Số liệu lúc/)).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/ky=2017$/);
  await overviewOf(page, unit);
  await expect(page.getByRole('banner')).toBeVisible();
});

test('in a room that has no saved view the page stays, and its figures are asked for every minute', async ({ page, signIn }) => {
  await page.clock.install();
  await signIn(account, '/tong-quan');
  await keep(page);
  await page.goto('/tong-quan?ky=2019&tv=1');
  await expect(page.getByText(/^Số liệu lúc/)).toBeVisible();
  const again = page.waitForRequest((request) => request.url().endsWith('/graphql') && (request.postData() ?? '').includes('query Overview'));
  await page.clock.fastForward(61_000);
  await again;
  await expect(page).toHaveURL(/ky=2019&tv=1$/);
  await page.getByRole('button', { name: 'Thoát' }).click();
  await expect(page).toHaveURL(/ky=2019$/);
});
