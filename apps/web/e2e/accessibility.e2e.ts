import { violations } from './axe.ts';
import { accounts, comparisonOf, expect, overviewOf, speak, test } from './journey.ts';

/* What each screen shows as it opens is looked at with all else that holds on each: here is what comes out of using them. */

test('the sign-in page, empty and refused', async ({ page }) => {
  await page.goto('/dang-nhap');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  expect(await violations(page)).toEqual([]);
});

test('the overview of a province', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2020-10-16/2024-06-30&phan-tich=nghe-nghiep');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  expect(await violations(page)).toEqual([]);
});

test('the overview of a district in columns, with its table open', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?don-vi=long-an.can-duoc&ky=2023&bieu-do=tung-ky');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  await page.getByRole('button', { name: 'Xem bảng' }).click();
  expect(await violations(page)).toEqual([]);
});

test('a unit of few people, and one without units below', async ({ page, signIn }) => {
  await signIn(accounts.commune, '/tong-quan?ky=2021');
  await overviewOf(page, 'Đảng bộ xã Trà Nú');
  expect(await violations(page)).toEqual([]);
  await page.locator('main a').filter({ hasText: /^Chi bộ/ }).first().click();
  await expect(page.getByRole('heading', { name: 'Danh sách đảng viên' })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test('the overview of an observer', async ({ page, signIn }) => {
  await signIn(accounts.observer, '/tong-quan?phan-tich=ton-giao');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  expect(await violations(page)).toEqual([]);
});

test('the list behind a figure, an entry and a person', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?don-vi=long-an.can-duoc&ky=2023&xem=ket-nap');
  const panel = page.getByRole('dialog');
  await panel.locator('button[aria-expanded]').first().click();
  expect(await violations(page)).toEqual([]);
  await panel.locator('li a').first().click();
  await expect(panel.locator('h3')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the period picker, each form of it', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('button', { name: /^Kỳ số liệu:/ }).click();
  expect(await violations(page)).toEqual([]);
  const forms = page.getByRole('radiogroup', { name: 'Loại kỳ' }).getByRole('radio');
  const picker = page.getByRole('dialog', { name: 'Kỳ số liệu' });
  for (let index = 1; index < 6; index += 1) {
    await forms.nth(index).check();
    await picker.evaluate((element) => element.setAttribute('data-checked', ''));
    expect(await violations(page, { include: ['[data-checked]'] })).toEqual([]);
  }
});

test('the account menu and the sessions', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('button', { name: /^Tài khoản / }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Phiên đăng nhập' }).click();
  await expect(page.getByText('Phiên đang dùng')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the menu of saved views: empty, refused, with a view and one just deleted', async ({ page, signIn }, { project }) => {
  // An account for each size: the two may look at once.
  await signIn(project.name === 'phone' ? 'staff@hai-hau' : 'staff@khoi-co-quan', '/tong-quan?ky=2019');
  await page.getByRole('button', { name: 'Chế độ xem' }).click();
  const menu = page.getByRole('dialog', { name: 'Chế độ xem' });
  const name = menu.getByLabel('Tên chế độ xem');
  await expect(name).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await name.fill('');
  await menu.getByRole('button', { name: 'Lưu' }).click();
  await expect(menu.getByRole('alert')).not.toBeEmpty();
  expect(await violations(page)).toEqual([]);
  await name.fill('Năm 2019');
  await menu.getByRole('button', { name: 'Lưu' }).click();
  await expect(menu.getByRole('link', { name: 'Năm 2019' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await menu.getByRole('button', { name: 'Xóa “Năm 2019”' }).click();
  await expect(menu.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the overview for a room', async ({ page, signIn }) => {
  await signIn(accounts.observer, '/tong-quan?ky=2023&tv=1');
  await expect(page.getByText(/^Số liệu lúc/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a session that has ended', async ({ page, signIn, settled, context }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await settled();
  await context.clearCookies();
  await page.getByRole('button', { name: 'Kỳ trước' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a period without figures, and a unit that is not found', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2001');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  expect(await violations(page)).toEqual([]);
  await page.goto('/tong-quan?don-vi=nowhere');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('nothing to do', async ({ page, signIn }) => {
  await signIn(accounts.commune, '/viec');
  await expect(page.getByText('Không còn việc đến hạn')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the table behind the strip, and a decision on many people with and without what stands against it', async ({ page, signIn }) => {
  await signIn('staff@an-kieu', '/ket-nap?xem=du-bi');
  for (const name of ['Xem bảng', /^Chọn tất cả/]) await page.getByRole('button', { name }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: /^Công nhận chính thức: \d+ người$/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: /^Ghi cho/ }).click();
  await expect(panel).toContainText('Nhập số văn bản.');
  expect(await violations(page)).toEqual([]);
  await panel.getByLabel('Số văn bản').fill('1-QĐ');
  await panel.getByLabel('Ngày', { exact: true }).fill('31/12/2099');
  await expect(panel.getByRole('listitem').first()).toContainText('Ngày này chưa tới: muộn nhất là hôm nay');
  expect(await violations(page)).toEqual([]);
});

test('the tree with its levels to choose from, and the picture of the whole with a part chosen', async ({ page, signIn }, { project }) => {
  await signIn(accounts.province, '/to-chuc?ky=2023');
  // A phone shows one level at a time.
  if (project.name !== 'phone') {
    await page.getByRole('button', { name: 'Mở đến cấp' }).click();
    await expect(page.getByRole('button', { name: /mở tất cả/ })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
  await page.goto('/to-chuc?ky=2023&xem=toan-canh');
  await page.getByRole('tree').focus();
  await page.keyboard.press('ArrowRight');
  // What the page has scrolled half under its own head can be scrolled back.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await violations(page)).toEqual([]);
});

test('the record of a member beside the list', async ({ page, signIn }) => {
  await signIn(accounts.province, '/don-vi/long-an.can-duoc?xem=dang-vien');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(page.getByRole('dialog').locator('h3')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the search over everything, empty, with hits and without', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('button', { name: /^Tìm đơn vị/ }).click();
  const field = page.getByRole('dialog').getByRole('combobox');
  await expect(field).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await field.fill('can duoc');
  await expect(page.getByRole('dialog').getByRole('option', { name: /^Đảng bộ huyện Cần Đước/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await field.fill('khong co dau');
  await expect(page.getByText('Không tìm thấy “khong co dau”')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the comparison: nothing chosen, units, years, all of a kind', async ({ page, signIn }) => {
  await signIn(accounts.province, '/so-sanh?ky=2023');
  await comparisonOf(page, 'Đảng bộ tỉnh Long An');
  expect(await violations(page)).toEqual([]);
  for (const view of ['', '&xem=nam', '&xem=cung-loai', '&chia=tren-100']) {
    await page.goto(`/so-sanh?ky=2023&a=long-an.can-duoc,long-an.ben-luc${view}`);
    await comparisonOf(page, 'Đảng bộ tỉnh Long An');
    await page.getByRole('button', { name: 'Xem bảng' }).first().click();
    // What the page has scrolled half under its own head can be scrolled back.
    await page.evaluate(() => scrollTo(0, 0));
    expect(await violations(page)).toEqual([]);
  }
});

test('the explorer around its editor', async ({ page }) => {
  await page.goto('/explorer');
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
  expect(await violations(page, { exclude: ['.graphiql-container .monaco-editor', '.graphiql-tabs'] })).toEqual([]);
});

test.describe('in English', () => {
  test.beforeEach(async ({ page }) => {
    await speak(page, 'EN');
  });

  test('the sign-in page', async ({ page }) => {
    await page.goto('/dang-nhap');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  test('the overview, a list and a person', async ({ page, signIn }) => {
    await signIn(accounts.province, '/tong-quan?don-vi=long-an.can-duoc&ky=2023');
    await overviewOf(page, 'Đảng bộ huyện Cần Đước');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: /Show the list: Admitted$/ }).first().click();
    const panel = page.getByRole('dialog');
    await expect(panel.locator('li a').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await panel.locator('li a').first().click();
    await expect(panel.locator('h3')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  test('the tree and the page of a unit', async ({ page, signIn }) => {
    for (const path of ['/to-chuc?ky=2023', '/to-chuc?ky=2023&xem=toan-canh', '/don-vi/long-an.can-duoc?xem=lich-su']) {
      await signIn(accounts.province, path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect(await violations(page)).toEqual([]);
    }
  });
});
