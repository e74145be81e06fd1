import { violations } from './axe.ts';
import { colleague } from './candidates.ts';
import { accounts, expect, test } from './journey.ts';

/** A text that no other run has typed. */
const unique = (what: string) => `${what} ${Date.now().toString(36)}`;

test('a document is registered with what it implements; the day that cannot be right is warned about, and mended', async ({ page, signIn }) => {
  const [first, second] = [unique('1-CT'), unique('2-KH')];
  await signIn(accounts.staff, '/van-ban');
  for (const [number, day, followed] of [[first, '21/01/2020', ''], [second, '23/04/2014', first]] as const) {
    await page.getByRole('button', { name: 'Vào sổ văn bản' }).first().click();
    const form = page.getByRole('form', { name: 'Vào sổ văn bản' });
    // What is missing stands at its field, and what was typed stays.
    await form.getByLabel('Số, ký hiệu').fill(number);
    await form.getByRole('button', { name: 'Vào sổ văn bản' }).click();
    await expect(form.getByText('Còn thiếu mục này.').first()).toBeVisible();
    await form.getByLabel('Ngày ban hành').fill(day);
    await form.getByLabel('Trích yếu').fill('Về nâng cao chất lượng kết nạp');
    if (followed !== '') {
      const field = form.getByRole('combobox', { name: /^Thực hiện văn bản/ });
      await field.fill(`${followed}x`);
      await form.getByRole('button', { name: 'Vào sổ văn bản' }).click();
      await expect(form.getByText('Hãy chọn một văn bản trong sổ, hoặc để trống.')).toBeVisible();
      // Escape closes what is offered, and not the panel.
      await field.fill(followed);
      const list = form.getByRole('listbox', { name: 'Văn bản trong sổ' });
      await expect(list.getByRole('option')).toHaveCount(1);
      expect(await violations(page)).toEqual([]);
      await field.press('Escape');
      await expect(list).toHaveCount(0);
      await field.press('ArrowDown');
      await expect(list).toBeVisible();
      await field.press('ArrowDown');
      await field.press('Enter');
      await expect(field).toHaveValue(followed);
    }
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: 'Vào sổ văn bản' }).click();
    await expect(page.getByRole('dialog').getByRole('heading', { name: new RegExp(number) })).toBeVisible();
    if (followed === '') await page.keyboard.press('Escape');
  }
  const panel = page.getByRole('dialog');
  await expect(panel.getByText('Ngày ban hành trước ngày của văn bản mà nó thực hiện.', { exact: false })).toBeVisible();
  await panel.getByRole('button', { name: 'Sửa' }).click();
  await panel.getByLabel('Ngày ban hành').fill('23/04/2020');
  await panel.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(panel.getByText('23/04/2020')).toBeVisible();
  await expect(panel.getByText('Ngày ban hành trước ngày', { exact: false })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row').filter({ hasText: second })).toContainText(first);
});

test('what was typed into a form is there again after it was closed', async ({ page, signIn }) => {
  await signIn(accounts.staff, '/vuong-mac');
  const open = page.getByRole('button', { name: 'Ghi vướng mắc' });
  await open.click();
  await page.getByRole('dialog').getByLabel('Vướng mắc', { exact: true }).fill('Còn đang viết');
  await page.keyboard.press('Escape');
  await open.click();
  await expect(page.getByRole('dialog').getByLabel('Vướng mắc', { exact: true })).toHaveValue('Còn đang viết');
});

test('an obstacle is recorded, counted above, and resolved', async ({ page, signIn }) => {
  const what = unique('Thiếu nguồn');
  await signIn('staff@an-kieu', '/vuong-mac');
  await page.getByRole('button', { name: 'Ghi vướng mắc' }).click();
  const form = page.getByRole('form', { name: 'Ghi vướng mắc' });
  await form.getByLabel('Vướng mắc', { exact: true }).fill(what);
  await form.getByLabel('Người lo').fill('Phó bí thư');
  await form.getByRole('button', { name: 'Ghi', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: what });
  await expect(row).toContainText('Không đặt hạn');
  expect(await violations(page)).toEqual([]);
  await row.getByRole('button').click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Ghi đã giải quyết' }).click();
  await panel.getByLabel('Cách giải quyết').fill('Đã phân công');
  await panel.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('radio', { name: 'Đã giải quyết' }).check();
  await expect(row).toContainText('Đã phân công');
});

test('a reminder goes down, is answered below, and the answer is read above', async ({ page, signIn }) => {
  const text = unique('Đề nghị báo cáo');
  await signIn('staff@an-kieu', '/vuong-mac?xem=don-doc');
  await page.getByRole('button', { name: 'Gửi đôn đốc' }).click();
  const form = page.getByRole('form', { name: 'Gửi đôn đốc' });
  await form.getByLabel('Gửi đến').selectOption({ label: 'Chi bộ Thôn 1' });
  await form.getByLabel('Nội dung').fill(text);
  await form.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: text })).toContainText('Chi bộ Thôn 1');
  await signIn('secretary@song-mau', '/vuong-mac?xem=don-doc');
  await page.getByRole('row').filter({ hasText: text }).getByRole('button', { name: 'Trả lời' }).click();
  await page.getByRole('form', { name: 'Trả lời' }).getByLabel('Nội dung trả lời').fill('Có bảy nguồn');
  await page.getByRole('form', { name: 'Trả lời' }).getByRole('button', { name: 'Trả lời' }).click();
  await expect(page.getByRole('row').filter({ hasText: text })).toHaveCount(0);
  await signIn('staff@an-kieu', '/vuong-mac?xem=don-doc&loc=xong');
  await expect(page.getByRole('row').filter({ hasText: text })).toContainText('Có bảy nguồn');
});

test('an inspection counts for the unit from then on, and not once it is taken back', async ({ page, signIn }) => {
  const what = unique('Sinh hoạt chi bộ');
  await signIn('staff@an-kieu', '/vuong-mac?xem=kiem-tra');
  const ages = page.getByRole('table', { name: 'Cấp dưới theo lần kiểm tra gần nhất' });
  const cell = ages.getByRole('row').filter({ hasText: 'Chi bộ Thôn 9' });
  await expect(cell).toContainText('Chưa kiểm tra lần nào');
  await page.getByRole('button', { name: 'Ghi cuộc kiểm tra' }).click();
  const form = page.getByRole('form', { name: 'Ghi cuộc kiểm tra' });
  await form.getByLabel('Đơn vị được kiểm tra').selectOption({ label: 'Chi bộ Thôn 9' });
  await form.getByLabel('Nội dung').fill(what);
  await form.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: what })).toBeVisible();
  await expect(ages).not.toContainText(/Chi bộ Thôn 9Chưa/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('row').filter({ hasText: what }).getByRole('button').click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Rút' }).click();
  await panel.getByLabel('Lý do').fill('Ghi nhầm');
  await panel.getByRole('form').getByRole('button', { name: 'Rút' }).click();
  await expect(page.getByRole('row').filter({ hasText: what })).toHaveCount(0);
  await expect(ages.getByRole('row').filter({ hasText: 'Chi bộ Thôn 9' })).toContainText('Chưa kiểm tra lần nào');
});

test('a plan is made after the one above, given an item, and the item checked off and unchecked', async ({ page, signIn }) => {
  const what = unique('Họp chi bộ');
  await signIn('secretary@song-mau', '/ke-hoach');
  const year = Number(new Date().toLocaleDateString('sv', { timeZone: 'Asia/Ho_Chi_Minh' }).slice(0, 4));
  await page.getByRole('link', { name: `Năm ${year + 1}` }).click();
  await page.getByRole('button', { name: 'Lập kế hoạch' }).click();
  await page.getByRole('form', { name: 'Lập kế hoạch' }).getByRole('button', { name: 'Lập kế hoạch' }).click();
  await expect(page.getByText('Kế hoạch chưa có việc nào.')).toBeVisible();
  await page.getByRole('button', { name: 'Thêm việc' }).click();
  const form = page.getByRole('form', { name: 'Thêm việc' });
  await form.getByLabel('Tháng hoặc quý').selectOption({ label: 'Quý I' });
  await form.getByLabel('Việc', { exact: true }).fill(what);
  await form.getByRole('button', { name: 'Thêm việc' }).click();
  await expect(page.getByText('Đã thêm. Có thể thêm việc nữa.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const row = page.getByRole('row').filter({ hasText: what });
  await row.getByRole('button', { name: 'Ghi xong' }).click();
  await page.getByRole('form', { name: 'Ghi việc đã xong' }).getByLabel('Ghi chú').fill('Đủ đảng viên');
  await page.getByRole('form', { name: 'Ghi việc đã xong' }).getByRole('button', { name: 'Ghi xong' }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByText('Đủ đảng viên')).toBeVisible();
  await panel.getByRole('button', { name: 'Ghi chưa xong' }).click();
  await panel.getByLabel('Lý do').fill('Còn vắng hai người');
  await panel.getByRole('form').getByRole('button', { name: 'Ghi chưa xong' }).click();
  await expect(panel.getByText('Còn vắng hai người')).toBeVisible();
  await expect(panel.getByText('Đủ đảng viên')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row).toContainText('Chưa xong');
  expect(await violations(page)).toEqual([]);
});

test('an item of a plan names a target of the unit, tells how far that is, and leads there', async ({ page, signIn }) => {
  const what = unique('Mở lớp nhận thức');
  await signIn('staff@an-kieu', '/ke-hoach');
  await page.getByRole('button', { name: 'Thêm việc' }).click();
  const form = page.getByRole('form', { name: 'Thêm việc' });
  await form.getByLabel('Việc', { exact: true }).fill(what);
  const choice = form.getByRole('combobox', { name: 'Thực hiện chỉ tiêu' });
  await expect(choice.locator('option').nth(1)).toContainText('Kết nạp');
  await choice.selectOption({ index: 1 });
  await form.getByRole('button', { name: 'Thêm việc' }).click();
  await expect(page.getByText('Đã thêm. Có thể thêm việc nữa.')).toBeVisible();
  await page.keyboard.press('Escape');
  const row = page.getByRole('row').filter({ hasText: what });
  const target = row.getByRole('link', { name: /Kết nạp.*đã đạt \d+/ });
  await expect(target).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await target.click();
  await expect(page).toHaveURL(/\/chi-tieu\?/);
  await expect(page.getByRole('rowheader', { name: 'Kết nạp' }).first()).toBeVisible();
  // It is taken off again: the item stands without it.
  await page.goBack();
  await row.getByRole('button').click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Thôi' }).click();
  await panel.getByRole('button', { name: 'Sửa' }).click();
  await panel.getByRole('combobox', { name: 'Thực hiện chỉ tiêu' }).selectOption({ label: 'Không gắn với chỉ tiêu nào' });
  await panel.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(panel.getByRole('link', { name: /Kết nạp/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(row).toBeVisible();
  await expect(target).toHaveCount(0);
});

test('what a colleague changed meanwhile is told in words, with the answer itself, and costs nothing that was typed', async ({ page, signIn, settled, request }) => {
  const what = unique('Thiếu lớp nhận thức');
  const staff = await colleague(request, 'staff@an-kieu');
  const { viewer } = await staff.ask<{ viewer: { unit: { id: string } } }>('{ viewer { unit { id } } }');
  const { made } = await staff.ask<{ made: { record: { id: string } } }>('mutation ($input: RecordObstacleInput!) { made: recordObstacle(input: $input) { ... on RecordChanged { record { id } } } }', {
    input: { unit: viewer.unit.id, title: what, ownerName: 'Phó bí thư', raisedOn: staff.daysAgo(3), idempotencyKey: what.replaceAll(/[^!-~]/g, '').padEnd(8, 'x') },
  });
  await signIn('staff@an-kieu', '/vuong-mac');
  await page.getByRole('row').filter({ hasText: what }).getByRole('button').click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Sửa' }).click();
  await panel.getByLabel('Nói rõ thêm').fill('Chưa có giảng viên');
  await staff.ask('mutation ($input: ChangeObstacleInput!) { changeObstacle(input: $input) { __typename } }', { input: { obstacle: made.record.id, expectedVersion: 1, title: what, ownerName: 'Trưởng ban tổ chức', raisedOn: staff.daysAgo(3) } });
  await settled();
  const asked: string[] = [];
  page.on('request', (sent) => {
    if (sent.url().endsWith('/graphql')) asked.push(sent.postDataJSON().operationName);
  });
  await panel.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(panel.getByText('Người lo: Phó bí thư → Trưởng ban tổ chức')).toBeVisible();
  await expect(panel.getByLabel('Nói rõ thêm')).toHaveValue('Chưa có giảng viên');
  await settled();
  expect(asked).toEqual(['ChangeObstacle']);
  await panel.getByLabel('Người lo').fill('Trưởng ban tổ chức');
  await panel.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(panel.getByText('Chưa có giảng viên')).toBeVisible();
});

test('the page of a unit tells how far its plan is and what waits, and leads there', async ({ page, signIn }) => {
  await signIn('staff@an-kieu', '/don-vi/song-mau.xa-an-kieu');
  const card = page.getByRole('region', { name: 'Kế hoạch, vướng mắc, đôn đốc' });
  await expect(card).toContainText(/Xong \d+\/\d+ việc/);
  await card.getByRole('link', { name: 'Đôn đốc chờ trả lời' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Theo dõi, đôn đốc');
  await expect(page.getByRole('heading', { level: 2, name: 'Đôn đốc' })).toBeVisible();
});

test('who sees sums alone is not led to what they may not see', async ({ page, signIn }) => {
  await signIn(accounts.observer, '/tong-quan');
  const pages = page.getByRole('navigation').first();
  await expect(pages.getByRole('link', { name: 'Tổng quan' })).toBeVisible();
  await expect(pages.getByRole('link', { name: 'Văn bản' })).toHaveCount(0);
});
