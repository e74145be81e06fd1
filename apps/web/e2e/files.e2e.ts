import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { accounts, ask, comparisonOf, expect, overviewOf, test } from './journey.ts';

/** Presses the button and answers with what the browser was handed. */
async function downloaded(page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).first().click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The rows of the one sheet of a workbook, as texts. */
async function sheetOf(page: Page, bytes: Buffer): Promise<string[][]> {
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
  return page.evaluate(
    (text) =>
      [...new DOMParser().parseFromString(text, 'application/xml').querySelectorAll('row')].map((row) =>
        [...row.querySelectorAll('c')].map((cell) => (cell.querySelector('f') === null ? (cell.textContent ?? '') : 'formula')),
      ),
    xml,
  );
}

test('the table of the units below as a workbook: numbers equal to those of the API', async ({ page, signIn }) => {
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  const { name, bytes } = await downloaded(page, 'Tải bảng (Excel)');
  expect(name).toBe('cap-duoi-long-an-2023.xlsx');
  const [heading, ...rows] = await sheetOf(page, bytes);
  expect(heading?.slice(0, 4)).toEqual(['Mã', 'Đơn vị', 'Loại', 'Kết nạp (Năm 2023)']);
  const { unit } = await ask<{ unit: { children: { nodes: { code: string; name: string; rollup: { admitted: { value: number } } }[] } } }>(
    page,
    '{ unit(code: "long-an") { children(first: 100) { nodes { code name rollup(period: "2023") { admitted { value } } } } } }',
  );
  expect(rows).toHaveLength(unit.children.nodes.length);
  for (const { code, name: called, rollup } of unit.children.nodes) {
    const row = rows.find(([first]) => first === code);
    expect(row?.[1]).toBe(called);
    expect(row?.[3]).toBe(String(rollup.admitted.value));
  }
});

test('a comparison as a workbook', async ({ page, signIn }) => {
  await signIn(accounts.province, '/so-sanh?ky=2023&a=long-an.can-duoc,long-an.ben-luc&xem=nam&so=ket-nap');
  await comparisonOf(page, 'Đảng bộ tỉnh Long An');
  const { name, bytes } = await downloaded(page, 'Tải bảng (Excel)');
  expect(name).toBe('so-sanh-long-an-2023.xlsx');
  const rows = await sheetOf(page, bytes);
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['Mã', 'Đơn vị', 'Số liệu'],
    ['long-an.can-duoc', 'Đảng bộ huyện Cần Đước', 'Kết nạp'],
    ['long-an.ben-luc', 'Đảng bộ huyện Bến Lức', 'Kết nạp'],
  ]);
  expect(rows[0]?.slice(3)).toEqual(['2019', '2020', '2021', '2022', '2023']);
});

const inWorkbook = [
  { what: 'candidates of a stage', account: accounts.staff, path: '/nguon?buoc=lop', file: 'nguon-phat-trien-song-mau.xlsx', query: '{ found: candidacies(filter: { stages: [AWARENESS_CLASS] }, first: 1) { totalCount } }' },
  { what: 'who was recognised, looked for by name', account: accounts.staff, path: '/ket-nap?xem=cong-nhan&tim=nguyen', file: 'cong-nhan-song-mau.xlsx', query: '{ found: candidacies(filter: { states: [OFFICIAL], search: "nguyen" }, first: 1) { totalCount } }' },
  { what: 'members of a unit by name and state', account: accounts.district, path: '/don-vi/long-an.can-duoc?xem=dang-vien&tim=thanh&tinh-trang=du-bi', file: 'dang-vien-long-an.can-duoc.xlsx', query: '{ found: people(filter: { states: [PROBATIONARY], search: "thanh" }, first: 1) { totalCount } }' },
] as const;

for (const { what, account, path, file, query } of inWorkbook) {
  test(`a workbook holds all that the filter finds, and of each no field that asks for a right of its own: ${what}`, async ({ page, signIn }) => {
    await signIn(account, path);
    const { name, bytes } = await downloaded(page, 'Tải bảng (Excel)');
    expect(name).toBe(file);
    const [heading = [], ...rows] = await sheetOf(page, bytes);
    const { found } = await ask<{ found: { totalCount: number } }>(page, query);
    expect(found.totalCount).toBeGreaterThan(1);
    expect(rows).toHaveLength(found.totalCount);
    expect(heading.join(' ')).toMatch(/Họ (và )?tên/);
    expect(heading.join(' ')).not.toMatch(/dân tộc|tôn giáo/i);
    expect(rows.flat()).not.toContain('formula');
  });
}

const views = [
  { address: '/tong-quan?ky=2023', region: 'Kết nạp theo thời gian', file: 'ket-nap-theo-thoi-gian.png' },
  { address: '/so-sanh?ky=2023&a=long-an.can-duoc,long-an.ben-luc', region: 'Kết nạp', file: 'ket-nap.png' },
  { address: '/so-sanh?ky=2023&a=long-an.can-duoc,long-an.ben-luc&xem=nam', region: 'Kết nạp', file: 'ket-nap.png' },
] as const;

for (const { address, region, file } of views) {
  test(`a picture of ${address} is a file that is not empty`, async ({ page, signIn }, info) => {
    await signIn(accounts.province, address);
    await expect(page.getByRole('heading', { level: 1, name: 'Đảng bộ tỉnh Long An' })).toBeVisible();
    const card = page.getByRole('region', { name: region, exact: true });
    await expect(card.locator('figure')).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expect(card.locator('figure [class*=block]')).toHaveCount(0);
    const [download] = await Promise.all([page.waitForEvent('download'), card.getByRole('button', { name: 'Tải hình (PNG)' }).click()]);
    expect(download.suggestedFilename()).toBe(file);
    const path = info.outputPath(file);
    await download.saveAs(path);
    const bytes = await readFile(path);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const drawn = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      let blue = 0;
      for (let index = 0; index < pixels.length; index += 4) if (pixels[index] === 0x2b && pixels[index + 1] === 0x62 && pixels[index + 2] === 0xa8) blue += 1;
      return { width: image.width, blue };
    }, bytes.toString('base64'));
    const figure = await card.locator('figure').boundingBox();
    expect(drawn.width).toBeGreaterThan((figure?.width ?? 0) * 2);
    // The bars, or the line, in the colour of the page.
    expect(drawn.blue).toBeGreaterThan(500);
  });
}
