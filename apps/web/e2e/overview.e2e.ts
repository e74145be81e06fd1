import { readFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { readFile } from 'node:fs/promises';
import { accounts, ask, expect, figure, overviewOf, test, vietnamese, watchOperations } from './journey.ts';

const term = '2020-10-16/2024-06-30';

interface Figures {
  readonly unit: {
    readonly rollup: Record<'members' | 'admitted' | 'recognised' | 'grassrootsOrganisations', { readonly value: number }>;
    readonly children: {
      readonly nodes: readonly { readonly name: string; readonly rollup: Record<'members' | 'admitted', { readonly value: number }> }[];
    };
  };
}

const figuresQuery = `{ unit(code: "long-an") {
  rollup(period: "${term}") { members { value } admitted { value } recognised { value } grassrootsOrganisations { value } }
  children(first: 100) { nodes { name rollup(period: "${term}") { members { value } admitted { value } } } }
} }`;

test('the published figures are on the screen, equal to those of the API', async ({ page, signIn }) => {
  await signIn(accounts.province, `/tong-quan?ky=${term}`);
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await expect(figure(page, 'Kết nạp')).toHaveText('6.311');
  await expect(figure(page, 'Đảng viên')).toContainText('52.439');
  await expect(figure(page, 'Tổ chức cơ sở đảng')).toContainText('908');
  const { unit } = await ask<Figures>(page, figuresQuery);
  await expect(figure(page, 'Kết nạp')).toHaveText(vietnamese(unit.rollup.admitted.value));
  await expect(figure(page, 'Công nhận chính thức')).toHaveText(vietnamese(unit.rollup.recognised.value));
  for (const child of unit.children.nodes) {
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: child.name, exact: true }) });
    await expect(row.getByRole('cell').nth(1)).toHaveText(vietnamese(child.rollup.admitted.value));
    await expect(row.getByRole('cell').nth(2)).toHaveText(vietnamese(child.rollup.members.value));
  }
});

test('one request brings the figures', async ({ page, signIn, settled }) => {
  await signIn(accounts.province);
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await settled();
  const operations = watchOperations(page);
  const asked = page.waitForRequest((request) => request.postDataJSON()?.operationName === 'Overview');
  await page.reload();
  await expect(figure(page, 'Kết nạp')).not.toBeEmpty();
  expect(operations.slice(0, 1)).toEqual(['Overview']);
  // The bench measures what is asked here: where the page asks otherwise, its document is copied there.
  const { query }: { query: string } = (await asked).postDataJSON();
  expect(`${print(parse(query))}\n`).toBe(readFileSync(new URL('../../bench/src/overview.graphql', import.meta.url), 'utf8'));
  // What came before the period and what deserves a look are no figures of it: they come after them.
  expect(operations.filter((name) => name !== 'TrendBefore' && name !== 'WatchCounts')).toEqual(['Overview']);
});

test('bars are as long as their numbers on one scale', async ({ page, signIn }) => {
  await signIn(accounts.province, `/tong-quan?ky=${term}`);
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  const bars = await page.locator('tbody tr').evaluateAll((rows) =>
    rows.slice(0, 15).flatMap((row) => {
      const cell = row.querySelectorAll('td')[1];
      const track = cell?.querySelector('[aria-hidden] > span')?.parentElement;
      const fill = track?.firstElementChild;
      if (!cell || !track || !fill || !row.querySelector('th a')) return [];
      return [{
        value: Number((cell.textContent ?? '').replaceAll('.', '')),
        width: fill.getBoundingClientRect().width,
        track: track.getBoundingClientRect().width,
      }];
    }),
  );
  expect(bars.length).toBe(15);
  const most = Math.max(...bars.map(({ value }) => value));
  for (const { value, width, track } of bars) expect(Math.abs(width - (track * value) / most)).toBeLessThanOrEqual(1);
});

test('what happened at units that have gone since is told above the whole unit', async ({ page, signIn }) => {
  // The demonstration has no such unit: the answer is the server's but for these two numbers.
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    const treeRollup = body.data?.viewer?.own?.treeRollup;
    if (treeRollup) Object.assign(treeRollup.admitted, { atUnitsSinceGone: 3 });
    if (treeRollup) Object.assign(treeRollup.members, { atUnitsSinceGone: -1200 });
    await route.fulfill({ response, json: body });
  });
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  const row = page.getByRole('row', { name: /^Đơn vị không còn trực thuộc/ });
  await expect(row.getByRole('cell').first()).toHaveText('+3');
  await page.goto(`/tong-quan?ky=${term}`);
  await expect(row.getByRole('cell')).toHaveText(['+3', '−1.200', '—']);
});

test('a unit below opens its own overview, and the breadcrumb leads back', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('link', { name: 'Đảng bộ huyện Cần Đước', exact: true }).click();
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  await expect(page).toHaveURL(/don-vi=long-an\.can-duoc&ky=2023/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('navigation', { name: 'Vị trí trong hệ thống tổ chức' }).getByRole('link').click();
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
});

test('units above the scope are named and cannot be opened', async ({ page, signIn }) => {
  await signIn(accounts.district, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  const trail = page.getByRole('navigation', { name: 'Vị trí trong hệ thống tổ chức' });
  await expect(trail).toContainText('Đảng bộ tỉnh Long An');
  await expect(trail.getByRole('link')).toHaveCount(0);
});

test('a unit outside the scope is not found', async ({ page, signIn }) => {
  await signIn(accounts.district, '/tong-quan?don-vi=long-an&ky=2023');
  await expect(page.getByRole('heading', { name: 'Không tìm thấy đơn vị' })).toBeVisible();
  await page.getByRole('link', { name: 'Về đơn vị của tôi' }).click();
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
});

test('a unit without units below shows its people', async ({ page, signIn }) => {
  await signIn(accounts.commune, '/tong-quan?ky=2021');
  await overviewOf(page, 'Đảng bộ xã Trà Nú');
  await page.locator('tbody th a').first().click();
  await expect(page.getByRole('heading', { name: 'Danh sách đảng viên' })).toBeVisible();
  await page.getByRole('radio', { name: 'Đảng viên', exact: true }).check();
  await expect(page.getByText(/^\d+ người$/)).toBeVisible();
});

test('the same address shows the same view', async ({ page, signIn, context }) => {
  await signIn(accounts.province, '/tong-quan?don-vi=long-an.can-duoc&ky=2021-Q3&xep=ten&phan-tich=do-tuoi&bieu-do=tung-ky');
  await overviewOf(page, 'Đảng bộ huyện Cần Đước');
  const again = await context.newPage();
  await again.goto(page.url());
  await overviewOf(again, 'Đảng bộ huyện Cần Đước');
  for (const view of [page, again]) {
    await expect(view.getByRole('button', { name: /^Kỳ số liệu: Quý III\/2021/ })).toBeVisible();
    await expect(view.getByRole('columnheader', { name: 'Đơn vị' })).toHaveAttribute('aria-sort', 'ascending');
    await expect(view.getByLabel('Phân tích theo')).toHaveValue('AGE_BAND');
    await expect(view.getByRole('radio', { name: 'Từng tháng' })).toBeChecked();
  }
  await again.close();
});

test('a period is chosen, stepped through and taken back', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('button', { name: 'Kỳ trước' }).click();
  await expect(page).toHaveURL(/ky=2022/);
  await page.getByRole('button', { name: /^Kỳ số liệu/ }).click();
  await page.getByRole('radio', { name: 'Khoảng ngày' }).check();
  await page.getByLabel('Từ ngày').fill('16/10/2020');
  await page.getByLabel('Đến ngày').fill('31/2/2024');
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await expect(page.getByText('Ngày không có thật hoặc sai cách viết.')).toBeVisible();
  await page.getByLabel('Đến ngày').fill('30/6/2024');
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await expect(page).toHaveURL(/ky=2020-10-16\/2024-06-30/);
  await expect(figure(page, 'Kết nạp')).toHaveText('6.311');
  await page.goBack();
  await expect(page).toHaveURL(/ky=2022/);
});

test('what an address has too much or wrong is said', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2024-13&mau=do');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await expect(page.getByText('Kỳ ghi trong địa chỉ không đọc được. Đang xem năm 2024.')).toBeVisible();
  await expect(page.getByText('mau.')).toBeVisible();
});

test('a breakdown that is chosen asks for itself alone, and its parts add up', async ({ page, signIn, settled }) => {
  await signIn(accounts.province, `/tong-quan?ky=${term}`);
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await settled();
  const operations = watchOperations(page);
  await page.getByLabel('Phân tích theo').selectOption({ label: 'Nghề nghiệp' });
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Cơ cấu kết nạp' }) });
  await expect(card.getByRole('rowheader', { name: 'Học sinh' })).toBeVisible();
  await expect(card.getByRole('row').filter({ hasText: 'Học sinh' })).toContainText('119');
  expect(operations).toEqual(['Breakdown']);
  const values = await card.locator('tbody td:nth-of-type(2)').allTextContents();
  expect(values.reduce((sum, value) => sum + Number(value.replaceAll('.', '')), 0)).toBe(6311);
  await page.getByLabel('Phân tích theo').selectOption({ label: 'Địa bàn' });
  await expect(card.getByText('Một người có thể thuộc nhiều mục')).toBeVisible();
});

test('an observer sees sums, with small counts hidden in words and no lists', async ({ page, signIn }) => {
  await signIn(accounts.observer);
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await expect(page.getByRole('button', { name: /^Kỳ số liệu: Năm 2023/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /Xem danh sách/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^Kỳ số liệu/ }).click();
  await expect(page.getByRole('radiogroup', { name: 'Loại kỳ' }).getByRole('radio')).toHaveCount(2);
});

test('an administrator sees sums alone too, of the last year that is over', async ({ page, signIn }) => {
  await signIn(accounts.administrator);
  await overviewOf(page, 'Đảng bộ tỉnh Sông Mẫu');
  await expect(page.getByRole('button', { name: new RegExp(`^Kỳ số liệu: Năm ${new Date().getFullYear() - 1}`) })).toBeVisible();
  await expect(figure(page, 'Đảng viên')).toContainText(/\d\.\d{3}/);
  await expect(page.getByRole('link', { name: /Xem danh sách/ })).toHaveCount(0);
});

test('a province of today shows figures of this year', async ({ page, signIn }) => {
  await signIn(accounts.present);
  await overviewOf(page, 'Đảng bộ tỉnh Sông Mẫu');
  await expect(figure(page, 'Đảng viên')).toContainText(/\d\.\d{3}/);
});

test('what the units below are filtered by stands in the address, which shows the same again', async ({ page, signIn }) => {
  await signIn(accounts.province, `/tong-quan?ky=${term}`);
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('searchbox').fill('can');
  await page.getByLabel('Loại', { exact: true }).selectOption('DISTRICT_PARTY');
  await expect(page).toHaveURL(/[?&]tim=can(&|$)/);
  await expect(page).toHaveURL(/[?&]loai=DISTRICT_PARTY/);
  await page.goto(page.url());
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await expect(page.getByRole('searchbox')).toHaveValue('can');
  await expect(page.getByLabel('Loại', { exact: true })).toHaveValue('DISTRICT_PARTY');
  await expect(page.getByRole('row').filter({ hasText: 'Đảng bộ huyện' })).toHaveCount(2);
});

test('the table of the units below is downloaded as it is filtered and sorted', async ({ page, signIn }) => {
  await signIn(accounts.province, `/tong-quan?ky=${term}`);
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('searchbox').fill('can');
  await expect(page.getByRole('link', { name: 'Đảng bộ huyện Đức Hòa', exact: true })).toHaveCount(0);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải bảng (CSV)' }).click()]);
  expect(download.suggestedFilename()).toBe('cap-duoi-long-an-2020-10-16_2024-06-30.csv');
  const text = await readFile(await download.path(), 'utf8');
  const [heading, ...rows] = text.trimEnd().split('\r\n');
  expect(heading).toMatch(/^\uFEFFMã,Đơn vị,Loại,Kết nạp \(.+\),Đảng viên,Kết nạp trên 100 /);
  const { unit } = await ask<{ unit: { children: { nodes: { code: string; name: string; rollup: Record<'members' | 'admitted', { value: number }> }[] } } }>(
    page, `{ unit(code: "long-an") { children(first: 100) { nodes { code name rollup(period: "${term}") { members { value } admitted { value } } } } } }`);
  const wanted = unit.children.nodes.filter(({ name }) => /Cần/.test(name)).toSorted((a, b) => b.rollup.admitted.value - a.rollup.admitted.value);
  const kind = '"Đảng bộ huyện, quận, thị xã, thành phố"';
  expect(rows.map((row) => row.slice(0, row.lastIndexOf(',')))).toEqual(
    wanted.map(({ code, name, rollup }) => [code, name, kind, rollup.admitted.value, rollup.members.value].join(',')),
  );
});
