import { expect, test } from 'vitest';
import { rule } from '../../../../test/rule.ts';
import { addDays, addMonths } from '../../../kernel/day.ts';
import { percentOf } from '../../../kernel/half-up.ts';
import { ageInMonths, ageOnMeeting, isCertificateUsable } from './age.ts';
import { deadlineOf } from './deadline.ts';
import { beginDossier } from './dossier.ts';
import { getRulePack, rulePackOn, rulePacks } from './rule-pack.ts';
import { twoYearsNotCompleted } from './removal-ground.ts';
import { faultOf, isMajority, reaches } from './vote.ts';
import { addWorkingDays, workingDaysBetween } from './working-days.ts';

const pack = getRulePack('RULES_2021');
const none = { holidays: new Set<string>() };
const tet2021 = { holidays: new Set(['2021-02-10', '2021-02-11', '2021-02-12', '2021-02-15', '2021-02-16']) };
const tetAndHungKings = { holidays: new Set([...tet2021.holidays, '2021-04-21']) };

rule('ngày làm việc: từ thứ Hai đến thứ Sáu trừ ngày nghỉ lễ, tính từ ngày hôm sau', 'quy ước của hệ thống', () => {
  test('TV-L-A: 30 after Monday 2021-06-14, no holiday, is Monday 2021-07-26', () => {
    expect(addWorkingDays(none, '2021-06-14', 30)).toBe('2021-07-26');
  });
  test('TV-L-B: 30 after Monday 2021-01-25 with the Lunar New Year of 2021 is Monday 2021-03-15; without the table 2021-03-08', () => {
    expect(addWorkingDays(tet2021, '2021-01-25', 30)).toBe('2021-03-15');
    expect(addWorkingDays(none, '2021-01-25', 30)).toBe('2021-03-08');
  });
  test('TV-L-C: 60 after Monday 2021-01-25 with all holidays is Tuesday 2021-04-27; without any 2021-04-19', () => {
    expect(addWorkingDays(tetAndHungKings, '2021-01-25', 60)).toBe('2021-04-27');
    expect(addWorkingDays(none, '2021-01-25', 60)).toBe('2021-04-19');
  });
  test('what is left is what adding counts, before and after the day', () => {
    // Holidays on a weekend take nothing away.
    const withWeekend = { holidays: new Set([...tetAndHungKings.holidays, '2021-02-13', '2021-02-14', '2021-02-17']) };
    for (const calendar of [none, tet2021, withWeekend]) {
      for (let from = '2021-01-23'; from < '2021-02-24'; from = addDays(from, 1)) {
        for (const days of [1, 2, 5, 30, 61]) {
          const due = addWorkingDays(calendar, from, days);
          expect(workingDaysBetween(calendar, from, due)).toBe(days);
          expect(workingDaysBetween(calendar, due, from)).toBe(-days);
          // A worked day itself, not a free one after it.
          expect(workingDaysBetween(calendar, addDays(due, -1), due)).toBe(1);
        }
        expect(addWorkingDays(calendar, from, 0)).toBe(from);
      }
    }
  });
});

rule('giấy chứng nhận dùng được đến hết ngày cuối của 60 tháng', 'quy ước của hệ thống', () => {
  test('TV-L-F: a certificate of 2016-10-15 is usable through 2021-10-15 and expired on 2021-10-16', () => {
    expect(isCertificateUsable('2016-10-15', '2021-10-15', pack)).toBe(true);
    expect(isCertificateUsable('2016-10-15', '2021-10-16', pack)).toBe(false);
  });
});

rule('tháng là tháng dương lịch; tháng không có ngày ấy thì lấy ngày cuối tháng', 'quy ước của hệ thống', () => {
  test('a day that the month lacks becomes its last', () => {
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
  });
});

rule('tuổi đời tính theo tháng khi chi bộ họp xét', 'QĐ 24-QĐ/TW', () => {
  test('TV-L-G: at 60 years and 0 months nobody is asked for consent, a month later it is; at 18 the day does not count', () => {
    expect(ageInMonths('1961-03-15', '2021-03-31')).toBe(60 * 12);
    expect(ageOnMeeting('1961-03-15', '2021-03-31', pack)).toBe('ALLOWED');
    expect(ageInMonths('1961-03-15', '2021-04-01')).toBe(60 * 12 + 1);
    expect(ageOnMeeting('1961-03-15', '2021-04-01', pack)).toBe('CONSENT_NEEDED');
    expect(ageOnMeeting('2003-05-31', '2021-05-02', pack)).toBe('ALLOWED');
    expect(ageOnMeeting('2003-05-31', '2021-04-30', pack)).toBe('TOO_YOUNG');
  });
});

rule('hai phần ba, quá nửa: so sánh số nguyên trên số người được triệu tập', 'HD 01-HD/TW (2021), mục 3.6, 5.1', () => {
  test('TV-L-H: 9 of 13 reach two thirds, 7 of 11 do not; 8 of 11 do', () => {
    expect(reaches({ base: 13, present: 13, inFavour: 9 }, pack.proposalVote)).toBe(true);
    expect(reaches({ base: 13, present: 13, inFavour: 8 }, pack.proposalVote)).toBe(false);
    expect(reaches({ base: 11, present: 11, inFavour: 7 }, pack.proposalVote)).toBe(false);
    expect(reaches({ base: 11, present: 11, inFavour: 8 }, pack.proposalVote)).toBe(true);
  });
  test('the base counts, not those present', () => {
    expect(reaches({ base: 12, present: 8, inFavour: 7 }, pack.proposalVote)).toBe(false);
    expect(reaches({ base: 12, present: 8, inFavour: 8 }, pack.proposalVote)).toBe(true);
  });
  test('more than half is more than half', () => {
    expect(isMajority({ base: 10, present: 10, inFavour: 5 })).toBe(false);
    expect(isMajority({ base: 11, present: 11, inFavour: 6 })).toBe(true);
  });
  test('more for than present, more present than called, nobody called: no vote', () => {
    expect(faultOf({ base: 5, present: 4, inFavour: 5 })).toEqual({ field: 'inFavour', limit: { given: 5, least: 0, most: 4 } });
    expect(faultOf({ base: 5, present: 6, inFavour: 5 })).toEqual({ field: 'present', limit: { given: 6, least: 0, most: 5 } });
    expect(faultOf({ base: 0, present: 0, inFavour: 0 })).toEqual({ field: 'base', limit: { given: 0, least: 1, most: 10_000 } });
    expect(faultOf({ base: 5, present: 5, inFavour: 5 })).toBeNull();
  });
});

rule('hồ sơ theo quy định có hiệu lực khi bắt đầu', 'quy ước của hệ thống', () => {
  test.each([
    ['2015-01-01', 'RULES_2016'], ['2021-07-29', 'RULES_2016'], ['2021-07-30', 'RULES_2021'], ['2025-06-30', 'RULES_2021'], ['2025-07-01', 'RULES_2025'],
  ])('what begins on %s goes by %s', (day, code) => {
    expect(rulePackOn(day).code).toBe(code);
  });
  test('packs follow each other and name their source', () => {
    expect(rulePacks.map(({ validFrom }) => validFrom)).toEqual(rulePacks.map(({ validFrom }) => validFrom).toSorted());
    expect(rulePacks.every(({ source }) => source.includes('QĐ/TW'))).toBe(true);
  });
});

rule('các thời hạn đã đọc được giống nhau trong cả ba bộ quy định', 'quy ước của hệ thống', () => {
  test.each(rulePacks)('are the same in $code', (one) => {
    expect(one).toMatchObject({
      minimumAgeYears: 18, consentAboveAgeYears: 60, certificateMonths: 60, dossierMonths: 12, decisionWorkingDays: 60, ceremonyWorkingDays: 30, recognitionProposalWorkingDays: 30,
      recognitionDecisionWorkingDays: 30, extensionWorkingDays: 30, probationMonths: 12, proposalVote: { numerator: 2, denominator: 3 }, introducers: 2, introducerMonths: 12,
      failedVotesBeforeDeadlock: 3, readmissionMonths: 36, convictionMonths: 60, transferLetterWorkingDays: 30, transferStartWorkingDays: 60, temporaryTransferMonths: { atLeast: 3, lessThan: 12, studyAtMost: 24 },
    });
  });
});

const at = (state: Parameters<typeof deadlineOf>[0]['state'], dates: Partial<Parameters<typeof deadlineOf>[0]>) =>
  deadlineOf({ ...beginDossier('2021-01-04'), state, ...dates }, pack, tetAndHungKings);

rule('quyết định kết nạp trong 60 ngày làm việc kể từ nghị quyết của chi bộ, gia hạn không quá 30 ngày làm việc', 'QĐ 29-QĐ/TW, mục 4.3; QĐ 232-QĐ/TW, mục 4', () => {
  test('the decision is due 60 working days after the resolution of the cell, 90 when extended', () => {
    expect(at('SUBMITTED', { cellProposedOn: '2021-01-25' })?.dueOn).toBe('2021-04-27');
    expect(at('CELL_PROPOSED', { cellProposedOn: '2021-01-25' })?.kind).toBe('ADMISSION_DECISION');
    const extended = at('SUBMITTED', { cellProposedOn: '2021-01-25', isExtended: true });
    expect(extended?.dueOn).toBe(addWorkingDays(tetAndHungKings, '2021-04-27', 30));
  });
});

rule('lễ kết nạp trong 30 ngày làm việc kể từ khi chi bộ nhận quyết định', 'QĐ 29-QĐ/TW, mục 4.3; QĐ 232-QĐ/TW, mục 4', () => {
  test('the ceremony is due 30 working days after the cell received the decision', () => {
    expect(at('ADMISSION_DECIDED', { admissionDecidedOn: '2021-06-01', decisionReceivedOn: '2021-06-14' })?.dueOn).toBe('2021-07-26');
    expect(at('ADMISSION_DECIDED', { admissionDecidedOn: '2021-06-14' })?.dueOn).toBe('2021-07-26');
  });
});

rule('chi bộ xét công nhận trong 30 ngày làm việc sau khi hết 12 tháng dự bị', 'QĐ 29-QĐ/TW, mục 4.2; QĐ 232-QĐ/TW, mục 4', () => {
  test('the cell proposes recognition within 30 working days after the twelve months; nothing lengthens probation', () => {
    expect(at('PROBATIONARY', { ceremonyOn: '2020-06-14' })).toEqual({ kind: 'RECOGNITION_PROPOSAL', runsFrom: '2021-06-14', dueOn: '2021-07-26', countedIn: 'WORKING_DAYS' });
  });
});

rule('quyết định công nhận chính thức trong 30 ngày làm việc kể từ nghị quyết của chi bộ, gia hạn không quá 30 ngày làm việc', 'QĐ 29-QĐ/TW, mục 4.3; QĐ 232-QĐ/TW, mục 4', () => {
  test('recognition is decided within 30 working days of the resolution of the cell, 60 when extended', () => {
    expect(at('RECOGNITION_PROPOSED', { recognitionProposedOn: '2021-06-14' })?.dueOn).toBe('2021-07-26');
    expect(at('RECOGNITION_SUBMITTED', { recognitionProposedOn: '2021-06-14', isExtended: true })?.dueOn).toBe(addWorkingDays(none, '2021-07-26', 30));
  });
});

rule('giấy chứng nhận hết giá trị sau 60 tháng, hồ sơ phải làm lại sau 12 tháng', 'theo nguồn thứ cấp', () => {
  test('a certificate and a file run out by months', () => {
    expect(at('TRAINED', { certificateOn: '2016-10-15' })).toMatchObject({ kind: 'CERTIFICATE_EXPIRES', dueOn: '2021-10-15', countedIn: 'MONTHS' });
    expect(at('VERIFYING', { fileOpenedOn: '2020-02-29' })).toMatchObject({ kind: 'DOSSIER_AGES', dueOn: '2021-02-28' });
  });
});

rule('không có thời hạn nào ngoài các bước trên', 'quy ước của hệ thống', () => {
  test('nothing is due of a source, somebody on the list, in class, an official member, or one who is gone', () => {
    for (const state of ['SOURCE', 'LISTED', 'TRAINING', 'OFFICIAL', 'DROPPED', 'REMOVED'] as const) expect(at(state, {})).toBeNull();
  });
});

rule('hai năm liền không hoàn thành nhiệm vụ là căn cứ xóa tên', 'QĐ 29-QĐ/TW, mục 8.1', () => {
  test('TV-L-J: not completed in 2020 and 2021 is a ground for removal; in 2020 and 2022, with 2021 unrated, is not', () => {
    expect(twoYearsNotCompleted(new Map([[2020, 'NOT_COMPLETED'], [2021, 'NOT_COMPLETED']]))).toBe(2021);
    expect(twoYearsNotCompleted(new Map([[2020, 'NOT_COMPLETED'], [2022, 'NOT_COMPLETED']]))).toBeNull();
    expect(twoYearsNotCompleted(new Map([[2020, 'NOT_COMPLETED'], [2021, 'COMPLETED'], [2022, 'NOT_COMPLETED']]))).toBeNull();
  });
});

rule('tỷ lệ tổ chức có kết nạp tính trên số tổ chức có nguồn', 'quy ước của hệ thống', () => {
  test('TV-L-K: 42 of the 53 organisations that had sources admitted somebody: 79.2 %', () => {
    expect(percentOf(42, 53)).toBe(79.2);
  });
});
