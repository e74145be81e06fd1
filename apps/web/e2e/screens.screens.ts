import type { Page } from '@playwright/test';
import { accounts, comparisonOf, expect, overviewOf, test } from './journey.ts';

const term = '2020-10-16/2024-06-30';

/** Each screen: who looks, where, what is waited for and what is pressed before the picture is taken. */
const screens = [
  { name: 'overview-province', account: accounts.province, path: `/tong-quan?ky=${term}`, unit: 'Đảng bộ tỉnh Long An' },
  { name: 'overview-year', account: accounts.province, path: '/tong-quan?ky=2024', unit: 'Đảng bộ tỉnh Long An' },
  { name: 'overview-now', account: accounts.present, path: '/tong-quan?phan-tich=nghe-nghiep&bieu-do=tung-ky', unit: 'Đảng bộ tỉnh Sông Mẫu' },
  { name: 'overview-district', account: 'staff@hai-hau', path: '/tong-quan?ky=2020&phan-tich=do-tuoi', unit: 'Đảng bộ huyện Hải Hậu' },
  { name: 'overview-commune', account: accounts.commune, path: '/tong-quan?ky=2021&phan-tich=dan-toc', unit: 'Đảng bộ xã Trà Nú' },
  { name: 'overview-observer', account: accounts.observer, path: '/tong-quan?ky=2023&phan-tich=ton-giao', unit: 'Đảng bộ tỉnh Long An' },
  { name: 'overview-empty', account: accounts.province, path: '/tong-quan?ky=2001', unit: 'Đảng bộ tỉnh Long An' },
] as const;

/** The pages about units and about people on their way, waited for by their heading. */
const unitScreens = [
  { name: 'tree', account: accounts.province, path: '/to-chuc?ky=2023' },
  { name: 'tree-filtered', account: accounts.province, path: '/to-chuc?ky=2023&tim=duc+hoa' },
  { name: 'tree-commune', account: accounts.commune, path: '/to-chuc' },
  { name: 'whole', account: accounts.province, path: '/to-chuc?ky=2023&xem=toan-canh' },
  { name: 'whole-district', account: accounts.province, path: '/to-chuc?ky=2023&xem=toan-canh&don-vi=long-an.can-duoc' },
  { name: 'list', account: accounts.province, path: '/to-chuc?ky=2023&xem=danh-sach' },
  { name: 'unit', account: accounts.province, path: '/don-vi/long-an.can-duoc?ky=2023' },
  { name: 'unit-members', account: accounts.province, path: '/don-vi/long-an.can-duoc?xem=dang-vien' },
  { name: 'unit-below', account: accounts.present, path: '/don-vi/song-mau?xem=cap-duoi' },
  { name: 'unit-history', account: accounts.province, path: '/don-vi/long-an.can-duoc?xem=lich-su' },
  { name: 'todo', account: accounts.staff, path: '/viec' },
  { name: 'todo-secretary', account: 'secretary@song-mau', path: '/viec' },
  { name: 'todo-nothing', account: accounts.commune, path: '/viec' },
  { name: 'candidates', account: accounts.staff, path: '/nguon' },
  { name: 'candidates-columns', account: 'staff@an-kieu', path: '/nguon?xem=cot' },
  { name: 'ceremony', account: accounts.staff, path: '/ket-nap' },
  { name: 'recognition', account: accounts.staff, path: '/ket-nap?xem=du-bi' },
  { name: 'recognised', account: accounts.staff, path: '/ket-nap?xem=cong-nhan' },
  { name: 'supervised-units', account: 'supervisor@song-mau', path: '/phu-trach' },
  { name: 'transfers', account: 'secretary@song-mau', path: '/chuyen-sinh-hoat' },
  { name: 'transfers-sent', account: 'staff@an-kieu', path: '/chuyen-sinh-hoat?xem=da-gui' },
  { name: 'transfers-done', account: accounts.staff, path: '/chuyen-sinh-hoat?xem=xong' },
  { name: 'documents', account: 'staff@khoi-co-quan', path: '/van-ban' },
  { name: 'documents-present', account: accounts.staff, path: '/van-ban' },
  { name: 'document', account: accounts.staff, path: '/van-ban?van-ban=moi' },
  { name: 'plan', account: 'staff@an-kieu', path: '/ke-hoach' },
  { name: 'plan-province', account: accounts.staff, path: '/ke-hoach' },
  { name: 'plan-none', account: accounts.commune, path: '/ke-hoach' },
  { name: 'obstacles', account: accounts.staff, path: '/vuong-mac' },
  { name: 'reminders', account: 'secretary@song-mau', path: '/vuong-mac?xem=don-doc' },
  { name: 'inspections', account: accounts.staff, path: '/vuong-mac?xem=kiem-tra' },
  { name: 'unit-present', account: 'staff@an-kieu', path: '/don-vi/song-mau.xa-an-kieu' },
  { name: 'unit-observer', account: accounts.observer, path: '/don-vi/long-an.can-duoc?xem=dang-vien' },
] as const;

const file = (project: string, name: string) => `screenshots/${name}-${project}.png`;

/** What is between the margins of an A4 sheet on its side, in pixels. */
const sheet = { width: 1032, height: 699 };

/** The page as it is printed, its sheets in one picture. A phone prints the same. */
async function takePaper(page: Page, project: string, name: string): Promise<void> {
  if (project !== 'desktop') return;
  await page.setViewportSize(sheet);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(async () => {
    dispatchEvent(new Event('beforeprint'));
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
  await page.screenshot({ path: file('paper', name), fullPage: true });
}

for (const { name, account, path, unit } of screens) {
  test(name, async ({ page, signIn }, { project }) => {
    await signIn(account, path);
    await overviewOf(page, unit);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: file(project.name, name) });
    await page.screenshot({ path: file(project.name, `${name}-whole`), fullPage: true });
    await takePaper(page, project.name, name);
  });
}

for (const { name, account, path } of unitScreens) {
  test(name, async ({ page, signIn }, { project }) => {
    await signIn(account, path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: file(project.name, name) });
    await page.screenshot({ path: file(project.name, `${name}-whole`), fullPage: true });
    await takePaper(page, project.name, name);
  });
}

test('for a room', async ({ page, signIn }, { project }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  for (const [name, account, path] of [
    ['province', accounts.province, '/tong-quan?tv=1'],
    ['now', accounts.present, '/tong-quan?tv=1'],
    ['commune', accounts.commune, '/tong-quan?ky=2021&tv=1'],
  ] as const) {
    await signIn(account, path);
    await expect(page.getByText(/^Số liệu lúc/)).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: file(project.name, `room-${name}`) });
  }
});

test('help and saved views', async ({ page, signIn }, { project }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('button', { name: 'Chế độ xem' }).click();
  await expect(page.getByLabel('Tên chế độ xem')).toBeVisible();
  await page.screenshot({ path: file(project.name, 'views') });
  await page.goto('/tro-giup');
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
  await page.screenshot({ path: file(project.name, 'help'), fullPage: true });
});

test('sign-in', async ({ page }, { project }) => {
  await page.goto('/dang-nhap');
  await page.screenshot({ path: file(project.name, 'sign-in') });
  await page.getByLabel('Tài khoản').fill('canbo@long-an');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('x');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await page.screenshot({ path: file(project.name, 'sign-in-refused') });
});

test('search', async ({ page, signIn }, { project }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('button', { name: /^Tìm đơn vị/ }).click();
  await page.screenshot({ path: file(project.name, 'search') });
  await page.getByRole('dialog').getByRole('combobox').fill('nguyen an');
  await expect(page.getByRole('group', { name: /^Người/ })).toBeVisible();
  await page.screenshot({ path: file(project.name, 'search-hits') });
});

for (const { name, address } of [
  { name: 'comparison-empty', address: '' },
  { name: 'comparison-one', address: '&a=long-an.can-duoc' },
  { name: 'comparison-units', address: '&a=long-an.can-duoc,long-an.ben-luc,long-an.duc-hoa' },
  { name: 'comparison-years', address: '&a=long-an.can-duoc,long-an.ben-luc,long-an.duc-hoa&xem=nam' },
  { name: 'comparison-kind', address: '&a=long-an.can-duoc,long-an.ben-luc&xem=cung-loai' },
]) {
  test(name, async ({ page, signIn }, { project }) => {
    await signIn(accounts.province, `/so-sanh?ky=2023${address}`);
    await comparisonOf(page, 'Đảng bộ tỉnh Long An');
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: file(project.name, name), fullPage: true });
    await takePaper(page, project.name, name);
  });
}

test('panels, menus and pickers', async ({ page, signIn }, { project }) => {
  await signIn(accounts.province, '/tong-quan?don-vi=long-an.can-duoc&ky=2023&xem=ket-nap');
  const panel = page.getByRole('dialog');
  await panel.locator('button[aria-expanded]').first().click();
  await page.screenshot({ path: file(project.name, 'evidence') });
  await panel.locator('li a').first().click();
  await expect(panel.locator('h3')).toBeVisible();
  await page.screenshot({ path: file(project.name, 'person') });
  await panel.getByRole('button', { name: 'Đóng' }).click();
  await page.getByRole('button', { name: /^Kỳ số liệu/ }).click();
  await page.screenshot({ path: file(project.name, 'period-year') });
  await page.getByRole('radio', { name: 'Tháng', exact: true }).check();
  await page.screenshot({ path: file(project.name, 'period-month') });
  await page.getByRole('radio', { name: 'Khoảng ngày' }).check();
  await page.screenshot({ path: file(project.name, 'period-range') });
  await page.getByRole('radio', { name: 'Nhiệm kỳ' }).check();
  await page.screenshot({ path: file(project.name, 'period-term') });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.screenshot({ path: file(project.name, 'account') });
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.screenshot({ path: file(project.name, 'account-english') });
  await page.keyboard.press('Escape');
  await page.screenshot({ path: file(project.name, 'overview-english'), fullPage: true });
});

test('a cell', async ({ page, signIn }, { project }) => {
  await signIn(accounts.commune, '/tong-quan?ky=2021');
  await overviewOf(page, 'Đảng bộ xã Trà Nú');
  await page.locator('main a').filter({ hasText: /^Chi bộ/ }).first().click();
  await expect(page.getByRole('heading', { name: 'Danh sách đảng viên' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: file(project.name, 'overview-cell'), fullPage: true });
});

test.describe('when something fails', () => {
  test.use({ expected: /Failed to load resource/ });

  test('failure', async ({ page, signIn }, { project }) => {
    await signIn(accounts.province);
    await overviewOf(page, 'Đảng bộ tỉnh Long An');
    const answer = { errors: [{ message: 'x', extensions: { code: 'TIMEOUT', requestId: '7f6cbe4a' } }], data: null };
    await page.route('**/graphql', (route) => route.fulfill({ status: 503, json: answer }));
    await page.reload();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.screenshot({ path: file(project.name, 'failure') });
  });
});

test('explorer', async ({ page, signIn }, { project }) => {
  await signIn(accounts.province);
  await page.goto('/explorer');
  await page.getByRole('listitem').getByRole('button').nth(1).click();
  await page.getByRole('button', { name: /execute query/i }).click();
  await expect(page.getByText('52439')).toBeVisible();
  await page.screenshot({ path: file(project.name, 'explorer') });
});
