import { aCell, candidateAt, colleague, recordStep, type Candidate, type Colleague } from './candidates.ts';
import { expect, test } from './journey.ts';
import { Hand } from './hand.ts';

/** People who wait for the decision to recognise them, in cells of the scope. */
async function waiting(asked: Colleague, count: number): Promise<Candidate[]> {
  const made: Candidate[] = [];
  for (let index = 0; index < count; index += 1) made.push(await candidateAt(asked, 'RECOGNITION_SUBMITTED', { cell: await aCell(asked, index % 3), ceremonyAgo: 378 }));
  return made;
}

async function stateOf({ ask }: Colleague, { candidacy: id }: Candidate): Promise<{ state: string; officialOn: string | null; ceremonyOn: string }> {
  const { candidacy } = await ask<{ candidacy: { state: string; officialOn: string; ceremonyOn: string } }>('query ($id: ID!) { candidacy(id: $id) { state officialOn ceremonyOn } }', { id });
  return candidacy;
}

// Recognition changes figures: no journey reads those of these two scopes. In the first one “all” means the nine.
test('nine people are recognised under one decision with five clicks and a number', async ({ page, signIn, request }) => {
  test.setTimeout(120_000);
  const staff = await colleague(request, 'staff@hai-hau');
  const made = await waiting(staff, 9);
  await signIn('staff@hai-hau', '/viec');
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible();
  const hand = new Hand(page);
  await hand.click('Kết nạp – dự bị', 'link');
  await hand.click(/^Dự bị đến hạn/, 'link');
  await hand.click('Chọn tất cả (9)');
  await hand.click('Công nhận chính thức: 9 người');
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText('Thời gian dự bị không gia hạn');
  await expect(panel).toContainText('Quyết định ra muộn vẫn tính đảng viên chính thức từ ngày hết 12 tháng');
  await panel.getByLabel('Số văn bản').fill('145-QĐ/HU');
  await expect(panel).toContainText('Cả 9 người đều ghi được.');
  await hand.click('Ghi cho 9 người');
  await expect(panel).toContainText('Đã ghi cho 9 người: Quyết định công nhận chính thức, 145-QĐ/HU.');
  expect(hand.clicks).toBeLessThanOrEqual(5);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: /^Đã công nhận/ })).toContainText(/[1-9]/);
  for (const one of made) {
    const { state, officialOn, ceremonyOn } = await stateOf(staff, one);
    expect(state).toBe('OFFICIAL');
    // Official from the day on which the twelve months ended, not from that of the decision.
    expect(officialOn?.slice(0, 4)).toBe(String(Number(ceremonyOn.slice(0, 4)) + 1));
    expect(officialOn?.slice(4)).toBe(ceremonyOn.slice(4));
  }
});

test.describe('when it goes wrong', () => {
  test.use({ expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET/ });

  test('what stands against the decision is shown line by line, and nothing that was typed or chosen is lost', async ({ page, signIn, request, context }) => {
    test.setTimeout(120_000);
    const staff = await colleague(request, 'staff@khoi-co-quan');
    const [first, second, third] = await waiting(staff, 3);
    await signIn('staff@khoi-co-quan', '/ket-nap?xem=du-bi');
    for (const one of [first!, second!, third!]) await page.getByRole('checkbox', { name: `Công nhận chính thức: chọn ${one.name}` }).check();
    // Meanwhile somebody else proposes the removal of one of them.
    await recordStep(staff, second!.candidacy, 'REMOVAL_PROPOSED', { on: staff.daysAgo(0), reason: 'Vi phạm', removalGround: 'UNFIT_IN_PROBATION', vote: { base: 9, present: 9, inFavour: 9 } });
    await page.getByRole('button', { name: 'Công nhận chính thức: 3 người' }).click();
    const panel = page.getByRole('dialog');
    const number = panel.getByLabel('Số văn bản');
    await panel.getByRole('button', { name: /^Ghi cho/ }).click();
    await expect(panel).toContainText('Nhập số văn bản.');
    await number.fill('77-QĐ/HU');
    await expect(panel).toContainText('1 người chưa ghi được');
    const line = panel.getByRole('listitem').first();
    await expect(line).toContainText(second!.name);
    await expect(line).toContainText('Hồ sơ vừa được người khác sửa');
    await line.getByRole('button', { name: `Dùng bản mới ${second!.name}` }).click();
    await expect(line).toContainText('Hồ sơ chưa tới, hoặc đã qua bước này.');
    await line.getByRole('button', { name: `Bỏ ra ${second!.name}` }).click();
    await expect(panel).toContainText('Cả 2 người đều ghi được.');
    await context.setOffline(true);
    await panel.getByRole('button', { name: 'Ghi cho 2 người' }).click();
    await expect(panel.getByRole('alert')).toContainText('không kết nối được với máy chủ');
    await expect(number).toHaveValue('77-QĐ/HU');
    await expect(panel.getByRole('listitem')).toHaveCount(2);
    await context.setOffline(false);
    // The next time it is recorded, and the answer lost on its way: sent once more, it is told and not taken for somebody else's.
    await page.route('**/graphql', async (route) => {
      const answered = await route.fetch();
      expect(await answered.text()).toContain('"isWritten":true');
      await route.abort('connectionreset');
    }, { times: 1 });
    await panel.getByRole('button', { name: 'Ghi cho 2 người' }).click();
    await expect(panel.getByRole('button', { name: 'Ghi cho 2 người' })).toBeEnabled();
    await expect(panel.getByRole('alert')).toContainText('không kết nối được với máy chủ');
    expect((await stateOf(staff, first!)).state).toBe('OFFICIAL');
    await panel.getByRole('button', { name: 'Ghi cho 2 người' }).click();
    await expect(panel).toContainText('Đã ghi cho 2 người: Quyết định công nhận chính thức, 77-QĐ/HU.');
    expect((await stateOf(staff, first!)).state).toBe('OFFICIAL');
    expect((await stateOf(staff, second!)).state).toBe('REMOVAL_PROPOSED');
  });
});

test('a day that has not come is refused for every line, and the day typed stays', async ({ page, signIn, request }) => {
  const staff = await colleague(request, 'staff@khoi-co-quan');
  const [one] = await waiting(staff, 1);
  await signIn('staff@khoi-co-quan', '/ket-nap?xem=du-bi');
  await page.getByRole('checkbox', { name: `Công nhận chính thức: chọn ${one!.name}` }).check();
  await page.getByRole('button', { name: 'Công nhận chính thức: 1 người' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Số văn bản').fill('5-QĐ/ĐUK');
  await panel.getByLabel('Ngày', { exact: true }).fill('31/12/2099');
  await expect(panel.getByRole('listitem').first()).toContainText('Ngày này chưa tới: muộn nhất là hôm nay');
  await expect(panel.getByLabel('Ngày', { exact: true })).toHaveValue('31/12/2099');
  await panel.getByLabel('Ngày', { exact: true }).fill('31/02/2026');
  await panel.getByRole('button', { name: /^Ghi cho/ }).click();
  await expect(panel).toContainText('Không có ngày 31/02/2026. Viết ngày/tháng/năm.');
});

test('people are sent to a class under one document, chosen in the list of candidates', async ({ page, signIn, request }) => {
  const staff = await colleague(request, 'staff@khoi-co-quan');
  const made = [await candidateAt(staff, 'LISTED'), await candidateAt(staff, 'LISTED')];
  const source = await candidateAt(staff, 'IDENTIFIED');
  await signIn('staff@khoi-co-quan', '/nguon?buoc=nguon&xep=han');
  for (const one of made) await page.getByRole('checkbox', { name: `Cử đi học: chọn ${one.name}` }).check();
  await expect(page.getByRole('checkbox', { name: `Đưa vào danh sách: chọn ${source.name}` })).toBeDisabled();
  await page.getByRole('button', { name: 'Cử đi học: 2 người' }).click();
  const panel = page.getByRole('dialog', { name: 'Cử đi học: 2 người' });
  await expect(panel).toContainText('Cả 2 người đều ghi được.');
  await panel.getByLabel('Số văn bản').fill('5-QĐ/ĐUK');
  await panel.getByRole('button', { name: 'Ghi cho 2 người' }).click();
  await expect(panel).toContainText('Đã ghi cho 2 người: Cử đi học lớp nhận thức về Đảng, 5-QĐ/ĐUK.');
  for (const one of made) expect((await stateOf(staff, one)).state).toBe('TRAINING');
});
