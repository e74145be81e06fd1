import { colleague, typed, type Colleague } from './candidates.ts';
import { expect, test } from './journey.ts';

/* Letters between two cells of one commune: the sums of the commune stay, and no journey reads those of its cells. */

const sender = 'staff@an-kieu';
const receiver = 'secretary@song-mau';

interface Cell {
  readonly id: string;
  readonly name: string;
}

interface Member {
  readonly id: string;
  readonly name: string;
  readonly home: Cell;
  readonly there: Cell;
}

/** An official member of the commune, outside the receiver's cell, for whom a letter can be issued. */
async function aMember({ ask }: Colleague): Promise<Member> {
  interface Found { readonly people: { readonly nodes: { readonly id: string; readonly fullName: string; readonly unit: Cell; readonly transferOptions: { readonly viewerCan: boolean }[] }[] } }
  const { people } = await ask<Found>('{ people(filter: { states: [OFFICIAL] }, first: 100) { nodes { id fullName unit { id name } transferOptions { viewerCan } } } }');
  const { unit: there } = await ask<{ unit: Cell }>('{ unit(code: "song-mau.xa-an-kieu.thon-1") { id name } }');
  // Two journeys at a time would take the same one now and then: each worker has people of its own.
  const { parallelIndex, config } = test.info();
  const isOwn = (id: string) => Buffer.from(id).reduce((sum, byte) => sum + byte, 0) % config.workers === parallelIndex;
  const one = people.nodes.findLast(({ id, unit, transferOptions }) => unit.id !== there.id && isOwn(id) && transferOptions.some(({ viewerCan }) => viewerCan))!;
  return { id: one.id, name: one.fullName, home: one.unit, there };
}

async function membersOf({ ask }: Colleague, { id }: Cell): Promise<number> {
  const { viewer } = await ask<{ viewer: { today: string } }>('{ viewer { today } }');
  const { unit } = await ask<{ unit: { rollup: { members: { value: number } } } }>(`query ($id: ID!) { unit(id: $id) { rollup(period: "${viewer.today}/${viewer.today}") { members { value } } } }`, { id });
  return unit.rollup.members.value;
}

/** Issues a letter through the API. */
async function issue({ ask }: Colleague, { id, there }: Member): Promise<{ id: string; version: number }> {
  const { viewer } = await ask<{ viewer: { today: string } }>('{ viewer { today } }');
  const input = { person: id, kind: 'OFFICIAL', toUnit: there.id, letterNumber: '77-GT/ĐU', on: viewer.today, idempotencyKey: crypto.randomUUID() };
  const { change } = await ask<{ change: { transfer: { id: string; version: number } } }>('mutation ($input: IssueTransferInput!) { change: issueTransfer(input: $input) { ... on TransferChanged { transfer { id version } } } }', { input });
  return change.transfer;
}

test('whoever sends issues a letter on the page of a person; whoever receives accepts it, and the counts move', async ({ page, signIn, request }) => {
  const staff = await colleague(request, sender);
  const member = await aMember(staff);
  const before = { home: await membersOf(staff, member.home), there: await membersOf(staff, member.there) };
  await signIn(sender, `/nguoi/${member.id}`);
  await page.getByRole('button', { name: 'Chuyển sinh hoạt…' }).click();
  const panel = page.getByRole('dialog', { name: `Chuyển sinh hoạt: ${member.name}` });
  await panel.getByRole('button', { name: 'Cấp giấy' }).click();
  await expect(panel.getByText('Chọn chi bộ nhận.')).toBeVisible();
  await panel.getByRole('searchbox').fill('thon 1');
  await panel.getByRole('button', { name: /^Chi bộ Thôn 1\b.*Đảng bộ xã An Kiều$/ }).click();
  await panel.getByLabel('Số giấy').fill('76-GT/ĐU');
  await panel.getByRole('button', { name: 'Cấp giấy' }).click();
  await expect(panel).toContainText(`Đã cấp giấy cho ${member.name}.`);
  await panel.getByRole('button', { name: 'Xong' }).click();
  await expect(page.getByRole('button', { name: 'Chuyển sinh hoạt…' })).toBeDisabled();
  await expect(page.getByText('Người này đang có một giấy chuyển sinh hoạt chưa xong.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Chuyển sinh hoạt' })).toContainText('Chờ tiếp nhận');
  expect(await membersOf(staff, member.home)).toBe(before.home);

  await signIn(receiver, '/viec');
  const row = page.getByRole('table', { name: 'Việc: Chờ duyệt' }).getByRole('row').filter({ hasText: member.name });
  await expect(row).toContainText('Chờ tiếp nhận');
  await expect(row).toContainText(/còn 30 ngày làm việc · \d\d\/\d\d\/\d{4}/);
  await row.getByRole('button', { name: `Tiếp nhận ${member.name}` }).click();
  const letter = page.getByRole('dialog', { name: member.name });
  await expect(letter).toContainText('76-GT/ĐU');
  await letter.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await expect(letter).toContainText(`Đã tiếp nhận ${member.name}`);
  await letter.getByRole('button', { name: 'Xong' }).click();
  await expect(page).toHaveURL(/\/viec$/);
  await expect(page.getByRole('button', { name: `Tiếp nhận ${member.name}` })).toHaveCount(0);
  expect({ home: await membersOf(staff, member.home), there: await membersOf(staff, member.there) }).toEqual({ home: before.home - 1, there: before.there + 1 });
});

/** A day that ends a temporary transfer: from three months on, before a year. */
function inHalfAYear(): string {
  return new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10).split('-').toReversed().join('/');
}

test('a code is shown once, and opens the letter for whoever types it', async ({ page, signIn, request }) => {
  const member = await aMember(await colleague(request, sender));
  await signIn(sender, `/nguoi/${member.id}`);
  await page.getByRole('button', { name: 'Chuyển sinh hoạt…' }).click();
  const panel = page.getByRole('dialog', { name: `Chuyển sinh hoạt: ${member.name}` });
  await panel.getByRole('radio', { name: 'Tạm thời' }).check();
  await panel.getByRole('radio', { name: 'Ghi bằng chữ' }).check();
  await expect(panel).toContainText('Giấy này do Đảng bộ xã An Kiều cấp.');
  await panel.getByRole('textbox', { name: 'Nơi đến' }).fill('Trường Chính trị tỉnh');
  await panel.getByLabel('Số giấy').fill('78-GT/ĐU');
  await panel.getByLabel('Thời hạn đến ngày').fill(inHalfAYear());
  await panel.getByRole('button', { name: 'Cấp giấy' }).click();
  const code = await panel.getByText(/^([2-9A-Z]{4}-){4}[2-9A-Z]{4}$/).first().textContent();
  await expect(panel).toContainText('Mã chỉ hiện một lần này.');
  await signIn(receiver, '/chuyen-sinh-hoat');
  await page.getByRole('button', { name: 'Tôi có giấy giới thiệu' }).click();
  const claim = page.getByRole('dialog', { name: 'Tiếp nhận bằng mã trên giấy' });
  const [typed, show] = [claim.getByRole('textbox', { name: 'Mã trên giấy' }), claim.getByRole('button', { name: 'Xem giấy' })];
  for (const [wrong, sentence] of [
    ['2222-2222-2222-222', 'Mã có 20 chữ và số, ở đây có 15.'],
    ['2222-2222-2222-2222-0O2Đ', 'Mã không dùng “0”, “O”, “Đ”. Xem lại trên giấy.'],
    ['2222-2222-2222-2222-2222', 'Không có giấy nào mang mã này.'],
  ] as const) {
    await typed.fill(wrong);
    await show.click();
    await expect(claim).toContainText(sentence);
    await expect(typed).toHaveValue(wrong);
  }
  await typed.fill(code!.toLowerCase().replaceAll('-', ' '));
  await show.click();
  await expect(claim).toContainText(member.name);
  await claim.getByRole('button', { name: /^Chi bộ Thôn 1/ }).click();
  await claim.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await expect(claim).toContainText(`Đã tiếp nhận ${member.name}`);
  await claim.getByRole('button', { name: 'Xong' }).click();
  await page.getByRole('link', { name: /^Tạm thời đang có/ }).click();
  await expect(page.getByRole('row').filter({ hasText: member.name })).toContainText('Đã tiếp nhận');
});

test.describe('when it goes wrong', () => {
  test.use({ expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED/ });

  test('what was typed outlives the line and the colleague who was quicker, and both versions are shown', async ({ page, signIn, request, context }) => {
    const staff = await colleague(request, sender);
    const member = await aMember(staff);
    const { id, version } = await issue(staff, member);
    await signIn(receiver, '/chuyen-sinh-hoat');
    await page.getByRole('button', { name: `Tiếp nhận ${member.name}` }).click();
    const letter = page.getByRole('dialog', { name: member.name });
    const day = letter.getByLabel('Ngày tiếp nhận');
    await day.fill('31/12/2099');
    await letter.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await expect(letter).toContainText('Ngày này chưa tới: muộn nhất là hôm nay');
    const { viewer } = await staff.ask<{ viewer: { today: string } }>('{ viewer { today } }');
    const today = viewer.today.split('-').toReversed().join('/');
    await day.fill(today);
    await context.setOffline(true);
    await letter.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await expect(letter.getByRole('alert')).toContainText('không kết nối được với máy chủ');
    await expect(day).toHaveValue(today);
    await context.setOffline(false);
    await staff.ask('mutation ($input: CancelTransferInput!) { cancelTransfer(input: $input) { __typename } }', { input: { transfer: id, expectedVersion: version, reason: 'Ghi nhầm nơi đến' } });
    await letter.getByRole('button', { name: 'Thử lại' }).click();
    await expect(letter.getByRole('alert')).toContainText('Chờ tiếp nhận');
    await expect(letter.getByRole('alert')).toContainText('Đã hủy: Ghi nhầm nơi đến');
    await letter.getByRole('button', { name: 'Xem và ghi tiếp' }).click();
    await expect(letter.getByRole('button', { name: 'Tiếp nhận', exact: true })).toHaveCount(0);
  });
});

test('who was removed is taken up again: what rules it out is said as it is ticked, a conviction waits its months, and nothing typed is lost', async ({ page, signIn, request }) => {
  const staff = await colleague(request, 'staff@song-mau');
  interface Found { readonly candidacies: { readonly nodes: { readonly person: { readonly id: string }; readonly beginAgain: { readonly viewerCan: boolean } | null }[] } }
  const { candidacies } = await staff.ask<Found>('{ candidacies(filter: { states: [REMOVED] }, first: 100) { nodes { person { id } beginAgain { viewerCan } } } }');
  const { person } = candidacies.nodes.find(({ beginAgain }) => beginAgain?.viewerCan)!;
  await signIn('staff@song-mau', `/nguoi/${person.id}`);
  await page.getByRole('button', { name: 'Kết nạp lại…' }).click();
  const form = page.getByRole('form', { name: 'Xem xét kết nạp lại' });
  const submit = form.getByRole('button', { name: 'Ghi xem xét kết nạp lại' });
  await form.getByLabel('Số văn bản đồng ý của cấp tỉnh').fill('18-CV/TU');
  await form.getByLabel('Bị kết án về tội tham nhũng').check();
  await expect(form.getByText('Trường hợp này không được xem xét kết nạp lại.')).toBeVisible();
  await submit.click();
  await expect(form.getByText('Trường hợp này không được xem xét kết nạp lại.')).toBeVisible();
  await form.getByLabel('Bị kết án về tội tham nhũng').uncheck();
  await expect(form.getByText('Trường hợp này không được xem xét kết nạp lại.')).toHaveCount(0);
  const cleared = form.getByLabel(/^Ngày được xóa án tích/);
  await cleared.fill(typed(staff.daysAgo(365)));
  await submit.click();
  await expect(cleared).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByLabel('Số văn bản đồng ý của cấp tỉnh')).toHaveValue('18-CV/TU');
  await cleared.fill(typed(staff.daysAgo(365 * 6)));
  await submit.click();
  await expect(page.getByText('Đã ghi. Người này trở lại là nguồn, bắt đầu từ bước đầu.')).toBeVisible();
});
