import { accounts, ask, expect, overviewOf, test, vietnamese } from './journey.ts';

interface Child {
  readonly name: string;
  readonly rollup: {
    readonly admitted: { readonly value: number; readonly samePeriodLastYear: { readonly value: number; readonly difference: number; readonly standing: string } };
    readonly childrenByStanding: readonly { readonly standing: string; readonly count: number }[];
  };
}
interface Answer {
  readonly unit: {
    readonly rollup: { readonly admitted: { readonly samePeriodLastYear: { readonly sentence: string } } };
    readonly children: { readonly nodes: readonly Child[] };
  };
}

const query = `{ unit(code: "long-an") {
  rollup(period: "2023") { admitted { samePeriodLastYear { sentence } } }
  children(first: 100) { nodes { name rollup(period: "2023") {
    admitted { value samePeriodLastYear { value difference standing } } childrenByStanding { standing count } } } } } }`;

const difference = (value: number) => (value > 0 ? `+${vietnamese(value)}` : vietnamese(value).replace('-', '−'));

test('who is behind, by how many and whether it is so everywhere below is there without a click', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  const { unit } = await ask<Answer>(page, query);
  const worstFirst = unit.children.nodes.toSorted((one, other) => one.rollup.admitted.samePeriodLastYear.difference - other.rollup.admitted.samePeriodLastYear.difference);
  const fewer = worstFirst.filter(({ rollup }) => rollup.admitted.samePeriodLastYear.standing === 'FEWER');
  await expect(page.getByText(`${fewer.length} trong 19 đơn vị kết nạp ít hơn cùng kỳ năm trước.`)).toBeVisible();
  for (const [index, child] of worstFirst.entries()) {
    const row = page.locator('tbody tr').nth(index);
    const { value, samePeriodLastYear: last } = child.rollup.admitted;
    const all = child.rollup.childrenByStanding.reduce((sum, { standing, count }) => (standing === 'NOT_COMPARABLE' ? sum : sum + count), 0);
    const below = child.rollup.childrenByStanding.find(({ standing }) => standing === 'FEWER')?.count ?? 0;
    await expect(row.getByRole('rowheader')).toHaveText(worstFirst[index]!.name);
    await expect(row.getByRole('cell').first()).toHaveText(vietnamese(value));
    await expect(row.getByRole('cell').nth(1)).toHaveText(vietnamese(last.value));
    await expect(row.getByRole('cell').nth(2)).toHaveText(difference(last.difference));
    await expect(row.getByRole('cell').nth(5)).toContainText(`${vietnamese(below)}/${vietnamese(all)}`);
  }
});

test('the words of a comparison are the ones of the server', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  const { unit } = await ask<Answer>(page, query);
  await expect(page.getByRole('region', { name: 'Các số liệu chính' }).getByText(unit.rollup.admitted.samePeriodLastYear.sentence)).toBeVisible();
});

test('one click shows only the units that are behind, and goes into the address', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.getByRole('button', { name: 'Xem các đơn vị này' }).click();
  await expect(page).toHaveURL(/loc=it-hon/);
  await expect(page.getByRole('checkbox', { name: 'Chỉ đơn vị ít hơn cùng kỳ' })).toBeChecked();
  const differences = await page.locator('table').first().locator('tbody td:nth-of-type(3)').allTextContents();
  expect(differences.length).toBeGreaterThan(0);
  for (const text of differences) expect(text).toMatch(/^−\d/);
  await page.goBack();
  await expect(page.getByRole('checkbox', { name: 'Chỉ đơn vị ít hơn cùng kỳ' })).not.toBeChecked();
});

test('which units below cause it is one click away', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  const worst = page.locator('tbody tr').first().getByRole('rowheader');
  const name = (await worst.textContent()) ?? '';
  await worst.getByRole('link').click();
  await overviewOf(page, name);
  await expect(page.locator('tbody tr').first().getByRole('cell').nth(2)).toHaveText(/^−\d/);
});

test('bars and the lines of the year before are drawn to one scale', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  const drawn = await page.locator('tbody tr').evaluateAll((rows) =>
    rows.slice(0, 15).map((row) => {
      const [admitted, before] = [...row.querySelectorAll('td')].map((cell) => Number((cell.textContent ?? '').replaceAll('.', '')));
      const track = row.querySelector('td [aria-hidden]')!;
      const [fill, mark] = [...track.children].map((child) => child.getBoundingClientRect());
      const { left, width } = track.getBoundingClientRect();
      return { admitted: admitted!, before: before!, fill: fill!.width, mark: mark!.left + mark!.width / 2 - left, width };
    }),
  );
  const perPerson = drawn.map(({ admitted, fill }) => fill / admitted);
  const scale = Math.max(...perPerson);
  expect(drawn).toHaveLength(15);
  for (const { admitted, before, fill, mark, width } of drawn) {
    expect(Math.abs(fill - admitted * scale)).toBeLessThanOrEqual(1);
    expect(Math.abs(mark - before * scale)).toBeLessThanOrEqual(1.5);
    expect(Math.max(fill, mark)).toBeLessThanOrEqual(width + 1);
  }
});

test('how many of how many fell behind is as long as its share of the whole', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  const { unit } = await ask<Answer>(page, query);
  const all = unit.children.nodes.length;
  const fewer = unit.children.nodes.filter(({ rollup }) => rollup.admitted.samePeriodLastYear.standing === 'FEWER').length;
  const meter = page.getByRole('img', { name: `${fewer} trong ${all} đơn vị cấp dưới kết nạp ít hơn cùng kỳ` });
  const { part, whole } = await meter.evaluate((outline) => ({ part: outline.firstElementChild!.getBoundingClientRect().width, whole: outline.clientWidth }));
  expect(Math.abs(part - (whole * fewer) / all)).toBeLessThanOrEqual(1);
  await page.emulateMedia({ forcedColors: 'active' });
  const colour = await meter.evaluate((outline) => getComputedStyle(outline.firstElementChild!).backgroundColor);
  expect(colour).toBe(await page.evaluate(() => getComputedStyle(document.body).color));
});

test('where all numbers are small each person is a square, and nobody is a percentage', async ({ page, signIn }) => {
  await signIn(accounts.commune, '/tong-quan?ky=2021');
  await overviewOf(page, 'Đảng bộ xã Trà Nú');
  const { unit } = await ask<Answer>(page, query.replace('long-an', 'quang-nam.bac-tra-my.tra-nu').replaceAll('2023', '2021'));
  await expect(page.getByText('mỗi ô một người; ô trống: phần ít hơn cùng kỳ')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'So cùng kỳ' })).toHaveCount(0);
  const widths = new Set<number>();
  for (const { name, rollup } of unit.children.nodes) {
    const { value, samePeriodLastYear: last } = rollup.admitted;
    const picture = page.getByRole('row', { name }).getByRole('img', { name: new RegExp(`^${value} người, .* cùng kỳ năm trước \\(${last.value}\\)$`) });
    const { filled, empty, beforeLine } = await picture.evaluate((drawing) => {
      const squares = [...drawing.querySelectorAll('rect')].map((square) => ({ box: square.getBoundingClientRect(), filled: getComputedStyle(square).fill !== 'none' }));
      const line = drawing.querySelector('line')!.getBoundingClientRect();
      return {
        filled: squares.filter((square) => square.filled).map(({ box }) => Math.round(box.width * 100) / 100),
        empty: squares.filter((square) => !square.filled).length,
        beforeLine: squares.filter(({ box }) => box.right < line.left + 1).length,
      };
    });
    filled.forEach((width) => widths.add(width));
    expect(filled).toHaveLength(value);
    expect(empty).toBe(Math.max(0, last.value - value));
    expect(beforeLine).toBe(last.value);
  }
  expect(widths.size).toBe(1);
});

test('a cell shows its people one by one beside those of the year before, without colours too', async ({ page, signIn }) => {
  await signIn(accounts.commune, '/tong-quan?don-vi=quang-nam.bac-tra-my.tra-nu.thon-4&ky=2021');
  await overviewOf(page, 'Chi bộ Thôn 4');
  const picture = page.getByRole('region', { name: 'Các số liệu chính' }).getByRole('img', { name: '0 người, giảm 3 so với cùng kỳ năm trước (3)' });
  await expect(picture.locator('rect')).toHaveCount(3);
  await page.emulateMedia({ forcedColors: 'active' });
  const stroke = await picture.locator('rect').first().evaluate((square) => getComputedStyle(square).stroke);
  expect(stroke).toBe(await page.evaluate(() => getComputedStyle(document.body).color));
});

test('early in a period nobody is called behind: the card, the sentence and the rows say the same', async ({ page, signIn }) => {
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(/"standing":"(FEWER|NONE|SAME|MORE)"/g, '"standing":"TOO_EARLY"') });
  });
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await expect(page.getByText('Chưa đánh giá: mới đầu kỳ', { exact: true })).toBeVisible();
  await expect(page.getByText('Chưa đánh giá: mới đầu kỳ.', { exact: true })).toBeVisible();
  await expect(page.getByText(/ít hơn cùng kỳ năm trước\./)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Xem các đơn vị này' })).toHaveCount(0);
  await expect(page.locator('tbody [data-standing=FEWER]')).toHaveCount(0);
});
