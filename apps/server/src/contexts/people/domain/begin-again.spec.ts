import { expect, test } from 'vitest';
import { rule } from '../../../../test/rule.ts';
import { beginAgainTerms, judgeBeginningAgain, type BeginningAgain, type Ended } from './begin-again.ts';
import { getRulePack } from './rule-pack.ts';

const pack = getRulePack('RULES_2025');
const ended: Ended = { state: 'REMOVED', lastOn: '2022-02-28', leftOn: '2022-02-28', removalGround: 'NO_WILL', isReadmission: false };
const asked: BeginningAgain = { on: '2025-02-28', consentNumber: '3-CV/TU', isHardship: false, convictionClearedOn: null, bars: [] };

type Row = [name: string, state: Partial<Ended>, asked: Partial<BeginningAgain>, refusal: string | null];

function judges(...rows: readonly Row[]): void {
  test.each(rows)('%s', (_, state, more, refusal) => {
    expect(judgeBeginningAgain({ ...ended, ...state }, { ...asked, ...more }, pack)).toBe(refusal);
  });
}

rule('kết nạp lại sau ít nhất 36 tháng, được ban thường vụ cấp tỉnh đồng ý bằng văn bản, chỉ một lần', 'QĐ 294-QĐ/TW, mục 3.5.1, 3.5.2', () => {
  judges(
    ['36 months after a removal, with the consent of the province: possible', {}, {}, null],
    ['a day earlier: not yet', {}, { on: '2025-02-27' }, 'TOO_SOON_AFTER_LEAVING'],
    ['without the consent: not', {}, { consentNumber: null }, 'FACT_MISSING'],
    ['after an expulsion: as after a removal', { state: 'EXPELLED' }, {}, null],
    ['a second time: never', { isReadmission: true }, {}, 'READMITTED_BEFORE'],
  );
});

rule('không kết nạp lại người bỏ sinh hoạt, xin ra khỏi Đảng, gây mất đoàn kết, tham nhũng, phạm tội nghiêm trọng trở lên', 'QĐ 294-QĐ/TW, mục 3.5.1, 3.5.2', () => {
  judges(
    ['who asked to leave: not', { state: 'LEFT_BY_REQUEST' }, {}, 'NEVER_READMITTED'],
    ['who asked to leave out of hardship: possible', { state: 'LEFT_BY_REQUEST' }, { isHardship: true }, null],
    ['who was removed for abandoning activity: never', { removalGround: 'ABSENT' }, {}, 'NEVER_READMITTED'],
    ['who abandoned activity, as is known otherwise: never', {}, { bars: ['ABANDONED_ACTIVITY'] }, 'NEVER_READMITTED'],
    ['who caused serious disunity: never', {}, { bars: ['DISUNITY'] }, 'NEVER_READMITTED'],
    ['who was convicted of corruption: never', { state: 'EXPELLED' }, { bars: ['CORRUPTION'] }, 'NEVER_READMITTED'],
    ['who was convicted of a serious crime: never', { state: 'EXPELLED' }, { bars: ['SERIOUS_CRIME'] }, 'NEVER_READMITTED'],
  );
});

rule('kết nạp lại sau 60 tháng kể từ khi được xóa án tích về tội ít nghiêm trọng', 'QĐ 294-QĐ/TW, mục 3.5.1, 3.5.2', () => {
  judges(
    ['60 months after a conviction of a less serious crime was cleared: possible', {}, { on: '2027-03-01', convictionClearedOn: '2022-03-01' }, null],
    ['a day earlier: not yet, though 36 months after leaving', {}, { on: '2027-02-28', convictionClearedOn: '2022-03-01' }, 'TOO_SOON_AFTER_CONVICTION'],
  );
});

rule('xét lại người đã ra khỏi danh sách, tự rút hoặc không được kết nạp', 'HD 09-HD/BTCTW (2017)', () => {
  judges(
    ['who was dropped before membership: possible, without consent', { state: 'DROPPED', leftOn: null }, { on: '2022-02-28', consentNumber: null }, null],
    ['not before the day on which the way ended', { state: 'WITHDRAWN', leftOn: null }, { on: '2022-02-27', consentNumber: null }, 'DATE_BEFORE_LAST_STEP'],
    ['who was dropped on the way of a readmission: with the consent again', { state: 'REFUSED', leftOn: null, isReadmission: true }, { consentNumber: null }, 'FACT_MISSING'],
    ['a member: not', { state: 'OFFICIAL', leftOn: null }, {}, 'NOT_POSSIBLE_IN_THIS_STATE'],
    ['a candidate: not', { state: 'LISTED', leftOn: null }, {}, 'NOT_POSSIBLE_IN_THIS_STATE'],
    ['the dead: not', { state: 'DECEASED' }, {}, 'NOT_POSSIBLE_IN_THIS_STATE'],
  );
});

rule('điều kiện được cho biết trước với người mà việc bắt đầu lại đặt ra', 'quy ước của hệ thống', () => {
  test('the conditions are told for whom beginning again is a question', () => {
    expect(beginAgainTerms({ ...ended, state: 'DROPPED', leftOn: null }, '2022-03-01', pack)).toMatchObject({ possibleFrom: '2022-02-28', months: 0, isReadmission: false, cannot: null });
    expect(beginAgainTerms(ended, '2022-03-01', pack)).toMatchObject({ possibleFrom: '2025-02-28', months: 36, isReadmission: true, cannot: 'TOO_SOON_AFTER_LEAVING' });
    expect(beginAgainTerms({ ...ended, state: 'DECEASED' }, '2030-01-01', pack)).toBeNull();
    expect(beginAgainTerms({ ...ended, state: 'OFFICIAL', leftOn: null }, '2030-01-01', pack)).toBeNull();
  });
});
