import { randomInt } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { aCell, candidateAt, colleague, newName, recordStep, typed } from './candidates.ts';
import { accounts, expect, speak, test } from './journey.ts';

/* What cannot be so is said beside its field, with the values that stand against it, and nothing else that was typed is lost. */

const words = {
  VI: {
    add: 'Thêm quần chúng', name: 'Họ và tên', birth: 'Ngày sinh', female: 'Nữ', number: 'Số định danh cá nhân',
    propose: 'Ghi nghị quyết chi bộ', day: 'Ngày', base: 'Được triệu tập', present: 'Có mặt', inFavour: 'Tán thành', resolution: 'Số văn bản',
    ceremony: 'Ghi ngày kết nạp', done: 'Xong', correct: 'Sửa thông tin…', reason: 'Lý do sửa', preview: 'Xem trước thay đổi', more: 'Thêm chi tiết',
    noDay: 'Không có ngày 31/02/2001. Viết ngày/tháng/năm.', unseen: 'Ký tự thứ 3 không nhìn thấy được (U+200B). Hãy xóa ký tự đó.', long: 'Dài 10.000 ký tự: họ tên có từ 2 đến 100 ký tự.',
    known: 'Đã có người cùng họ tên và ngày sinh trong phạm vi này.', elsewhere: 'Người mang số định danh này đã có hồ sơ ở nơi khác.',
    vote: '12 người tán thành, trong khi chỉ có 10 người có mặt.', expired: (day: string) => `Giấy chứng nhận lớp nhận thức chỉ có giá trị đến ngày ${day} (60 tháng).`,
    before: (day: string) => `Trước ngày ${day} (bước “Quyết định kết nạp”).`, born: /Ngày sinh phải từ \S+ đến \S+: ở bước “Phát hiện nguồn” người này từ 14 đến 100 tuổi\.$/,
  },
  EN: {
    add: 'Add the candidate', name: 'Full name', birth: 'Date of birth', female: 'Women', number: 'Personal number',
    propose: 'Record cell resolution', day: 'Day', base: 'Called', present: 'Present', inFavour: 'In favour', resolution: 'Document number',
    ceremony: 'Record ceremony', done: 'Done', correct: 'Correct…', reason: 'Reason', preview: 'See what changes', more: 'More details',
    noDay: 'There is no day 31/02/2001. Write day/month/year.', unseen: 'Character 3 cannot be seen (U+200B). Please delete it.', long: 'Its length is 10,000; a name has 2 to 100 characters.',
    known: 'Somebody of this name and date of birth is recorded here already.', elsewhere: 'The person with that number is already on record elsewhere.',
    vote: '12 in favour, and only 10 present.', expired: (day: string) => `The certificate of the awareness class can be used until ${day} (60 months).`,
    before: (day: string) => `Before ${day} (the step “Admission decided”).`, born: /The date of birth is between \S+ and \S+: at the step “.+” the person was 14 to 100 years old\.$/,
  },
} as const;

/** Fields by what is typed in them. */
type Filled = ReadonlyMap<Locator, string>;

async function fill(fields: Filled): Promise<void> {
  for (const [field, text] of fields) await field.fill(text);
}

/** The sentence describes its field, which alone is marked, and what was typed is still there. */
async function refused(form: Locator, field: Locator, sentence: string | RegExp, typedIn: Filled): Promise<void> {
  await expect(field).toHaveAccessibleDescription(typeof sentence === 'string' ? new RegExp(`${sentence.replaceAll(/[.()?*+]/g, '\\$&')}$`) : sentence);
  await expect(form.locator('[aria-invalid=true]')).toHaveCount(1);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  for (const [other, text] of typedIn) await expect(other).toHaveValue(text);
}

for (const [language, w] of Object.entries(words)) {
  test(`in ${language}`, async ({ page, signIn, request }) => {
    const staff = await colleague(request, accounts.staff);
    const [twin, decided, cell] = [await candidateAt(staff, 'IDENTIFIED', { name: `Vàng Thị Mẩy ${newName()}`, ceremonyAgo: 1_580 }), await candidateAt(staff, 'ADMISSION_DECIDED'), await aCell(staff)];
    const certified = staff.daysAgo(1_830);
    for (const [step, on, more] of [['LISTED', staff.daysAgo(1_890), {}], ['ENROLLED', staff.daysAgo(1_880), {}], ['CERTIFIED', certified, { certificateNumber: '7/CN' }], ['FILE_OPENED', staff.daysAgo(30), {}], ['VERIFICATION_STARTED', staff.daysAgo(20), {}]] as const) {
      await recordStep(staff, twin.candidacy, step, { on, ...more });
    }
    const number = String(randomInt(100_000_000_000, 1_000_000_000_000));
    // A member of another province.
    const far = await candidateAt(await colleague(request, 'staff@hai-hau'), 'CEREMONY_HELD', { personalNumber: number });
    await speak(page, language);

    await signIn(accounts.staff, `/nguon/them?don-vi=${cell.code}`);
    const form = page.locator('main form');
    const [name, birth, personal] = [w.name, w.birth, w.number].map((label) => form.getByLabel(label));
    const send = form.getByRole('button', { name: w.add });
    await form.getByRole('radio', { name: w.female }).check();
    const added10000 = 'Lò'.padEnd(10_000, 'a');
    // Letters in pieces are the same letters: who has the name is found.
    for (const [field, sentence, full, born, digits] of [
      [birth, w.noDay, newName(), '31/02/2001', number],
      [name, w.unseen, 'Lò\u200B Thị Mẩy', '08/03/2000', number],
      [name, w.long, added10000, '08/03/2000', number],
      [name, w.known, twin.name.normalize('NFD'), '08/03/2000', number],
      [personal, w.elsewhere, newName(), '08/03/2000', number],
    ] as const) {
      const typedIn = new Map([[name!, full], [birth!, born], [personal!, digits]]);
      await fill(typedIn);
      await send.click();
      await refused(form, field!, sentence, typedIn);
      await expect(form.getByRole('radio', { name: w.female })).toBeChecked();
    }
    for (const told of [far.name, far.cell.name]) await expect(form).not.toContainText(told);

    await page.goto(`/nguoi/${twin.person}`);
    await page.getByRole('main').getByRole('button', { name: w.propose, exact: true }).click();
    const panel = page.getByRole('dialog');
    const [day, base, present, inFavour] = [w.day, w.base, w.present, w.inFavour].map((label) => panel.getByLabel(label, { exact: true }));
    const vote = new Map([[day!, typed(staff.daysAgo(1))], [base!, '13'], [present!, '10'], [inFavour!, '12']]);
    await fill(vote);
    await panel.getByRole('button', { name: w.propose }).click();
    await refused(panel, inFavour!, w.vote, vote);
    vote.set(present!, '12');
    await fill(vote);
    await panel.getByRole('button', { name: w.propose }).click();
    const [year, ...rest] = certified.split('-');
    await refused(panel, day!, w.expired(typed([Number(year) + 5, ...rest].join('-'))), vote);

    await page.goto(`/nguoi/${decided.person}`);
    await page.getByRole('main').getByRole('button', { name: w.ceremony, exact: true }).click();
    await panel.getByText(w.more).click();
    const held = new Map([[day!, typed(staff.daysAgo(21))], [panel.getByLabel(w.resolution), '4-BB/CB']]);
    await fill(held);
    await panel.getByRole('button', { name: w.ceremony }).click();
    await refused(panel, day!, w.before(typed(staff.daysAgo(20))), held);
    await day!.fill(typed(staff.daysAgo(15)));
    await panel.getByRole('button', { name: w.ceremony }).click();
    await panel.getByRole('button', { name: w.done }).click();

    await page.getByRole('button', { name: w.correct }).click();
    const correction = new Map([[panel.getByLabel(w.birth), typed(staff.daysAgo(14))], [panel.getByLabel(w.reason), 'Theo giấy khai sinh']]);
    await fill(correction);
    await panel.getByRole('button', { name: w.preview }).click();
    await refused(panel, panel.getByLabel(w.birth), w.born, correction);
  });
}
