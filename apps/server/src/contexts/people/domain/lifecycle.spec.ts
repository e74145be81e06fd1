import { expect, test } from 'vitest';
import fc from 'fast-check';
import { candidacyStates, stageOf, steps, type CandidacyState, type Step } from '@banyan/schema/lifecycle';
import { rule } from '../../../../test/rule.ts';
import { beginDossier, takeStep, type Dossier, type RecordedStep } from './dossier.ts';
import { judgeStep, type Circumstances } from './judge-step.ts';
import { findTransition, lifecycle, transitionsFrom } from './lifecycle.ts';
import { countsOn, factKindOf } from './ledger-fact.ts';
import { getRulePack } from './rule-pack.ts';
import { factAlone } from './sources.ts';

const pack = getRulePack('RULES_2025');
const situation = { committeeProposes: true, failedVotes: 0, failedVotesBeforeDeadlock: 3, isExtended: false, isOfficial: false };
const nothing = { documentNumber: null, certificateNumber: null, provinceConsentNumber: null, receivedOn: null, upperConsentNumber: null, removalGround: null, reason: null, vote: null };
const step = (step: Step, on: string, facts: Partial<RecordedStep> = {}): RecordedStep => ({ ...nothing, step, on, ...facts });
const passed = { base: 9, present: 9, inFavour: 6 };
const circumstances: Circumstances = {
  pack, committeeProposes: true, committeeDecides: false, arrivedOn: null, lastStep: null, birthDate: '1999-05-20', today: '2027-12-31', introducers: 2, introducingOrganisations: [],
  education: 'UPPER_SECONDARY', youthUnion: 'YES', areas: [], newMemberCertificateOn: '2026-06-01', ceremonyDueOn: null,
};

/** The whole way under a grassroots committee that proposes to the body above it. */
const wholeWay: readonly RecordedStep[] = [
  step('LISTED', '2025-07-10'),
  step('ENROLLED', '2025-08-01'),
  step('CERTIFIED', '2025-08-20', { certificateNumber: '15/CN' }),
  step('FILE_OPENED', '2025-09-05'),
  step('VERIFICATION_STARTED', '2025-09-10'),
  step('CELL_PROPOSED', '2025-11-03', { vote: passed }),
  step('COMMITTEE_PROPOSED', '2025-11-12', { vote: passed }),
  step('SUBMITTED', '2025-11-14'),
  step('ADMISSION_DECIDED', '2025-12-08', { documentNumber: '12-QĐ/ĐU' }),
  step('CEREMONY_HELD', '2025-12-19'),
  step('RECOGNITION_PROPOSED', '2026-12-21', { vote: passed }),
  step('RECOGNITION_SUBMITTED', '2027-01-08', { vote: passed }),
  step('RECOGNISED', '2027-01-20', { documentNumber: '7-QĐ/ĐU' }),
];

function walk(way: readonly RecordedStep[], rules = { pack, committeeProposes: true }, given: Circumstances = circumstances): Dossier {
  let dossier = beginDossier('2025-07-01');
  for (const recorded of way) {
    expect(judgeStep(dossier, recorded, { ...given, ...rules }), recorded.step).toBeNull();
    dossier = takeStep(dossier, recorded, rules)!;
  }
  return dossier;
}

const before = (at: number) => walk(wholeWay.slice(0, at));
const refusalOf = (dossier: Dossier, recorded: RecordedStep, given: Partial<Circumstances> = {}) => judgeStep(dossier, recorded, { ...circumstances, ...given });
const cellProposes = (on: string, facts: Partial<RecordedStep> = {}) => step('CELL_PROPOSED', on, { vote: passed, ...facts });

rule('từ nguồn đến đảng viên chính thức: ngày quyết định, ngày kết nạp và ngày chính thức tách riêng', 'Điều lệ Đảng, điều 4, điều 5', () => {
  test('the whole way, and the three dates apart', () => {
    expect(walk(wholeWay)).toMatchObject({
      state: 'OFFICIAL', admissionDecidedOn: '2025-12-08', ceremonyOn: '2025-12-19', officialOn: '2026-12-19', recognitionDecidedOn: '2027-01-20',
    });
  });
});

rule('chi bộ cơ sở không có đảng ủy cơ sở: trình thẳng lên cấp có thẩm quyền', 'QĐ 29-QĐ/TW, mục 4.3', () => {
  test('the proposal of a grassroots cell goes straight up, for admission and for recognition', () => {
    const way = wholeWay.filter(({ step }) => step !== 'COMMITTEE_PROPOSED' && step !== 'RECOGNITION_SUBMITTED');
    expect(walk(way, { pack, committeeProposes: false }).state).toBe('OFFICIAL');
  });
  test('a step that the path does not have is not possible, nor offered', () => {
    expect(refusalOf(before(6), step('SUBMITTED', '2025-11-04'))).toEqual({ code: 'NOT_POSSIBLE_IN_THIS_STATE', field: 'step' });
    expect(findTransition('CELL_PROPOSED', 'COMMITTEE_PROPOSED', { ...situation, committeeProposes: false })).toBeNull();
    expect(findTransition('CELL_PROPOSED', 'SUBMITTED', { ...situation, committeeProposes: false })?.by).toBe('CELL');
  });
});

rule('sắp xếp tổ chức giữa chừng: hồ sơ đảng ủy cơ sở đã đề nghị vẫn đi tiếp', 'quy ước của hệ thống', () => {
  test('what a committee has proposed goes on where no committee proposes any more', () => {
    expect(refusalOf(before(7), wholeWay[7]!, { committeeProposes: false })).toBeNull();
    expect(refusalOf(before(12), wholeWay[12]!, { committeeProposes: false })).toBeNull();
  });
});

rule('hồ sơ bị trả lại được trình lại, thời hạn vẫn chạy', 'quy ước của hệ thống', () => {
  test('somebody returned is submitted again, with the same limit running', () => {
    const way = [...wholeWay.slice(0, 8), step('RETURNED', '2025-11-20', { reason: 'Thiếu ý kiến nơi cư trú' }), step('SUBMITTED', '2025-11-25')];
    expect(walk(way)).toMatchObject({ state: 'SUBMITTED', cellProposedOn: '2025-11-03' });
  });
});

rule('giấy chứng nhận lớp bồi dưỡng nhận thức về Đảng có giá trị 60 tháng, quá hạn phải học lại', 'theo nguồn thứ cấp', () => {
  test('whose certificate has run out goes to class again', () => {
    expect(walk([...wholeWay.slice(0, 3), step('ENROLLED', '2025-09-01'), step('CERTIFIED', '2025-09-20', { certificateNumber: '16/CN' })]).certificateOn).toBe('2025-09-20');
  });
  test('a certificate may be older than what was recorded before it, and still usable; one that is out of date is repeated, however far the file is', () => {
    const came = step('CERTIFIED', '2023-03-10', { certificateNumber: '4/CN' });
    expect(walk([wholeWay[0]!, came])).toMatchObject({ state: 'TRAINED', certificateOn: '2023-03-10', lastOn: '2025-07-10' });
    expect(refusalOf(before(1), step('CERTIFIED', '2020-07-09', { certificateNumber: '1/CN' }))).toEqual({ code: 'CERTIFICATE_EXPIRED', field: 'on', limit: { until: '2025-07-09' } });
    const verifying = walk([wholeWay[0]!, step('CERTIFIED', '2020-11-02', { certificateNumber: '4/CN' }), wholeWay[3]!, wholeWay[4]!]);
    expect(refusalOf(verifying, wholeWay[5]!)).toEqual({ code: 'CERTIFICATE_EXPIRED', field: 'on', limit: { until: '2025-11-02' } });
    const again = takeStep(verifying, step('CERTIFIED', '2025-10-20', { certificateNumber: '9/CN' }), { pack, committeeProposes: true })!;
    expect(again.state).toBe('VERIFYING');
    expect(refusalOf(again, wholeWay[5]!)).toBeNull();
    expect(refusalOf(again, step('CERTIFIED', '2025-10-20', { certificateNumber: '9/CN' })), 'no newer than the one there').toEqual({ code: 'CERTIFICATE_NOT_NEWER', field: 'on', limit: { from: '2025-10-21' } });
  });
});

rule('quá 12 tháng kể từ khi lập hồ sơ mà chi bộ chưa xem xét thì phải làm lại', 'theo nguồn thứ cấp', () => {
  test('a file is considered on the last day of its twelve months, and afterwards made anew, from which they run anew', () => {
    expect(refusalOf(before(5), cellProposes('2026-09-05'))).toBeNull();
    expect(refusalOf(before(5), cellProposes('2026-09-06'))).toEqual({ code: 'DOSSIER_TOO_OLD', field: 'on', limit: { until: '2026-09-05' } });
    const renewed = takeStep(before(5), step('FILE_RENEWED', '2026-10-01'), { pack, committeeProposes: true })!;
    expect(renewed).toMatchObject({ state: 'VERIFYING', fileOpenedOn: '2026-10-01' });
    expect(refusalOf(renewed, cellProposes('2026-10-05'))).toBeNull();
  });
});

rule('tuổi đời từ 18 đến 60 khi chi bộ họp xét; trên 60 phải được ban thường vụ cấp tỉnh đồng ý bằng văn bản', 'QĐ 24-QĐ/TW; HD 01-HD/TW (2021), mục 1', () => {
  test('nobody under 18, and nobody over 60 without the consent', () => {
    expect(refusalOf(before(5), cellProposes('2025-11-03'), { birthDate: '2007-12-01' })).toEqual({ code: 'TOO_YOUNG', field: 'on', limit: { from: '2025-12-01' } });
    expect(refusalOf(before(5), cellProposes('2025-11-03'), { birthDate: '1965-10-31' })).toEqual({ code: 'CONSENT_NEEDED', field: 'provinceConsentNumber', limit: { until: '2025-10-31' } });
    expect(refusalOf(before(5), cellProposes('2025-11-03', { provinceConsentNumber: '3-CV/TU' }), { birthDate: '1965-10-31' })).toBeNull();
  });
});

rule('hai người giới thiệu', 'Điều lệ Đảng, điều 4', () => {
  test('with one of them nobody is proposed', () => {
    expect(refusalOf(before(5), cellProposes('2025-11-03'))).toBeNull();
    expect(refusalOf(before(5), cellProposes('2025-11-03'), { introducers: 1 })).toEqual({ code: 'INTRODUCERS_MISSING', field: 'step', limit: { given: 1, least: 2 } });
  });
});

rule('chi bộ đề nghị khi ít nhất hai phần ba đảng viên chính thức tán thành', 'Điều lệ Đảng, điều 5; HD 01-HD/TW (2021), mục 3.6, 5.1', () => {
  test.each<[string, RecordedStep['vote'], object | null]>([
    ['two thirds are enough', { base: 12, present: 12, inFavour: 8 }, null],
    ['less than two thirds are not', { base: 11, present: 11, inFavour: 7 }, { code: 'VOTE_NOT_REACHED', field: 'vote', limit: { given: 7, least: 8 } }],
    ['no vote is none', null, { code: 'FACT_MISSING', field: 'vote' }],
    ['more in favour than present is no vote', { base: 9, present: 5, inFavour: 6 }, { code: 'VOTE_NOT_POSSIBLE', field: 'inFavour', limit: { given: 6, least: 0, most: 5 } }],
  ])('%s, for admission and for recognition', (_, vote, refusal) => {
    expect(refusalOf(before(5), cellProposes('2025-11-03', { vote }))).toEqual(refusal);
    expect(refusalOf(before(10), step('RECOGNITION_PROPOSED', '2026-12-21', { vote }))).toEqual(refusal);
  });
});

rule('đảng ủy cơ sở biểu quyết không đủ hai phần ba vẫn báo cáo kết quả lên cấp trên quyết định', 'HD 01-HD/TW (2021), mục 3.6', () => {
  test('the vote of the committee that proposes is recorded, not judged', () => {
    const vote = { base: 15, present: 15, inFavour: 4 };
    expect(refusalOf(before(6), step('COMMITTEE_PROPOSED', '2025-11-12', { vote }))).toBeNull();
    expect(refusalOf(before(11), step('RECOGNITION_SUBMITTED', '2027-01-08', { vote }))).toBeNull();
    expect(refusalOf(before(6), step('COMMITTEE_PROPOSED', '2025-11-12'))).toEqual({ code: 'FACT_MISSING', field: 'vote' });
  });
});

rule('gia hạn một lần trong trường hợp đặc biệt', 'QĐ 29-QĐ/TW, mục 4.3; QĐ 232-QĐ/TW, mục 4', () => {
  test('an extension lengthens the limit that runs, and ends with it', () => {
    const extended = [...wholeWay.slice(0, 8), step('EXTENDED', '2025-12-01', { reason: 'Chờ thẩm tra ở nơi khác' })];
    expect(walk(extended).isExtended).toBe(true);
    expect(walk([...extended, step('RETURNED', '2025-12-02', { reason: 'x' }), step('SUBMITTED', '2025-12-03')]).isExtended, 'the same limit runs on').toBe(true);
    expect(walk([...extended, wholeWay[8]!]).isExtended).toBe(false);
    expect(refusalOf(walk(extended), step('EXTENDED', '2025-12-04', { reason: 'x' }))?.code, 'once is all').toBe('NOT_POSSIBLE_IN_THIS_STATE');
  });
});

rule('dự bị 12 tháng kể từ ngày kết nạp, không kéo dài; nghị quyết về công nhận ra sau khi hết 12 tháng', 'Điều lệ Đảng, điều 5; QĐ 29-QĐ/TW, mục 4.2', () => {
  test('the cell votes on recognition from the day on which the twelve months are over', () => {
    expect(refusalOf(before(10), step('RECOGNITION_PROPOSED', '2026-12-18', { vote: passed }))).toEqual({ code: 'PROBATION_NOT_OVER', field: 'on', limit: { from: '2026-12-19' } });
    expect(refusalOf(before(10), step('RECOGNITION_PROPOSED', '2026-12-19', { vote: passed }))).toBeNull();
    expect(refusalOf(before(10), step('VOTE_FAILED', '2026-03-01', { vote: { base: 9, present: 9, inFavour: 1 } }))).toEqual({ code: 'PROBATION_NOT_OVER', field: 'on', limit: { from: '2026-12-19' } });
  });
  test('no row of the table lengthens probation', () => {
    expect(lifecycle.filter(({ step, from }) => step === 'EXTENDED' && from.includes('PROBATIONARY'))).toEqual([]);
  });
  test('a late decision still takes effect on the day on which the twelve months ended', () => {
    const dossier = before(12);
    expect(countsOn('RECOGNISED', '2027-05-02', dossier, pack, '2025-12-19')).toBe('2026-12-19');
    expect(countsOn('RECOGNISED', '2027-05-02', dossier, pack, '2027-02-01')).toBe('2027-02-01');
    expect(countsOn('CEREMONY_HELD', '2025-12-19', dossier, pack, null)).toBe('2025-12-19');
  });
});

rule('ba lần biểu quyết không đủ hai phần ba để công nhận hoặc xóa tên thì cấp có thẩm quyền quyết định', 'QĐ 29-QĐ/TW, mục 4.2c', () => {
  const failed = step('VOTE_FAILED', '2026-12-21', { vote: { base: 9, present: 9, inFavour: 5 } });
  test.each([
    [step('RECOGNISED', '2027-01-20', { documentNumber: '8-QĐ/ĐU' }), 'OFFICIAL'],
    [step('REMOVED', '2027-01-20', { documentNumber: '8-QĐ/ĐU', vote: passed }), 'REMOVED'],
  ] as const)('after three votes $step is possible; before, it is not', (decide, state) => {
    const probation = wholeWay.slice(0, 10);
    expect(refusalOf(walk([...probation, failed, failed]), decide)?.code).toBe('NOT_POSSIBLE_IN_THIS_STATE');
    expect(walk([...probation, failed, failed, failed, decide]).state).toBe(state);
  });
  test('a vote that passed is not told as failed', () => {
    expect(refusalOf(before(10), { ...failed, vote: passed })).toEqual({ code: 'VOTE_NOT_POSSIBLE', field: 'vote', limit: { given: 6, most: 5 } });
  });
});

rule('xóa tên: chi bộ đề nghị, cấp có thẩm quyền quyết định', 'QĐ 29-QĐ/TW, mục 8.1', () => {
  const propose = (removalGround: RecordedStep['removalGround']) => step('REMOVAL_PROPOSED', '2027-02-01', { vote: passed, reason: 'Bỏ sinh hoạt', removalGround });
  test('a removal that is declined leads back to probation, where the cell considers anew, or to official membership', () => {
    const decline = step('REMOVAL_DECLINED', '2027-02-10', { reason: 'Chưa đủ căn cứ' });
    expect(walk([...wholeWay.slice(0, 10), propose('UNFIT_IN_PROBATION'), decline])).toMatchObject({ state: 'PROBATIONARY', removalGround: null });
    expect(walk([...wholeWay, propose('UNPAID_DUES')]).removalGround).toBe('UNPAID_DUES');
    expect(walk([...wholeWay, propose('UNPAID_DUES'), decline]).state).toBe('OFFICIAL');
  });
  test('nobody is removed whom the cell has not proposed', () => {
    expect(refusalOf(walk(wholeWay), step('REMOVED', '2027-02-01', { documentNumber: '1', vote: passed }))?.code).toBe('NOT_POSSIBLE_IN_THIS_STATE');
    expect(walk([...wholeWay, propose('UNPAID_DUES'), step('REMOVED', '2027-02-20', { documentNumber: '1', vote: passed })])).toMatchObject({ state: 'REMOVED', leftOn: '2027-02-20' });
  });
});

rule('đưa ra khỏi danh sách hoặc tự rút ở mọi bước trước khi kết nạp, có lý do', 'HD 09-HD/BTCTW (2017)', () => {
  test.each(['DROPPED', 'WITHDRAWN'] as const)('%s: from every state before probation with a reason, and from none after', (out) => {
    const candidates = candidacyStates.filter((state) => !['PROBATION', 'OFFICIAL', 'CLOSED'].includes(stageOf[state]));
    for (const state of candidacyStates) {
      const at = { ...beginDossier('2025-07-01'), state };
      const code = candidates.includes(state) ? undefined : 'NOT_POSSIBLE_IN_THIS_STATE';
      expect(refusalOf(at, step(out, '2025-07-02', { reason: 'Chuyển nơi ở' }))?.code, state).toBe(code);
      if (code === undefined) expect(refusalOf(at, step(out, '2025-07-02'))).toEqual({ code: 'FACT_MISSING', field: 'reason' });
    }
  });
});

rule('xin ra khỏi Đảng, từ trần, hủy kết nạp: đảng viên dự bị và đảng viên chính thức', 'hiểu biết chung', () => {
  test.each([
    ['LEFT_BY_REQUEST', 'DECIDER'], ['DECEASED', 'CELL'], ['ADMISSION_ANNULLED', 'DECIDER'],
  ] as const)('%s: of every member and of nobody else, as an act of the %s', (exit, by) => {
    const rows = lifecycle.filter(({ step }) => step === exit);
    expect(rows.flatMap(({ from }) => from).toSorted()).toEqual(candidacyStates.filter((state) => ['PROBATION', 'OFFICIAL'].includes(stageOf[state])).toSorted());
    expect(rows.map((row) => [row.to, row.by])).toEqual([[exit, by]]);
  });
});

rule('khai trừ: chỉ đối với đảng viên chính thức; đảng viên dự bị chỉ bị khiển trách hoặc cảnh cáo', 'theo nguồn thứ cấp', () => {
  test('an official member is expelled, also with a removal proposed; a probationary one is not', () => {
    const expel = step('EXPELLED', '2027-03-01', { documentNumber: '1' });
    const propose = (removalGround: RecordedStep['removalGround']) => step('REMOVAL_PROPOSED', '2027-02-01', { vote: passed, reason: 'x', removalGround });
    expect([walk(wholeWay), walk([...wholeWay, propose('NO_WILL')])].map((of) => refusalOf(of, expel))).toEqual([null, null]);
    expect([before(10), walk([...wholeWay.slice(0, 10), propose('UNFIT_IN_PROBATION')])].map((of) => refusalOf(of, expel)?.code)).toEqual(['NOT_POSSIBLE_IN_THIS_STATE', 'NOT_POSSIBLE_IN_THIS_STATE']);
  });
});

rule('các bước theo thứ tự ngày, mỗi bước đủ thông tin', 'quy ước của hệ thống', () => {
  test.each<[string, Dossier, RecordedStep, Partial<Circumstances>, object]>([
    ['no ceremony before the decision', before(9), step('CEREMONY_HELD', '2025-12-07'), { lastStep: 'ADMISSION_DECIDED' }, { code: 'DATE_BEFORE_LAST_STEP', field: 'on', limit: { from: '2025-12-08', step: 'ADMISSION_DECIDED' } }],
    ['no ceremony before the unit received the person', before(9), step('CEREMONY_HELD', '2025-12-09'), { arrivedOn: '2025-12-10' }, { code: 'DATE_BEFORE_ARRIVAL', field: 'on', limit: { from: '2025-12-10' } }],
    ['no day that has not come', before(9), step('CEREMONY_HELD', '2025-12-20'), { today: '2025-12-19' }, { code: 'DATE_IN_FUTURE', field: 'on', limit: { until: '2025-12-19' } }],
    ['no decision without a number', before(8), step('ADMISSION_DECIDED', '2025-12-08'), {}, { code: 'FACT_MISSING', field: 'documentNumber' }],
    ['no decision received before it was taken', before(8), step('ADMISSION_DECIDED', '2025-12-08', { documentNumber: '1', receivedOn: '2025-12-07' }), {}, { code: 'DATE_BEFORE_LAST_STEP', field: 'receivedOn', limit: { from: '2025-12-08', step: 'ADMISSION_DECIDED' } }],
    ['no ceremony before the cell received the decision', walk([...wholeWay.slice(0, 8), step('ADMISSION_DECIDED', '2025-12-08', { documentNumber: '1', receivedOn: '2025-12-15' })]), step('CEREMONY_HELD', '2025-12-14'), {}, { code: 'DATE_BEFORE_LAST_STEP', field: 'on', limit: { from: '2025-12-15', fact: 'RECEIVED_ON' } }],
  ])('%s', (_, dossier, recorded, given, refusal) => {
    expect(refusalOf(dossier, recorded, given)).toEqual(refusal);
  });
});

rule('bảng các bước: từ trạng thái nào, bước nào, đến trạng thái nào', 'quy ước của hệ thống', () => {
  test('has one row at most for a step from a state in a situation', () => {
    for (const state of candidacyStates) {
      for (const committeeProposes of [true, false]) {
        for (const isOfficial of [true, false]) {
          for (const failedVotes of [0, 3]) {
            const found = transitionsFrom(state, { ...situation, committeeProposes, isOfficial, failedVotes }).map(({ step }) => step);
            expect(new Set(found).size, `${state} ${found.join(' ')}`).toBe(found.length);
          }
        }
      }
    }
  });
  test('leads to every state, and uses every step', () => {
    const reached = new Set<string>(['SOURCE', ...lifecycle.map(({ to }) => to)]);
    // It is left by what undoes the first line, which is no step.
    expect(candidacyStates.filter((state) => !reached.has(state))).toEqual(['TAKEN_BACK']);
    const used = new Set(lifecycle.map(({ step }) => step));
    expect(steps.filter((known) => !used.has(known))).toEqual(['IDENTIFIED', 'TAKEN_UP']);
  });
  test('lets nothing happen to who is out', () => {
    const out = candidacyStates.filter((state) => stageOf[state] === 'CLOSED');
    expect(out.flatMap((state) => transitionsFrom(state, situation))).toEqual([]);
  });
  test('says of each row where its rule stands, or in words why it needs none', () => {
    expect(lifecycle.filter(({ source }) => !/\p{L}{2}/u.test(source)).map(({ step }) => step)).toEqual([]);
    expect(lifecycle.filter(({ source }) => source === factAlone).map(({ step }) => step)).toEqual(['DECEASED']);
  });
  test('posts a fact for what changes a count, and for nothing else', () => {
    expect(steps.filter((known) => factKindOf(known) !== null)).toEqual(['CEREMONY_HELD', 'RECOGNISED', 'REMOVED', 'EXPELLED', 'LEFT_BY_REQUEST', 'DECEASED', 'ADMISSION_ANNULLED']);
  });
});

rule('không chuỗi bước nào ra ngoài sơ đồ', 'quy ước của hệ thống', () => {
  /** The lifecycle told a second time, as the rulebook draws it: which states may follow which. */
  const drawn: Readonly<Partial<Record<CandidacyState, readonly CandidacyState[]>>> = {
    SOURCE: ['LISTED'], LISTED: ['TRAINING', 'TRAINED'], TRAINING: ['TRAINED'], TRAINED: ['TRAINING', 'FILE_OPEN'], FILE_OPEN: ['VERIFYING'], VERIFYING: ['CELL_PROPOSED'],
    CELL_PROPOSED: ['GRASSROOTS_PROPOSED', 'SUBMITTED'], GRASSROOTS_PROPOSED: ['SUBMITTED'], SUBMITTED: ['ADMISSION_DECIDED', 'RETURNED', 'REFUSED'], RETURNED: ['SUBMITTED'],
    ADMISSION_DECIDED: ['PROBATIONARY'], PROBATIONARY: ['RECOGNITION_PROPOSED', 'OFFICIAL', 'REMOVAL_PROPOSED', 'REMOVED'], RECOGNITION_PROPOSED: ['RECOGNITION_SUBMITTED', 'OFFICIAL', 'REMOVAL_PROPOSED'],
    RECOGNITION_SUBMITTED: ['OFFICIAL', 'REMOVAL_PROPOSED'], REMOVAL_PROPOSED: ['REMOVED', 'PROBATIONARY', 'OFFICIAL', 'EXPELLED'], OFFICIAL: ['REMOVAL_PROPOSED', 'EXPELLED'],
  };
  const leaving: readonly CandidacyState[] = ['LEFT_BY_REQUEST', 'DECEASED', 'ADMISSION_ANNULLED'];
  const mayFollow = (from: CandidacyState, to: CandidacyState) => {
    if (from === to) return true;
    const isMember = ['PROBATION', 'OFFICIAL'].includes(stageOf[from]);
    if (isMember ? leaving.includes(to) : stageOf[from] !== 'CLOSED' && ['DROPPED', 'WITHDRAWN'].includes(to)) return true;
    return drawn[from]?.includes(to) ?? false;
  };
  const tried = fc.array(
    fc.record({
      step: fc.constantFrom(...steps),
      days: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -2, max: 40 }) }, fc.integer({ min: 300, max: 420 })),
      vote: fc.option(fc.record({ base: fc.integer({ min: 0, max: 12 }), present: fc.integer({ min: 0, max: 12 }), inFavour: fc.integer({ min: 0, max: 12 }) })),
      given: fc.integer({ min: 0, max: 9 }).map((of) => of > 1),
      stays: fc.integer({ min: 0, max: 9 }),
      pick: fc.nat(),
    }),
    { minLength: 20, maxLength: 60 },
  );

  test('no sequence of steps reaches a state that the table does not allow, and what was decided keeps its order', () => {
    const reached = new Set<CandidacyState>();
    fc.assert(
      fc.property(tried, fc.boolean(), (attempts, committeeProposes) => {
        let dossier = beginDossier('2025-07-01');
        for (const { step: tried, days, vote, given, stays, pick } of attempts) {
          // Half of the attempts are steps that the state has, and few of those lead out: else few walks would get far.
          const possible = transitionsFrom(dossier.state, { ...situation, committeeProposes, failedVotes: dossier.failedVotes, isOfficial: dossier.officialOn !== null });
          const onward = possible.filter(({ to }) => to !== 'SAME' && stageOf[to] !== 'CLOSED');
          const likely = stays > 3 && onward.length > 0 ? onward.slice(0, 1) : stays > 0 && onward.length > 0 ? onward : possible;
          const chosen = given && likely.length > 0 ? likely[pick % likely.length]!.step : tried;
          const on = new Date(Date.parse(dossier.lastOn) + days * 86_400_000).toISOString().slice(0, 10);
          const text = given ? '1' : null;
          const recorded = step(chosen, on, { vote: given ? passed : vote, documentNumber: text, certificateNumber: text, reason: text, provinceConsentNumber: text, removalGround: given ? (dossier.officialOn === null ? 'UNFIT_IN_PROBATION' : 'NO_WILL') : null });
          if (judgeStep(dossier, recorded, { ...circumstances, committeeProposes, today: '2040-01-01' })) continue;
          const next = takeStep(dossier, recorded, { pack, committeeProposes })!;
          expect(mayFollow(dossier.state, next.state), `${dossier.state} → ${next.state}`).toBe(true);
          expect(next.lastOn >= dossier.lastOn).toBe(true);
          const { cellProposedOn, admissionDecidedOn, ceremonyOn, officialOn } = next;
          const ordered = [cellProposedOn, admissionDecidedOn, ceremonyOn, officialOn].filter((day) => day !== null);
          expect(ordered).toEqual(ordered.toSorted());
          if (stageOf[next.state] === 'PROBATION' || next.state === 'OFFICIAL') expect(ceremonyOn).not.toBeNull();
          dossier = next;
          reached.add(next.state);
        }
      }),
      { numRuns: 3_000 },
    );
    expect(candidacyStates.filter((state) => state !== 'SOURCE' && !reached.has(state))).toEqual(['TAKEN_BACK']);
  });

  test('the funnel of a cohort never exceeds the whole: who stands at a stage has been through the ones before', () => {
    const order = ['SOURCE', 'LISTED', 'TRAINED', 'FILE_OPEN', 'CELL_PROPOSED', 'ADMISSION_DECIDED', 'PROBATIONARY', 'OFFICIAL'] as const;
    for (const [at, state] of order.slice(1).entries()) {
      // Taken away, the state before cuts off what follows: no row goes round it.
      const without = new Set<CandidacyState>(['SOURCE']);
      for (let grown = -1; grown !== without.size; ) {
        grown = without.size;
        for (const row of lifecycle) {
          if (row.to !== 'SAME' && row.to !== order[at] && row.from.some((from) => without.has(from) && from !== order[at])) without.add(row.to);
        }
      }
      expect(without.has(state), `${state} without ${order[at]}`).toBe(false);
    }
  });
});
