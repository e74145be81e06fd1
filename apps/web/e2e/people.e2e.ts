import type { Page } from '@playwright/test';
import { candidateAt, colleague, newName, recordStep, typed } from './candidates.ts';
import { accounts, expect, password, test } from './journey.ts';

const panelOf = (page: Page, name: string) => page.getByRole('dialog', { name });
const opener = (page: Page, action: string) => page.getByRole('main').getByRole('button', { name: action, exact: true });
const timeline = (page: Page) => page.getByRole('region', { name: 'Diễn biến' });

test('what the rules refuse stands beside the field, and nothing of what was typed is lost', async ({ page, signIn, request }) => {
  const staff = await colleague(request, accounts.staff);
  const { person, name } = await candidateAt(staff, 'VERIFICATION_STARTED');
  const [named, met] = [typed(staff.daysAgo(190)), typed(staff.daysAgo(20))];
  await signIn(accounts.staff, `/nguoi/${person}`);
  // Each paper says for which step it is.
  const papers = page.getByRole('region', { name: /^Giấy tờ/ }).getByRole('listitem');
  await expect(papers.filter({ hasText: 'Mẫu 2-KNĐ' })).toContainText('Bước: Nộp đơn và lý lịch');
  await expect(papers.filter({ hasText: 'Mẫu 5-KNĐ' })).toContainText('Bước tới: Chi bộ đề nghị kết nạp');
  await opener(page, 'Ghi nghị quyết chi bộ').click();
  const panel = panelOf(page, name);
  const record = panel.getByRole('button', { name: 'Ghi nghị quyết chi bộ' });
  const day = panel.getByLabel('Ngày', { exact: true });
  await day.fill('31/02/2026');
  await record.click();
  await expect(panel.getByText('Không có ngày 31/02/2026. Viết ngày/tháng/năm.')).toBeVisible();
  await expect(panel.getByText('Còn thiếu mục này.')).toBeVisible();
  await expect(day).toBeFocused();
  await day.fill(met);
  await panel.getByLabel('Được triệu tập').fill('13');
  await panel.getByLabel('Có mặt').fill('12');
  await panel.getByLabel('Tán thành').fill('8');
  await expect(panel.getByText('8/13 tán thành')).toBeVisible();
  await record.click();
  await expect(panel.getByRole('alert')).toContainText('Mới có 0/2 người giới thiệu: cần hai đảng viên chính thức, hoặc một đảng viên và Đoàn thanh niên (Công đoàn).');
  await panel.getByRole('button', { name: 'Đóng' }).click();
  // Two introducers are named on the page: a member and an organisation.
  const involved = page.getByRole('region', { name: 'Người liên quan' });
  for (const who of ['Đảng viên', 'Tổ chức']) {
    await involved.getByRole('button', { name: 'Thêm người liên quan' }).click();
    await involved.getByLabel('Vai trò', { exact: true }).selectOption('INTRODUCER');
    await involved.getByRole('radio', { name: who, exact: true }).check();
    // Not a year after the candidate was found: whatever the records know of the member, it is not enough.
    await involved.getByLabel('Từ ngày').fill(named);
    if (who === 'Đảng viên') {
      await involved.getByRole('button', { name: 'Ghi', exact: true }).click();
      await expect(involved.getByText('Chọn một người.')).toBeVisible();
      await involved.getByRole('radiogroup', { name: 'Chọn người' }).getByRole('radio').first().check();
      await expect(involved.getByText(/^(Hồ sơ chưa cho thấy hai người|Theo hồ sơ: .*chưa đủ 12 tháng)/)).toBeVisible();
      await involved.getByRole('button', { name: 'Ghi', exact: true }).click();
      await expect(involved.getByText('Hãy xác nhận cùng công tác, học tập, lao động hoặc cùng nơi cư trú.').last()).toBeVisible();
      await involved.getByRole('radio', { name: 'Cùng công tác, học tập, lao động' }).check();
      await involved.getByLabel('Cùng công tác, học tập, lao động từ ngày').fill('1/9/2024');
    }
    await involved.getByRole('button', { name: 'Ghi', exact: true }).click();
    await expect(involved.getByRole('button', { name: 'Thêm người liên quan' })).toBeVisible();
  }
  await expect(involved.getByRole('listitem').filter({ hasText: 'cùng công tác, học tập, lao động từ 01/09/2024' })).toBeVisible();
  await expect(involved.getByRole('listitem').filter({ hasText: 'Đoàn TNCS Hồ Chí Minh' })).toBeVisible();
  await expect(involved.getByRole('button', { name: 'Thêm người liên quan' })).toBeFocused();
  // What was typed before the panel was closed is still there.
  await opener(page, 'Ghi nghị quyết chi bộ').click();
  await expect(panel.getByText('Phần nhập dở lần trước vẫn được giữ.')).toBeVisible();
  await expect(day).toHaveValue(met);
  await record.click();
  await expect(panel.getByText('Chưa đủ hai phần ba tán thành: có 8 phiếu, cần ít nhất 9.')).toBeVisible();
  await expect(panel.getByLabel('Được triệu tập')).toHaveValue('13');
  await panel.getByLabel('Tán thành').fill('9');
  await record.click();
  await expect(panel.getByRole('status').filter({ hasText: `Đã ghi: Chi bộ đề nghị kết nạp, ngày ${met}.` })).toBeVisible();
  await panel.getByRole('button', { name: 'Xong' }).click();
  await expect(timeline(page).getByText('Tán thành 9/13, có mặt 12')).toBeVisible();
});

test('somebody else was quicker: it says what stands now, keeps what was typed, and goes on', async ({ page, signIn, request }) => {
  const staff = await colleague(request, accounts.staff);
  const { person, candidacy, name } = await candidateAt(staff, 'ADMISSION_DECIDED');
  await signIn(accounts.staff, `/nguoi/${person}`);
  await opener(page, 'Ghi ngày kết nạp').click();
  const panel = panelOf(page, name);
  await panel.getByText('Thêm chi tiết').click();
  await panel.getByLabel('Số văn bản').fill('07-BB/CB');
  await recordStep(staff, candidacy, 'EXTENDED', { on: staff.daysAgo(12), reason: 'Bão lũ' });
  await panel.getByRole('button', { name: 'Ghi ngày kết nạp' }).click();
  await expect(panel.getByRole('alert')).toContainText('Hồ sơ vừa được người khác sửa. Những gì đã nhập vẫn còn.');
  await expect(panel.getByRole('alert')).toContainText(`Chờ lễ kết nạp, từ ${typed(staff.daysAgo(12))}`);
  await panel.getByRole('button', { name: 'Xem và ghi lại' }).click();
  await expect(panel.getByLabel('Số văn bản')).toHaveValue('07-BB/CB');
  await panel.getByRole('button', { name: 'Ghi ngày kết nạp' }).click();
  await expect(panel.getByText(/^Đã ghi: Lễ kết nạp/)).toBeVisible();
});

test('a file is sent back with the reason, by a step of the others', async ({ page, signIn, request }) => {
  const { person, name } = await candidateAt(await colleague(request, accounts.staff), 'SUBMITTED');
  await signIn(accounts.staff, `/nguoi/${person}`);
  await opener(page, 'Ghi quyết định kết nạp').click();
  const panel = panelOf(page, name);
  await panel.getByRole('button', { name: 'Bước khác…' }).click();
  for (const group of ['Đi tiếp', 'Trả lại, gia hạn, làm lại', 'Dừng']) await expect(panel.getByRole('region', { name: group })).toBeVisible();
  await panel.getByRole('button', { name: /^Trả lại hồ sơ/ }).click();
  await panel.getByLabel('Lý do').fill('Thiếu ý kiến nơi cư trú');
  await panel.getByRole('button', { name: 'Trả lại', exact: true }).click();
  await expect(panel.getByText(/^Đã ghi: Trả lại hồ sơ/)).toBeVisible();
});

test('papers are noted one by one, and the count follows', async ({ page, signIn, request }) => {
  const { person } = await candidateAt(await colleague(request, accounts.staff), 'FILE_OPENED');
  await signIn(accounts.staff, `/nguoi/${person}`);
  const papers = page.getByRole('region', { name: /^Giấy tờ/ });
  await expect(papers.getByRole('heading')).toHaveText(/^Giấy tờ 0\/\d$/);
  await papers.getByRole('button', { name: 'Ghi giấy tờ: Đơn xin vào Đảng' }).click();
  await papers.getByLabel('Số', { exact: false }).fill('05');
  await papers.getByRole('button', { name: 'Ghi giấy tờ', exact: true }).click();
  await expect(papers.getByRole('heading')).toHaveText(/^Giấy tờ 1\/\d$/);
  await expect(papers.getByText('Có', { exact: true })).toBeVisible();
  await papers.getByRole('button', { name: 'Ghi giấy tờ: Thẩm tra lý lịch' }).click();
  await papers.getByRole('radio', { name: 'Đã yêu cầu' }).check();
  await papers.getByRole('button', { name: 'Ghi giấy tờ', exact: true }).click();
  await expect(papers.getByText('Chờ', { exact: true })).toBeVisible();
});

test('the record beside a list leads to the page, and somebody whose way is not on record has one too', async ({ page, signIn }) => {
  await signIn(accounts.province, '/don-vi/long-an.can-duoc?xem=dang-vien&ky=2023');
  await page.getByRole('rowheader').getByRole('link').first().click();
  const name = (await page.getByRole('dialog').locator('h3').textContent()) ?? '';
  await page.getByRole('link', { name: 'Mở trang người' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Quá trình vào Đảng của người này không được ghi trong hệ thống')).toBeVisible();
  await expect(page.getByText('Việc xem hồ sơ này được ghi vào nhật ký.')).toBeVisible();
  await expect(page).toHaveURL(/ky=2023/);
});

test('an address of nobody says so', async ({ page, signIn }) => {
  await signIn(accounts.staff, '/nguoi/UGVyc29uOm5vYm9keQ');
  await expect(page.getByRole('heading', { level: 1, name: 'Không tìm thấy người này trong phạm vi được xem.' })).toBeVisible();
});

test('a candidate of a known name is told of, and added when it is somebody else; the form adds nobody twice', async ({ page, signIn, request }) => {
  const { name, cell } = await candidateAt(await colleague(request, accounts.staff), 'IDENTIFIED');
  await signIn(accounts.staff, `/nguon/them?don-vi=${cell.code}`);
  const form = page.getByRole('form', { name: 'Thêm quần chúng' });
  await form.getByRole('button', { name: 'Thêm quần chúng' }).click();
  await expect(form.getByText('Chọn giới tính.')).toBeVisible();
  await expect(form.getByLabel('Họ và tên')).toBeFocused();
  await form.getByLabel('Họ và tên').fill(name.toUpperCase());
  await form.getByLabel('Ngày sinh').fill('8/3/2000');
  await form.getByRole('radio', { name: 'Nữ' }).check();
  await expect(form.getByRole('group', { name: 'Chi bộ' })).toContainText(cell.name);
  await form.getByRole('button', { name: 'Thêm quần chúng' }).click();
  await expect(form.getByText('Đã có người cùng họ tên và ngày sinh trong phạm vi này.')).toBeVisible();
  await form.getByRole('button', { name: 'Vẫn thêm, là người khác' }).click();
  await expect(page).toHaveURL(/\/nguoi\//);
  await expect(page.getByRole('heading', { level: 1, name: name.toUpperCase() })).toBeVisible();
});

test('of many cells none is offered before the answer to what was searched for is there', async ({ page, signIn }) => {
  await signIn(accounts.staff, '/nguon/them');
  const form = page.getByRole('form', { name: 'Thêm quần chúng' });
  await expect(form.getByText('Tên hoặc mã; gõ không dấu cũng được.')).toBeVisible();
  await page.route('**/graphql', async (route) => {
    await expect(form.getByRole('listitem')).toHaveCount(0);
    await route.continue();
  });
  await form.getByRole('searchbox').fill('ben gao');
  await expect(form.getByRole('listitem').first()).toContainText('Bến Gạo');
});

test('a role that adds nobody is told so', async ({ page, signIn }) => {
  await signIn(accounts.present, '/nguon/them');
  await expect(page.getByText('Vai trò đang dùng không thêm được quần chúng.')).toBeVisible();
});

test.describe('a line that breaks, and a session that ends', () => {
  test.use({ expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED|net::ERR/ });

  test('a step that could not be sent keeps what was typed, and is sent again', async ({ page, signIn, request, context }) => {
    const staff = await colleague(request, accounts.staff);
    const { person, name } = await candidateAt(staff, 'ADMISSION_DECIDED');
    const day = typed(staff.daysAgo(6));
    await signIn(accounts.staff, `/nguoi/${person}`);
    await opener(page, 'Ghi ngày kết nạp').click();
    const panel = panelOf(page, name);
    await panel.getByLabel('Ngày', { exact: true }).fill(day);
    await context.setOffline(true);
    await panel.getByRole('button', { name: 'Ghi ngày kết nạp' }).click();
    await expect(panel.getByRole('alert')).toContainText('Chưa gửi được: không kết nối được với máy chủ. Những gì đã nhập vẫn còn.');
    await expect(panel.getByLabel('Ngày', { exact: true })).toHaveValue(day);
    await context.setOffline(false);
    await panel.getByRole('button', { name: 'Thử lại' }).click();
    await expect(panel.getByText(`Đã ghi: Lễ kết nạp, ngày ${day}.`)).toBeVisible();
  });

  test('a panel that cannot come says so, and the page stays', async ({ page, signIn, request }) => {
    const { person, name } = await candidateAt(await colleague(request, accounts.staff), 'IDENTIFIED');
    await page.route(/\/assets\/RecordingPanel-[^/]*\.js$/, (route) => route.abort());
    await signIn(accounts.staff, `/nguoi/${person}`);
    await opener(page, 'Đưa vào danh sách').click();
    await expect(page.getByRole('dialog').getByText('Không kết nối được với máy chủ')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name, includeHidden: true })).toBeVisible();
    await page.unrouteAll();
    await page.getByRole('dialog').getByRole('button', { name: 'Tải lại' }).click();
    await opener(page, 'Đưa vào danh sách').click();
    await expect(panelOf(page, name).getByRole('button', { name: 'Đưa vào danh sách' })).toBeVisible();
  });

  test('an answer that was lost on the way is found to have been recorded', async ({ page, signIn, request }) => {
    const { person, name } = await candidateAt(await colleague(request, accounts.staff), 'ADMISSION_DECIDED');
    await signIn(accounts.staff, `/nguoi/${person}`);
    await opener(page, 'Ghi ngày kết nạp').click();
    const panel = panelOf(page, name);
    await page.route('**/graphql', async (route) => {
      const { operationName }: { operationName: string } = route.request().postDataJSON();
      if (operationName !== 'RecordStep') return await route.continue();
      await route.fetch();
      await route.abort();
    });
    await panel.getByRole('button', { name: 'Ghi ngày kết nạp' }).click();
    await expect(panel.getByRole('alert')).toContainText('Chưa gửi được');
    await page.unroute('**/graphql');
    await panel.getByRole('button', { name: 'Thử lại' }).click();
    await expect(panel.getByRole('alert')).toContainText(/Đảng viên dự bị, từ/);
    await panel.getByRole('button', { name: 'Xem và ghi lại' }).click();
    await expect(panel.getByText('Bước đang ghi không còn ghi được. Hãy chọn bước khác.')).toBeVisible();
  });

  test('what was typed outlasts the end of the session: a step, and a new candidate', async ({ page, signIn, request, context }) => {
    const staff = await colleague(request, accounts.staff);
    const { person, name, cell } = await candidateAt(staff, 'ADMISSION_DECIDED');
    const day = typed(staff.daysAgo(5));
    const comeBack = async () => {
      const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã kết thúc' });
      await dialog.getByLabel('Mật khẩu', { exact: true }).fill(password);
      await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
      await expect(dialog).toHaveCount(0);
    };
    await signIn(accounts.staff, `/nguoi/${person}`);
    await opener(page, 'Ghi ngày kết nạp').click();
    const panel = panelOf(page, name);
    await panel.getByLabel('Ngày', { exact: true }).fill(day);
    await page.waitForLoadState('networkidle');
    await context.clearCookies();
    await panel.getByRole('button', { name: 'Ghi ngày kết nạp' }).click();
    await comeBack();
    await expect(panel.getByLabel('Ngày', { exact: true })).toHaveValue(day);
    await panel.getByRole('button', { name: 'Ghi ngày kết nạp' }).click();
    await expect(panel.getByText(`Đã ghi: Lễ kết nạp, ngày ${day}.`)).toBeVisible();
    await page.goto(`/nguon/them?don-vi=${cell.code}`);
    const form = page.getByRole('form', { name: 'Thêm quần chúng' });
    const another = newName();
    await form.getByLabel('Họ và tên').fill(another);
    await form.getByLabel('Ngày sinh').fill('01/02/1999');
    await form.getByRole('radio', { name: 'Nam' }).check();
    await page.waitForLoadState('networkidle');
    await context.clearCookies();
    await form.getByRole('button', { name: 'Thêm quần chúng' }).click();
    await comeBack();
    await expect(form.getByLabel('Họ và tên')).toHaveValue(another);
    await form.getByRole('button', { name: 'Thêm quần chúng' }).click();
    await expect(page.getByRole('heading', { level: 1, name: another })).toBeVisible();
  });

  test('the page says that it loads, what failed with its number, and goes on when asked again', async ({ page, signIn, request }) => {
    const { person, name } = await candidateAt(await colleague(request, accounts.staff), 'IDENTIFIED');
    let fails = true;
    await page.route('**/graphql', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      if (!fails) return await route.continue();
      await route.fulfill({ status: 500, json: { errors: [{ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'abc-123' } }], data: null } });
    });
    await signIn(accounts.staff, `/nguoi/${person}`);
    await expect(page.getByRole('status').filter({ hasText: 'Đang tải' }).first()).toBeAttached();
    await expect(page.getByRole('alert')).toContainText('Mã yêu cầu: abc-123');
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    fails = false;
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  });
});
