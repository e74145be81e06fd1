import { expect, test } from 'vitest';
import { rule } from '../../../../test/rule.ts';
import { beginDossier, begunDossier, replay, takenUpAs, type RecordedStep } from './dossier.ts';
import { rulePackOn } from './rule-pack.ts';
import { refuseTakingUp, takeUp, type KnownMember } from './take-up.ts';

const undated: KnownMember = { state: 'OFFICIAL', admissionDecidedOn: null, ceremonyOn: null, recognitionDecidedOn: null, officialOn: null };
const dated: KnownMember = { state: 'OFFICIAL', admissionDecidedOn: '2019-02-20', ceremonyOn: '2019-03-10', recognitionDecidedOn: '2020-04-02', officialOn: '2020-03-10' };
const inProbation: KnownMember = { ...undated, state: 'PROBATIONARY', ceremonyOn: '2025-03-10' };

rule('lập quá trình của đảng viên đã có từ trước khi có dữ liệu', 'quy ước của hệ thống', () => {
  test.each<[name: string, member: KnownMember, since: string, beganOn: string, lastOn: string, officialOn: string | null]>([
    ['without dates: since the unit counts them', undated, '2015-01-01', '2015-01-01', '2015-01-01', null],
    ['with all dates: from the ceremony to the decision to recognise', dated, '2020-03-10', '2019-03-10', '2020-04-02', '2020-03-10'],
    ['who came to the unit afterwards: nothing is dated before', dated, '2022-06-01', '2019-03-10', '2022-06-01', '2020-03-10'],
    ['whose official date is not on record: twelve months after the ceremony', { ...dated, officialOn: null }, '2020-03-10', '2019-03-10', '2020-04-02', '2020-03-10'],
    ['of whom the official date alone is on record', { ...undated, officialOn: '2012-05-19' }, '2015-01-01', '2012-05-19', '2015-01-01', '2012-05-19'],
    ['in probation: from the ceremony', inProbation, '2025-03-10', '2025-03-10', '2025-03-10', null],
  ])('%s', (_, member, since, beganOn, lastOn, officialOn) => {
    const taken = takeUp(member, since);
    expect(takenUpAs(taken.dossier)).toBe(member.state);
    expect(taken).toMatchObject({ beganOn, dossier: { state: member.state, lastOn, ceremonyOn: member.ceremonyOn, officialOn, leftOn: null } });
    // What was taken up is what the timeline begins with, also after an exit that is undone.
    expect(begunDossier(taken, [{ step: 'TAKEN_UP', on: lastOn }])).toEqual(taken.dossier);
    const death: RecordedStep = { step: 'DECEASED', on: '2026-02-03', documentNumber: null, certificateNumber: null, provinceConsentNumber: null, receivedOn: null, upperConsentNumber: null, removalGround: null, reason: null, vote: null };
    const dead = replay(taken.dossier, [death], rulePackOn(beganOn));
    expect(dead).toMatchObject({ state: 'DECEASED', leftOn: '2026-02-03' });
    expect(takenUpAs(dead)).toBe(member.state);
    expect(begunDossier({ beganOn, dossier: dead }, [{ step: 'TAKEN_UP', on: lastOn }, death])).toEqual(taken.dossier);
  });

  test('is told from one that was recorded from its beginning on, also after a recognition', () => {
    const source = beginDossier('2025-01-10');
    expect([source, { ...source, state: 'DROPPED' as const }, { ...source, state: 'OFFICIAL' as const, cellProposedOn: '2025-11-03' }].map(takenUpAs)).toEqual([null, null, null]);
    const recognised = { ...takeUp(inProbation, '2025-03-10').dossier, state: 'OFFICIAL' as const, recognitionProposedOn: '2026-03-20', recognitionDecidedOn: '2026-04-02', officialOn: '2026-03-10' };
    expect(takenUpAs(recognised)).toBe('PROBATIONARY');
  });

  test.each<[name: string, member: KnownMember, at: Partial<Parameters<typeof refuseTakingUp>[1]>, code: string | null]>([
    ['of a member', undated, {}, null],
    ['of one in probation since a day that is known', inProbation, {}, null],
    ['of one in probation since a day that is not', { ...inProbation, ceremonyOn: null }, {}, 'CEREMONY_NOT_ON_RECORD'],
    ['of whom it is on record', undated, { hasWay: true }, 'WAY_ON_RECORD'],
    ['of who has left', { ...undated, state: 'FORMER' }, {}, 'MEMBERS_ONLY'],
    ['of a candidate', { ...undated, state: 'CANDIDATE' }, {}, 'MEMBERS_ONLY'],
    ['at a unit that has closed', undated, { isAtClosedUnit: true }, 'UNIT_CLOSED'],
  ])('is refused, or not, %s', (_, member, at, code) => {
    expect(refuseTakingUp(member, { hasWay: false, isAtClosedUnit: false, ...at })).toBe(code);
  });
});
