import type { Page } from '@playwright/test';
import { Hand } from './hand.ts';
import { accounts, ask, expect, overviewOf, test } from './journey.ts';

const most = 12;
const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();

interface People {
  readonly people: { readonly nodes: readonly { readonly id: string; readonly fullName: string }[] };
}

/** A person that a few letters find first, with those letters. */
async function findable(page: Page): Promise<{ id: string; fullName: string; letters: string }> {
  const { people } = await ask<People>(page, '{ people(first: 60, orderBy: CEREMONY_DATE) { nodes { id fullName } } }');
  for (const { id, fullName } of people.nodes) {
    const words = fold(fullName).split(' ');
    const letters = `${words[0]} ${words.at(-1)}`;
    if (letters.length > most) continue;
    const found = await ask<People & { units: { totalCount: number } }>(
      page,
      `{ people(filter: { search: "${letters}" }, first: 1) { nodes { id fullName } } units(filter: { search: "${letters}" }, first: 1) { totalCount } }`,
    );
    if (found.people.nodes[0]?.id === id && found.units.totalCount === 0) return { id, fullName, letters };
  }
  throw new Error('Nobody of the newest members is found by so few letters');
}

test('a person is found from the first page with Ctrl+K, twelve letters at most and Enter, without a mouse', async ({ page, signIn }) => {
  await signIn(accounts.district, '/');
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible();
  const { id, fullName, letters } = await findable(page);
  const hand = new Hand(page);
  await hand.press('Control+k');
  await hand.type(letters);
  await hand.press('Enter');
  await expect(page.getByRole('dialog').getByRole('heading', { level: 3, name: fullName })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('nguoi')).toBe(id);
  expect([hand.clicks, hand.letters <= most]).toEqual([2, true]);
});

test.describe('on a line that breaks', () => {
  test.use({ expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED/ });

  test('a search that could not be sent says so and finds nobody else, keeps the letters, and Enter goes on', async ({ page, signIn, context }) => {
    await signIn(accounts.district, '/viec');
    await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible();
    const { fullName, letters } = await findable(page);
    const hand = new Hand(page);
    await hand.press('Control+k');
    const dialog = page.getByRole('dialog');
    const people = dialog.getByRole('group', { name: /^Người/ });
    await hand.type('an');
    await expect(people).toBeVisible();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await dialog.getByRole('combobox').fill('');
    await hand.type(letters);
    await expect(dialog.getByRole('alert')).toContainText('Không kết nối được với máy chủ');
    // Those who were found for other letters are not whom Enter opens.
    await expect(people).toHaveCount(0);
    await hand.press('Enter');
    await expect(dialog.getByRole('alert')).toBeVisible();
    await expect(dialog.getByRole('combobox')).toHaveValue(letters);
    await context.setOffline(false);
    await hand.press('Enter');
    await expect(dialog.getByRole('heading', { level: 3, name: fullName })).toBeVisible();
  });
});

test('a person found from another page opens over the unit of that page, and nothing else of it comes along', async ({ page, signIn }) => {
  await signIn(accounts.district, '/so-sanh?ky=2023&a=long-an.can-duoc&xem=nam');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const { id, letters } = await findable(page);
  for (const address of ['/so-sanh?ky=2023&a=long-an.can-duoc&xem=nam', '/don-vi/long-an.can-duoc?ky=2023&xem=dang-vien&tim=an']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(letters);
    await expect(page.getByRole('group', { name: /^Người/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/tong-quan/);
    const search = Object.fromEntries(new URL(page.url()).searchParams);
    expect(search).toEqual({ ...(address.startsWith('/don-vi') && { 'don-vi': 'long-an.can-duoc' }), ky: '2023', nguoi: id });
  }
});

test('what is typed before the field is there is kept, Enter too', async ({ page, signIn }) => {
  await page.route('**/assets/Palette-*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('huyen can duoc');
  await page.keyboard.press('Enter');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
});

test('a unit is found by its name without marks, by its code, and opens its overview', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('can duoc');
  await expect(page.getByRole('dialog').getByRole('option', { name: /^Đảng bộ huyện Cần Đước/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  await expect(page).toHaveURL(/ky=2023/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('long-an.ben-luc');
  await page.keyboard.press('Enter');
  await overviewOf(page, 'Đảng bộ huyện Bến Lức');
  // What was opened comes first, the latest before the others.
  await page.keyboard.press('Control+k');
  const recent = page.getByRole('group', { name: 'Gần đây' }).getByRole('option');
  await expect(recent).toHaveText([/^Đảng bộ huyện Bến Lức/, /^Đảng bộ huyện Cần Đước/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  expect(await page.evaluate(() => [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage)).join(' '))).not.toContain('can-duoc');
});

test('the keys walk through the hits and Escape gives the focus back', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  const button = page.getByRole('button', { name: /^Tìm đơn vị/ });
  await button.focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('dialog').getByRole('combobox');
  await expect(field).toBeFocused();
  const options = page.getByRole('dialog').getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  const active = () => field.getAttribute('aria-activedescendant');
  expect(await active()).toBe(await options.first().getAttribute('id'));
  await page.keyboard.press('ArrowUp');
  expect(await active()).toBe(await options.last().getAttribute('id'));
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('letters typed while the field is still on its way are not lost', async ({ page, signIn }) => {
  await page.route('**/Palette-*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('can duoc');
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('can duoc');
});

test('somebody who sees sums alone finds units and no people', async ({ page, signIn }) => {
  const asked: unknown[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql') && request.postDataJSON().operationName === 'Palette') asked.push(request.postDataJSON().variables.people);
  });
  await signIn(accounts.observer);
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('khong co dau');
  await expect(page.getByText('Không tìm thấy “khong co dau”')).toBeVisible();
  await page.getByRole('dialog').getByRole('combobox').fill('duoc');
  await expect(page.getByRole('dialog').getByRole('option', { name: /Cần Đước/ }).first()).toBeVisible();
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked)).toEqual(new Set([false]));
});
