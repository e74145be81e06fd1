import { accounts, ask, comparisonOf, expect, overviewOf, test, vietnamese } from './journey.ts';

const three = ['Đảng bộ huyện Cần Đước', 'Đảng bộ huyện Bến Lức', 'Đảng bộ huyện Đức Hòa'];
const codes = 'long-an.can-duoc,long-an.ben-luc,long-an.duc-hoa';

test('three units are compared over five years in five clicks', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  let clicks = 0;
  const click = async (role: 'link' | 'button' | 'radio', name: string) => {
    clicks += 1;
    await page.getByRole(role, { name, exact: true }).click();
  };
  await click('link', 'So sánh');
  for (const name of three) await click('button', name);
  await click('radio', 'Qua 5 năm');
  expect(clicks).toBeLessThanOrEqual(5);
  await comparisonOf(page, 'Đảng bộ tỉnh Long An');
  const admitted = page.getByRole('region', { name: 'Kết nạp', exact: true });
  await expect(admitted.getByRole('heading', { level: 3 })).toHaveText(three);
  await admitted.getByRole('button', { name: 'Xem bảng' }).click();
  const answer = await ask<Record<string, { rollup: { admitted: { value: number } } }>>(
    page,
    `{ ${[2019, 2020, 2021, 2022, 2023].map((year) => `y${year}: unit(code: "long-an.can-duoc") { rollup(period: "${year}") { admitted { value } } }`).join(' ')} }`,
  );
  await expect(admitted.getByRole('row', { name: /Cần Đước/ }).getByRole('cell')).toHaveText([...Object.values(answer).map(({ rollup }) => vietnamese(rollup.admitted.value)), '']);
});

test('the course of each unit is drawn to the scale of all, and said in words', async ({ page, signIn }) => {
  await signIn(accounts.province, `/so-sanh?ky=2023&a=${codes}&xem=nam&so=ket-nap`);
  await comparisonOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('button', { name: 'Xem bảng' }).click();
  await expect(page.getByRole('img', { name: /^99 \(2020\), 118 \(2023\), tăng 19; cao nhất 123 \(2022\)$/ })).toBeVisible();
  const rows = await page.locator('main figure tbody tr').evaluateAll((lines) =>
    lines.map((line) => {
      const base = line.querySelector('svg line')!.getBoundingClientRect();
      const box = line.querySelector('svg')!.getBoundingClientRect();
      const course = line.querySelector('path')!;
      const { y, height } = course.getBoundingClientRect();
      const known = [...line.querySelectorAll('td')].slice(0, 5).map((cell) => Number(cell.textContent)).filter((value) => value > 0);
      return { known, low: base.top - y - height, high: base.top - y, inside: y >= box.top && box.bottom >= base.bottom };
    }),
  );
  expect(rows).toHaveLength(3);
  const perPerson = Math.max(...rows.map(({ known, high }) => high / Math.max(...known)));
  for (const { known, low, high, inside } of rows) {
    expect(inside).toBe(true);
    expect(Math.abs(low - Math.min(...known) * perPerson)).toBeLessThanOrEqual(1);
    expect(Math.abs(high - Math.max(...known) * perPerson)).toBeLessThanOrEqual(1);
  }
});

test('a link opens the very same view', async ({ page, signIn, browser, baseURL }) => {
  await signIn(accounts.province, `/so-sanh?ky=2023&a=${codes}`);
  await comparisonOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('radio', { name: 'Trên 100 đảng viên' }).check();
  await page.getByRole('button', { name: 'Đảng viên dự bị', exact: true }).click();
  await page.getByRole('button', { name: 'Đảng bộ huyện Bến Lức', exact: true }).click();
  await expect(page).toHaveURL(/a=long-an\.can-duoc,long-an\.duc-hoa/);
  await comparisonOf(page, 'Đảng bộ tỉnh Long An');
  const told = () => page.locator('main figure').allTextContents();
  const before = await told();
  expect(before.length).toBe(4);
  const other = await browser.newContext({ baseURL: baseURL ?? '', storageState: await page.context().storageState() });
  const second = await other.newPage();
  await second.goto(page.url());
  await comparisonOf(second, 'Đảng bộ tỉnh Long An');
  expect(await second.locator('main figure').allTextContents()).toEqual(before);
  await other.close();
});

test('bars of one figure share one scale', async ({ page, signIn }) => {
  await signIn(accounts.province, `/so-sanh?ky=2023&a=${codes}&so=ket-nap`);
  await comparisonOf(page, 'Đảng bộ tỉnh Long An');
  const bars = await page.locator('main figure li').evaluateAll((rows) =>
    rows.map((row) => {
      const track = row.querySelector('[aria-hidden=true]');
      return {
        value: Number(row.querySelector('strong')?.textContent?.replaceAll('.', '').replace(',', '.')),
        width: track?.firstElementChild?.getBoundingClientRect().width ?? 0,
        track: track?.getBoundingClientRect().width ?? 0,
      };
    }),
  );
  // The three, and the middle of their kind.
  expect(bars.length).toBe(4);
  const most = Math.max(...bars.map(({ value }) => value));
  for (const { value, width, track } of bars) expect(Math.abs(width - (track * value) / most)).toBeLessThanOrEqual(1);
});

test('nothing chosen: the units of one kind are suggested; one chosen: it is held against the middle of its kind', async ({ page, signIn }) => {
  await signIn(accounts.province, '/so-sanh?ky=2023');
  await comparisonOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('button', { name: /^6 đảng bộ huyện/ }).click();
  await expect(page.getByRole('button', { pressed: true, name: /^Đảng bộ/ })).toHaveCount(6);
  await expect(page.getByText('Đã đủ 6 đơn vị.')).toBeVisible();
  await page.goto('/so-sanh?ky=2023&a=long-an.can-duoc');
  await comparisonOf(page, 'Đảng bộ tỉnh Long An');
  await expect(page.getByRole('region', { name: 'Kết nạp', exact: true }).getByText(/Cần Đước: 118; trung vị của 15 đơn vị cùng loại: \d+/)).toBeVisible();
});

test('a unit from elsewhere is added by a few letters', async ({ page, signIn }) => {
  await signIn(accounts.province, '/so-sanh?ky=2023&a=long-an.can-duoc');
  await comparisonOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
  await page.keyboard.type('xa binh khanh');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Đảng bộ xã Bình Khánh', pressed: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Kết nạp', exact: true }).getByText('Đảng bộ xã Bình Khánh', { exact: true }).first()).toBeVisible();
});

test('all units of a kind stand on one scale, the chosen ones with their rank', async ({ page, signIn }) => {
  await signIn(accounts.province, `/so-sanh?ky=2023&a=${codes}&xem=cung-loai`);
  await comparisonOf(page, 'Đảng bộ tỉnh Long An');
  const picture = page.locator('main figure');
  await expect(picture.locator('circle')).toHaveCount(15);
  await expect(picture.locator('figcaption')).toContainText('Đảng bộ huyện Đức Hòa: hạng 1 trong 15.');
  await page.getByRole('button', { name: 'Số liệu sau' }).click();
  await expect(page).toHaveURL(/muc=ty-le/);
});

test('admissions are compared as per cent of targets, and a period without one stays empty', async ({ page, signIn }) => {
  await signIn(accounts.present, '/so-sanh?a=song-mau.xa-doi-che,song-mau.xa-an-kieu&so=chi-tieu');
  const card = page.getByRole('region', { name: '% chỉ tiêu kết nạp' });
  await card.getByRole('button', { name: 'Xem bảng' }).click();
  const { viewer } = await ask<{ viewer: { today: string } }>(page, '{ viewer { today } }');
  const query = (code: string) => `{ unit(code: "${code}") { rollup(period: "${viewer.today.slice(0, 4)}") { admitted { target { percentOfLow } } } } }`;
  for (const [code, name] of [['song-mau.xa-doi-che', /Đồi Chè/], ['song-mau.xa-an-kieu', /An Kiều/]] as const) {
    const { unit } = await ask<{ unit: { rollup: { admitted: { target: { percentOfLow: number } } } } }>(page, query(code));
    await expect(card.getByRole('row', { name }).getByRole('cell').first()).toHaveText(vietnamese(unit.rollup.admitted.target.percentOfLow));
  }
  await page.goto('/so-sanh?a=song-mau.xa-doi-che&so=chi-tieu&ky=2024-03');
  await expect(card.getByText('kỳ này đơn vị không có chỉ tiêu')).toBeVisible();
  await card.getByRole('button', { name: 'Xem bảng' }).click();
  await expect(card.getByRole('row', { name: /Đồi Chè/ }).getByRole('cell').first()).toHaveText('—');
});

test('somebody who sees sums alone compares whole years, without an error', async ({ page, signIn }) => {
  await signIn(accounts.observer, `/so-sanh?a=${codes}&xem=nam`);
  await comparisonOf(page, 'Đảng bộ tỉnh Long An');
  await expect(page.getByRole('region', { name: 'Kết nạp', exact: true }).getByText('2023').first()).toBeVisible();
  await expect(page.getByText('2024')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Cùng loại' }).check();
  await expect(page.locator('main figure')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
