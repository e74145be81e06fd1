import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { candidacyStates, stageOf, steps, type CandidacyState, type Step } from '@banyan/schema/lifecycle';
import { actingUnit, approvalPathOf, committeeProposes, type ChainUnit } from './approval-path.ts';
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
  pack, committeeProposes: true, committeeDecides: false, arrivedOn: null, birthDate: '1999-05-20', today: '2027-12-31', introducers: 2, introducingOrganisations: [],
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

describe('from source to official member (từ nguồn đến đảng viên chính thức)', () => {
  test('the whole way, and the three dates apart', () => {
    expect(walk(wholeWay)).toMatchObject({
      state: 'OFFICIAL', admissionDecidedOn: '2025-12-08', ceremonyOn: '2025-12-19', officialOn: '2026-12-19', recognitionDecidedOn: '2027-01-20',
    });
  });
  test('a grassroots cell has no committee above it: its proposal goes straight up, for admission and for recognition', () => {
    const way = wholeWay.filter(({ step }) => step !== 'COMMITTEE_PROPOSED' && step !== 'RECOGNITION_SUBMITTED');
    expect(walk(way, { pack, committeeProposes: false }).state).toBe('OFFICIAL');
  });
  test('a late decision still takes effect on the day on which the twelve months ended', () => {
    const dossier = walk(wholeWay.slice(0, -1));
    expect(countsOn('RECOGNISED', '2027-05-02', dossier, pack, '2025-12-19')).toBe('2026-12-19');
    expect(countsOn('RECOGNISED', '2027-05-02', dossier, pack, '2027-02-01')).toBe('2027-02-01');
    expect(countsOn('CEREMONY_HELD', '2025-12-19', dossier, pack, null)).toBe('2025-12-19');
  });
  test('somebody returned is submitted again, with the same limit running', () => {
    const way = [...wholeWay.slice(0, 8), step('RETURNED', '2025-11-20', { reason: 'Thiếu ý kiến nơi cư trú' }), step('SUBMITTED', '2025-11-25')];
    expect(walk(way)).toMatchObject({ state: 'SUBMITTED', cellProposedOn: '2025-11-03' });
  });
  test('whose certificate has run out goes to class again', () => {
    expect(walk([...wholeWay.slice(0, 3), step('ENROLLED', '2025-09-01'), step('CERTIFIED', '2025-09-20', { certificateNumber: '16/CN' })]).certificateOn).toBe('2025-09-20');
  });
  test('a certificate may be older than what was recorded before it, and still usable; one that is out of date is repeated, however far the file is', () => {
    const came = step('CERTIFIED', '2023-03-10', { certificateNumber: '4/CN' });
    expect(walk([wholeWay[0]!, came])).toMatchObject({ state: 'TRAINED', certificateOn: '2023-03-10', lastOn: '2025-07-10' });
    expect(judgeStep(walk([wholeWay[0]!]), step('CERTIFIED', '2020-07-09', { certificateNumber: '1/CN' }), circumstances)).toEqual({ code: 'CERTIFICATE_EXPIRED', field: 'on' });
    const verifying = walk([wholeWay[0]!, step('CERTIFIED', '2020-11-02', { certificateNumber: '4/CN' }), wholeWay[3]!, wholeWay[4]!]);
    expect(judgeStep(verifying, wholeWay[5]!, circumstances)).toEqual({ code: 'CERTIFICATE_EXPIRED', field: 'on' });
    const again = takeStep(verifying, step('CERTIFIED', '2025-10-20', { certificateNumber: '9/CN' }), { pack, committeeProposes: true })!;
    expect(again.state).toBe('VERIFYING');
    expect(judgeStep(again, wholeWay[5]!, circumstances)).toBeNull();
    expect(judgeStep(again, step('CERTIFIED', '2025-10-20', { certificateNumber: '9/CN' }), circumstances), 'no newer than the one there').toEqual({ code: 'DATE_BEFORE_LAST_STEP', field: 'on' });
  });
  test('a file that is older than twelve months is made anew, and its twelve months run anew', () => {
    const late = step('CELL_PROPOSED', '2026-10-05', { vote: passed });
    const verifying = walk(wholeWay.slice(0, 5));
    expect(judgeStep(verifying, late, circumstances)?.code).toBe('DOSSIER_TOO_OLD');
    const renewed = takeStep(verifying, step('FILE_RENEWED', '2026-10-01'), { pack, committeeProposes: true })!;
    expect(renewed).toMatchObject({ state: 'VERIFYING', fileOpenedOn: '2026-10-01' });
    expect(judgeStep(renewed, late, circumstances)).toBeNull();
  });
  test('a vote of the decider: two thirds of a committee that was given the power, more than half of a standing committee', () => {
    const submitted = walk(wholeWay.slice(0, 8));
    const decide = (inFavour: number) => step('ADMISSION_DECIDED', '2025-12-08', { documentNumber: '1', vote: { base: 13, present: 13, inFavour } });
    const judged = (inFavour: number, committeeDecides: boolean) => judgeStep(submitted, decide(inFavour), { ...circumstances, committeeDecides })?.code;
    expect([judged(6, false), judged(7, false)]).toEqual(['MAJORITY_NOT_REACHED', undefined]);
    expect([judged(8, true), judged(9, true)]).toEqual(['VOTE_NOT_REACHED', undefined]);
  });
  test('after three votes without two thirds the competent committee decides; before, it cannot', () => {
    const failed = step('VOTE_FAILED', '2026-12-21', { vote: { base: 9, present: 9, inFavour: 5 } });
    const probation = wholeWay.slice(0, 10);
    const decide = step('RECOGNISED', '2027-01-20', { documentNumber: '8-QĐ/ĐU' });
    expect(judgeStep(walk([...probation, failed, failed]), decide, circumstances)?.code).toBe('NOT_POSSIBLE_IN_THIS_STATE');
    expect(walk([...probation, failed, failed, failed, decide]).state).toBe('OFFICIAL');
  });
  test('a removal that is declined leads back to probation, where the cell considers anew, or to official membership', () => {
    const propose = (removalGround: RecordedStep['removalGround']) => step('REMOVAL_PROPOSED', '2027-02-01', { vote: passed, reason: 'Bỏ sinh hoạt', removalGround });
    const decline = step('REMOVAL_DECLINED', '2027-02-10', { reason: 'Chưa đủ căn cứ' });
    expect(walk([...wholeWay.slice(0, 10), propose('UNFIT_IN_PROBATION'), decline])).toMatchObject({ state: 'PROBATIONARY', removalGround: null });
    expect(walk([...wholeWay, propose('UNPAID_DUES')]).removalGround).toBe('UNPAID_DUES');
    expect(walk([...wholeWay, propose('UNPAID_DUES'), decline]).state).toBe('OFFICIAL');
  });
  test('an extension lengthens the limit that runs, and ends with it', () => {
    const extended = [...wholeWay.slice(0, 8), step('EXTENDED', '2025-12-01', { reason: 'Chờ thẩm tra ở nơi khác' })];
    expect(walk(extended).isExtended).toBe(true);
    expect(walk([...extended, step('RETURNED', '2025-12-02', { reason: 'x' }), step('SUBMITTED', '2025-12-03')]).isExtended, 'the same limit runs on').toBe(true);
    expect(walk([...extended, wholeWay[8]!]).isExtended).toBe(false);
    expect(judgeStep(walk(extended), step('EXTENDED', '2025-12-04', { reason: 'x' }), circumstances)?.code, 'once is all').toBe('NOT_POSSIBLE_IN_THIS_STATE');
  });
  test('what a committee has proposed goes on where no committee proposes any more', () => {
    const without = { ...circumstances, committeeProposes: false };
    expect(judgeStep(walk(wholeWay.slice(0, 7)), wholeWay[7]!, without)).toBeNull();
    expect(judgeStep(walk(wholeWay.slice(0, 12)), wholeWay[12]!, without)).toBeNull();
  });
});

describe('what is refused, and the fact that is to blame', () => {
  const before = (at: number) => walk(wholeWay.slice(0, at));
  const refused = (dossier: Dossier, recorded: RecordedStep, given: Partial<Circumstances> = {}) => judgeStep(dossier, recorded, { ...circumstances, ...given });

  test.each<[string, Dossier, RecordedStep, Partial<Circumstances>, object]>([
    ['a ceremony before the decision', before(9), step('CEREMONY_HELD', '2025-12-07'), {}, { code: 'DATE_BEFORE_LAST_STEP', field: 'on' }],
    ['a day that has not come', before(9), step('CEREMONY_HELD', '2025-12-20'), { today: '2025-12-19' }, { code: 'DATE_IN_FUTURE', field: 'on' }],
    ['a decision without a number', before(8), step('ADMISSION_DECIDED', '2025-12-08'), {}, { code: 'FACT_MISSING', field: 'documentNumber' }],
    ['a decision received before it was taken', before(8), step('ADMISSION_DECIDED', '2025-12-08', { documentNumber: '1', receivedOn: '2025-12-07' }), {}, { code: 'DATE_BEFORE_LAST_STEP', field: 'receivedOn' }],
    ['more in favour than present', before(5), step('CELL_PROPOSED', '2025-11-03', { vote: { base: 9, present: 5, inFavour: 6 } }), {}, { code: 'VOTE_NOT_POSSIBLE', field: 'vote' }],
    ['less than two thirds', before(5), step('CELL_PROPOSED', '2025-11-03', { vote: { base: 11, present: 11, inFavour: 7 } }), {}, { code: 'VOTE_NOT_REACHED', field: 'vote' }],
    ['no vote', before(5), step('CELL_PROPOSED', '2025-11-03'), {}, { code: 'FACT_MISSING', field: 'vote' }],
    ['a certificate out of date', before(5), step('CELL_PROPOSED', '2030-08-21', { vote: passed }), { today: '2031-01-01' }, { code: 'CERTIFICATE_EXPIRED', field: 'on' }],
    ['a file older than twelve months', before(5), step('CELL_PROPOSED', '2026-09-06', { vote: passed }), {}, { code: 'DOSSIER_TOO_OLD', field: 'on' }],
    ['somebody under 18', before(5), step('CELL_PROPOSED', '2025-11-03', { vote: passed }), { birthDate: '2007-12-01' }, { code: 'TOO_YOUNG', field: 'on' }],
    ['somebody over 60 without the consent of the province', before(5), step('CELL_PROPOSED', '2025-11-03', { vote: passed }), { birthDate: '1965-10-31' }, { code: 'CONSENT_NEEDED', field: 'provinceConsentNumber' }],
    ['fewer than two introducers', before(5), step('CELL_PROPOSED', '2025-11-03', { vote: passed }), { introducers: 1 }, { code: 'INTRODUCERS_MISSING', field: 'step' }],
    ['a resolution on recognition before the twelve months are over', before(10), step('RECOGNITION_PROPOSED', '2026-12-18', { vote: passed }), {}, { code: 'PROBATION_NOT_OVER', field: 'on' }],
    ['an expulsion of a probationary member', before(10), step('EXPELLED', '2026-01-05', { documentNumber: '1' }), {}, { code: 'NOT_POSSIBLE_IN_THIS_STATE', field: 'step' }],
    ['a step that the path does not have', before(6), step('SUBMITTED', '2025-11-04'), {}, { code: 'NOT_POSSIBLE_IN_THIS_STATE', field: 'step' }],
    ['a vote that passed, told as failed', before(10), step('VOTE_FAILED', '2026-12-21', { vote: passed }), {}, { code: 'VOTE_NOT_POSSIBLE', field: 'vote' }],
    ['a vote on recognition before the twelve months are over', before(10), step('VOTE_FAILED', '2026-03-01', { vote: { base: 9, present: 9, inFavour: 1 } }), {}, { code: 'PROBATION_NOT_OVER', field: 'on' }],
    ['a ceremony before the cell received the decision', walk([...wholeWay.slice(0, 8), step('ADMISSION_DECIDED', '2025-12-08', { documentNumber: '1', receivedOn: '2025-12-15' })]), step('CEREMONY_HELD', '2025-12-14'), {}, { code: 'DATE_BEFORE_LAST_STEP', field: 'on' }],
  ])('%s', (_, dossier, recorded, given, refusal) => {
    expect(refused(dossier, recorded, given)).toEqual(refusal);
  });

  test('over 60 with the consent, in the last days of certificate and file: allowed', () => {
    const consent = step('CELL_PROPOSED', '2025-11-03', { vote: passed, provinceConsentNumber: '3-CV/TU' });
    expect(refused(before(5), consent, { birthDate: '1965-10-31' })).toBeNull();
    expect(refused(before(5), step('CELL_PROPOSED', '2026-09-05', { vote: passed }))).toBeNull();
    expect(refused(before(10), step('RECOGNITION_PROPOSED', '2026-12-19', { vote: passed }))).toBeNull();
  });
});

describe('the table', () => {
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
    expect(candidacyStates.filter((state) => !reached.has(state))).toEqual([]);
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
  test('has no row that lengthens probation', () => {
    expect(lifecycle.filter(({ step, from }) => step === 'EXTENDED' && from.includes('PROBATIONARY'))).toEqual([]);
  });
  test('posts a fact for what changes a count, and for nothing else', () => {
    expect(steps.filter((known) => factKindOf(known) !== null)).toEqual(['CEREMONY_HELD', 'RECOGNISED', 'REMOVED', 'EXPELLED', 'LEFT_BY_REQUEST', 'DECEASED', 'ADMISSION_ANNULLED']);
  });
});

describe('whatever is tried', () => {
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
    expect(candidacyStates.filter((state) => state !== 'SOURCE' && !reached.has(state))).toEqual([]);
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

describe('who decides (thẩm quyền)', () => {
  const unit = (id: string, tier: ChainUnit['tier'], more: Partial<ChainUnit> = {}): ChainUnit => ({ id, tier, holdsMembers: false, isGrassrootsOrganisation: false, decidesAdmissions: false, ...more });
  const province = unit('tỉnh', 'PROVINCE', { decidesAdmissions: true });
  const upper = unit('xã', 'UPPER', { decidesAdmissions: true });
  const committee = unit('đảng ủy cơ sở', 'GRASSROOTS', { isGrassrootsOrganisation: true });
  const cell = unit('chi bộ', 'CELL', { holdsMembers: true });
  const grassrootsCell = unit('chi bộ cơ sở', 'GRASSROOTS', { holdsMembers: true, isGrassrootsOrganisation: true });

  test('a cell under a committee without the power: the committee proposes, the body above decides', () => {
    const path = approvalPathOf([province, upper, committee, cell]);
    expect([path.committee?.id, path.decider?.id, committeeProposes(path)]).toEqual(['đảng ủy cơ sở', 'xã', true]);
  });
  test('a committee that was given the power decides itself', () => {
    const path = approvalPathOf([province, upper, { ...committee, decidesAdmissions: true }, cell]);
    expect([path.decider?.id, committeeProposes(path)]).toEqual(['đảng ủy cơ sở', false]);
  });
  test('a grassroots cell has no committee above it', () => {
    const path = approvalPathOf([province, upper, grassrootsCell]);
    expect([path.committee, path.decider?.id, committeeProposes(path)]).toEqual([null, 'xã', false]);
    expect(actingUnit(path, 'COMMITTEE')?.id).toBe('xã');
  });
  test('a grassroots organisation directly under the province: the province decides', () => {
    expect(approvalPathOf([province, committee, cell]).decider?.id).toBe('tỉnh');
  });
  test('a section between committee and cell changes nothing', () => {
    expect(approvalPathOf([province, upper, committee, unit('bộ phận', 'SECTION'), cell]).committee?.id).toBe('đảng ủy cơ sở');
  });
  test('where nobody above may decide, nobody does', () => {
    expect(actingUnit(approvalPathOf([cell]), 'DECIDER')).toBeNull();
  });
  test('a step that the path does not have is not offered', () => {
    expect(findTransition('CELL_PROPOSED', 'COMMITTEE_PROPOSED', { ...situation, committeeProposes: false })).toBeNull();
    expect(findTransition('CELL_PROPOSED', 'SUBMITTED', { ...situation, committeeProposes: false })?.by).toBe('CELL');
  });
});
