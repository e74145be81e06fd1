import { expect, test } from 'vitest';
import type { RemovalGround, Step } from '@banyan/schema/lifecycle';
import { rule } from '../../../../test/rule.ts';
import { beginDossier, type Dossier, type RecordedStep } from './dossier.ts';
import { demandedFacts, judgeStep, refuseUnion, type Circumstances } from './judge-step.ts';
import { findTransition } from './lifecycle.ts';
import { getRulePack } from './rule-pack.ts';
import { warningsOf } from './step-warnings.ts';

/* What the rules ask of single steps: what is refused, and what is only told. */

const pack = getRulePack('RULES_2025');
const nothing = { documentNumber: null, certificateNumber: null, provinceConsentNumber: null, receivedOn: null, upperConsentNumber: null, removalGround: null, reason: null, vote: null };
const passed = { base: 9, present: 9, inFavour: 6 };
const recorded = (step: Step, on: string, facts: Partial<RecordedStep> = {}): RecordedStep => ({ ...nothing, step, on, ...facts });
const given: Circumstances = {
  pack, committeeProposes: true, committeeDecides: false, arrivedOn: null, lastStep: null, birthDate: '1999-05-20', today: '2027-12-31', introducers: 2, introducingOrganisations: [],
  education: 'UPPER_SECONDARY', youthUnion: 'YES', areas: [], newMemberCertificateOn: '2026-06-01', ceremonyDueOn: null,
};
const dossier = (more: Partial<Dossier>): Dossier => ({ ...beginDossier('2025-07-01'), certificateOn: '2025-08-20', fileOpenedOn: '2025-09-05', ...more });
const verifying = dossier({ state: 'VERIFYING' });
const probationary = dossier({ state: 'PROBATIONARY', ceremonyOn: '2025-12-19' });
const official = dossier({ state: 'OFFICIAL', ceremonyOn: '2025-12-19', officialOn: '2026-12-19' });
const propose = (facts: Partial<RecordedStep> = {}) => recorded('CELL_PROPOSED', '2025-11-03', { vote: passed, ...facts });
const judged = (at: Dossier, step: RecordedStep, more: Partial<Circumstances> = {}) => judgeStep(at, step, { ...given, ...more });

rule('trình độ học vấn: tốt nghiệp THCS trở lên, nơi khó khăn học xong tiểu học', 'HD 01-HD/TW (2021), mục 1', () => {
  test.each<[string, Partial<Circumstances>, string | null, object | null]>([
    ['lower secondary school is enough', { education: 'LOWER_SECONDARY' }, null, null],
    ['primary school is not', { education: 'PRIMARY' }, null, { code: 'SCHOOLING_TOO_LOW', field: 'step' }],
    ['nor with the consent of the province, where school is not hard to come by', { education: 'PRIMARY' }, '3-CV/TU', { code: 'SCHOOLING_TOO_LOW', field: 'step' }],
    ['in mountains it is', { education: 'PRIMARY', areas: ['RURAL', 'MOUNTAIN'] }, null, null],
    ['at borders, on islands, in minority and specially hard areas it is', { education: 'PRIMARY', areas: ['SPECIALLY_HARD'] }, null, null],
    ['less than that is not', { education: 'ILLITERATE_OR_LITERATE_ONLY', areas: ['BORDER'] }, null, { code: 'SCHOOLING_TOO_LOW', field: 'provinceConsentNumber' }],
    ['unless the province has consented in writing, as for a village elder', { education: 'ILLITERATE_OR_LITERATE_ONLY', areas: ['BORDER'] }, '3-CV/TU', null],
    ['what is not on record is not refused', { education: 'UNKNOWN' }, null, null],
  ])('%s', (_, more, provinceConsentNumber, refusal) => {
    expect(judged(verifying, propose({ provinceConsentNumber }), more)).toEqual(refusal);
  });
  test('what is not on record is told with the step', () => {
    expect(warningsOf(propose(), { ...given, education: 'UNKNOWN' }, pack)).toEqual(['SCHOOLING_NOT_KNOWN']);
  });
});

rule('lễ kết nạp trong 30 ngày làm việc; quá hạn phải được cấp ủy cấp trên đồng ý', 'QĐ 29-QĐ/TW, mục 4.3; QĐ 232-QĐ/TW, mục 4', () => {
  const decided = dossier({ state: 'ADMISSION_DECIDED', admissionDecidedOn: '2025-12-08' });
  const hold = (on: string, upperConsentNumber: string | null = null) => judged(decided, recorded('CEREMONY_HELD', on, { upperConsentNumber }), { ceremonyDueOn: '2026-01-20' });
  test('on the last day without it, a day later with it alone', () => {
    expect(hold('2026-01-20')).toBeNull();
    expect(hold('2026-01-21')).toEqual({ code: 'LATE_WITHOUT_CONSENT', field: 'upperConsentNumber', limit: { until: '2026-01-20' } });
    expect(hold('2026-01-21', '7-CV/HU')).toBeNull();
  });
  test('is asked for among the facts once the time is over', () => {
    const row = findTransition('ADMISSION_DECIDED', 'CEREMONY_HELD', { committeeProposes: true, failedVotes: 0, failedVotesBeforeDeadlock: 3, isExtended: false, isOfficial: false })!;
    expect(demandedFacts(row, '2026-01-20', { committeeDecides: false, ceremonyDueOn: '2026-01-20' })).toEqual([]);
    expect(demandedFacts(row, '2026-01-21', { committeeDecides: false, ceremonyDueOn: '2026-01-20' })).toEqual(['UPPER_CONSENT_NUMBER']);
  });
});

rule('người giới thiệu: Đoàn thanh niên, hoặc công đoàn nơi không có Đoàn', 'Điều lệ Đảng, điều 4', () => {
  test.each([['YOUTH_UNION', 'YES', null], ['YOUTH_UNION', 'UNKNOWN', null], ['YOUTH_UNION', 'NO', 'NOT_IN_YOUTH_UNION'], ['TRADE_UNION', 'NO', null], ['TRADE_UNION', 'YES', 'YOUTH_UNION_INTRODUCES']] as const)('%s of somebody in the Youth Union: %s', (organisation, youthUnion, refusal) => {
    expect(refuseUnion(organisation, youthUnion)).toBe(refusal);
    expect(judged(verifying, propose(), { introducingOrganisations: [organisation], youthUnion })).toEqual(refusal && { code: refusal, field: 'step' });
  });
  test('whether there is a Youth Union, who is in it, and who has grown out of it, is told', () => {
    const by = (more: Partial<Circumstances>) => warningsOf(propose(), { ...given, ...more }, pack);
    expect(by({ introducingOrganisations: ['TRADE_UNION'], youthUnion: 'NO' })).toEqual(['TRADE_UNION_INTRODUCES']);
    expect(by({ introducingOrganisations: ['YOUTH_UNION'], youthUnion: 'UNKNOWN' })).toEqual(['YOUTH_UNION_NOT_KNOWN']);
    expect(by({ introducingOrganisations: ['YOUTH_UNION'], birthDate: '1994-11-03' })).toEqual(['OVER_YOUTH_AGE']);
    expect(by({ introducingOrganisations: ['YOUTH_UNION'], birthDate: '1994-11-04' })).toEqual([]);
  });
});

rule('tuổi đời tính theo tháng: báo khi cách ngưỡng không quá một tháng', 'quy ước của hệ thống', () => {
  test.each([['2007-11-20', ['AGE_NEAR_BOUND']], ['2007-10-20', ['AGE_NEAR_BOUND']], ['2007-09-20', []], ['1965-11-20', ['AGE_NEAR_BOUND']], ['1965-12-01', ['AGE_NEAR_BOUND']], ['1966-01-01', []]])('born %s, at a meeting on 2025-11-03', (birthDate, warnings) => {
    expect(warningsOf(propose(), { ...given, birthDate }, pack)).toEqual(warnings);
  });
});

rule('lớp đảng viên mới: có giấy chứng nhận trước khi công nhận chính thức', 'theo nguồn thứ cấp', () => {
  const submitted = dossier({ state: 'RECOGNITION_SUBMITTED', ceremonyOn: '2025-12-19' });
  const recognise = recorded('RECOGNISED', '2027-01-20', { documentNumber: '7-QĐ/ĐU' });
  test('without it nobody is recognised; the proposal is told that it is missing', () => {
    expect(judged(submitted, recognise)).toBeNull();
    for (const newMemberCertificateOn of [null, '2027-01-21']) expect(judged(submitted, recognise, { newMemberCertificateOn })).toEqual({ code: 'NEW_MEMBER_CERTIFICATE_MISSING', field: 'step' });
    const cell = recorded('RECOGNITION_PROPOSED', '2026-12-21', { vote: passed });
    expect(judged(probationary, cell, { newMemberCertificateOn: null })).toBeNull();
    expect([warningsOf(cell, given, pack), warningsOf(cell, { ...given, newMemberCertificateOn: null }, pack)]).toEqual([[], ['NEW_MEMBER_CERTIFICATE_MISSING']]);
  });
});

rule('cấp ủy quyết định bằng biểu quyết: đảng ủy cơ sở được ủy quyền hai phần ba, ban thường vụ cấp trên quá nửa', 'QĐ 29-QĐ/TW, mục 4.3, 8.1; HD 01-HD/TW (2021), mục 5.1', () => {
  const submitted = dossier({ state: 'SUBMITTED' });
  const decide = recorded('ADMISSION_DECIDED', '2025-12-08', { documentNumber: '12-QĐ/ĐU' });
  test('a grassroots committee that has the power decides by a vote, which is recorded', () => {
    expect(judged(submitted, decide, { committeeDecides: true, committeeProposes: false })).toEqual({ code: 'FACT_MISSING', field: 'vote' });
    expect(judged(submitted, { ...decide, vote: passed }, { committeeDecides: true, committeeProposes: false })).toBeNull();
  });
  test.each([[6, false, 'MAJORITY_NOT_REACHED'], [7, false, null], [8, true, 'VOTE_NOT_REACHED'], [9, true, null]] as const)('%d of 13, in the committee that has the power: %s', (inFavour, committeeDecides, code) => {
    expect(judged(submitted, { ...decide, vote: { base: 13, present: 13, inFavour } }, { committeeDecides })?.code ?? null).toBe(code);
  });
  test('of a body above it a decision without its vote is recorded and told', () => {
    expect(judged(submitted, decide)).toBeNull();
    expect([warningsOf(decide, given, pack), warningsOf({ ...decide, vote: passed }, given, pack), warningsOf(decide, { ...given, committeeDecides: true }, pack)]).toEqual([['VOTE_NOT_RECORDED'], [], []]);
  });
  test('a removal is decided by a vote, whoever decides', () => {
    const proposed = dossier({ state: 'REMOVAL_PROPOSED', ceremonyOn: '2025-12-19', officialOn: '2026-12-19' });
    const remove = recorded('REMOVED', '2027-03-01', { documentNumber: '3-QĐ/ĐU' });
    expect(judged(proposed, remove)).toEqual({ code: 'FACT_MISSING', field: 'vote' });
    expect(judged(proposed, { ...remove, vote: { base: 9, present: 9, inFavour: 5 } })).toBeNull();
    expect(judged(proposed, { ...remove, vote: { base: 10, present: 10, inFavour: 5 } })).toEqual({ code: 'MAJORITY_NOT_REACHED', field: 'vote', limit: { given: 5, least: 6 } });
  });
});

rule('căn cứ xóa tên là danh sách đóng', 'QĐ 29-QĐ/TW, mục 8.1', () => {
  const remove = (removalGround: RemovalGround | null) => recorded('REMOVAL_PROPOSED', '2027-02-01', { vote: passed, reason: 'Bỏ sinh hoạt', removalGround });
  test.each<[RemovalGround, boolean]>([['ABSENT', true], ['UNPAID_DUES', true], ['CARD_GIVEN_UP', true], ['NO_WILL', true], ['TWO_YEARS_BREACHING', true], ['CRITERIA_FAILED', true], ['UNFIT_IN_PROBATION', false]])('%s is one of official members: %s', (ground, isOfficial) => {
    const refusal = { code: 'GROUND_NOT_POSSIBLE', field: 'removalGround' };
    expect([judged(official, remove(ground)), judged(probationary, remove(ground))]).toEqual(isOfficial ? [null, refusal] : [refusal, null]);
  });
  test('none is a fact that is missing', () => {
    expect(judged(official, remove(null))).toEqual({ code: 'FACT_MISSING', field: 'removalGround' });
  });
});
