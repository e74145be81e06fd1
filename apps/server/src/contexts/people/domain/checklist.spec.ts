import { paperKinds, type PaperKind } from '@banyan/schema/lifecycle';
import { expect, test } from 'vitest';
import { rule } from '../../../../test/rule.ts';
import { checklistOf, type ChecklistOf, type KnownPaper, type KnownParticipant } from './checklist.ts';
import { getRulePack, rulePacks } from './rule-pack.ts';

const pack = getRulePack('RULES_2025');
const today = '2026-11-26';

function paper(kind: PaperKind, madeOn: string, isThere = true): KnownPaper {
  return { kind, isThere, madeOn, number: null, body: null, conclusion: null, reference: null };
}

function introducer(memberId: string | null, organisation: string | null = null, until: string | null = null): KnownParticipant {
  return { kind: 'INTRODUCER', memberId, organisation, until };
}

function line(kind: PaperKind, papers: readonly KnownPaper[], given: Partial<ChecklistOf<KnownPaper>> = {}) {
  return checklistOf({ state: 'VERIFYING', cellProposedOn: null, takenUpAs: null, committeeProposes: true, hasSection: false, papers, participants: [], ...given }, pack, today).find((one) => one.kind === kind);
}

rule('giấy tờ của hồ sơ theo từng bước, với số mẫu 1-KNĐ đến 16-KNĐ', 'HD 09-HD/BTCTW (2017), 12-HD/BTCTW (2022)', () => {
  test.each([
    ['MISSING', []],
    ['WAITING', [paper('OPINION_SUMMARY', '2026-11-01', false)]],
    ['THERE', [paper('OPINION_SUMMARY', '2025-11-26')]],
    ['TOO_OLD', [paper('OPINION_SUMMARY', '2025-11-25')]],
    ['WAITING', [paper('OPINION_SUMMARY', '2025-11-25'), paper('OPINION_SUMMARY', '2026-11-01', false)]],
    // One that can be used is enough, whatever else is asked for or was made before.
    ['THERE', [paper('OPINION_SUMMARY', '2026-05-01'), paper('OPINION_SUMMARY', '2026-11-01', false), paper('OPINION_SUMMARY', '2020-01-01')]],
  ] as const)('is %s', (state, papers) => {
    expect(line('OPINION_SUMMARY', papers)?.state).toBe(state);
  });

  test('is judged on the day of the cell where it has met', () => {
    expect(line('OPINION_SUMMARY', [paper('OPINION_SUMMARY', '2025-06-01')], { state: 'SUBMITTED', cellProposedOn: '2026-06-01' })?.state).toBe('THERE');
    expect(line('OPINION_SUMMARY', [paper('OPINION_SUMMARY', '2025-06-01')], { state: 'SUBMITTED', cellProposedOn: '2026-06-02' })?.state).toBe('TOO_OLD');
  });

  test('of the certificate goes by its 60 months, and by the one that was renewed', () => {
    expect(line('AWARENESS_CERTIFICATE', [paper('AWARENESS_CERTIFICATE', '2021-11-26')])?.state).toBe('THERE');
    expect(line('AWARENESS_CERTIFICATE', [paper('AWARENESS_CERTIFICATE', '2021-11-25')])?.state).toBe('EXPIRED');
    expect(line('AWARENESS_CERTIFICATE', [paper('AWARENESS_CERTIFICATE', '2021-11-25'), paper('AWARENESS_CERTIFICATE', '2026-01-05')])).toMatchObject({ state: 'THERE', papers: [{ madeOn: '2026-01-05' }, { madeOn: '2021-11-25' }] });
  });

  test('of a member who was taken up is about recognition alone, and about nothing of an official one; what was recorded stays', () => {
    const kinds = (given: Partial<ChecklistOf<KnownPaper>>, papers: readonly KnownPaper[] = []) =>
      checklistOf({ state: 'PROBATIONARY', cellProposedOn: null, takenUpAs: null, committeeProposes: false, hasSection: false, papers, participants: [], ...given }, pack, today).map(({ kind, needed }) => [kind, needed]);
    expect(kinds({ takenUpAs: 'PROBATIONARY' })).toEqual([['NEW_MEMBER_CERTIFICATE', 1], ['SELF_REVIEW', 1], ['HELPER_OPINION', 1], ['PROBATION_OPINION', 1], ['RECOGNITION_CELL_RESOLUTION', 1]]);
    expect(kinds({ state: 'OFFICIAL', takenUpAs: 'OFFICIAL' })).toEqual([]);
    expect(kinds({ state: 'OFFICIAL', takenUpAs: 'OFFICIAL' }, [paper('APPLICATION', '2010-01-05')])).toEqual([['APPLICATION', 0]]);
  });

  test('of a committee is there where one proposes, of a section where there is one; for recognition from the ceremony on', () => {
    expect(line('COMMITTEE_RESOLUTION', [], { committeeProposes: false })).toBeUndefined();
    expect([line('SECTION_OPINION', []), line('SECTION_OPINION', [], { hasSection: true })]).toMatchObject([undefined, { needed: 0, form: '7-KNĐ' }]);
    expect([line('RECOGNITION_SECTION_OPINION', [], { hasSection: true }), line('RECOGNITION_SECTION_OPINION', [], { hasSection: true, state: 'PROBATIONARY' })]).toMatchObject([undefined, { needed: 0, form: '14-KNĐ' }]);
  });

  test.each(rulePacks)('says for which step it is, in the pack of $validFrom: each of the forms 1-KNĐ to 16-KNĐ has one', ({ papers }) => {
    const steps = Object.fromEntries(papers.flatMap(({ form, step }) => (form !== null && /^\d+-KNĐ$/.test(form) ? [[form, step]] : [])));
    expect(steps).toEqual({
      '1-KNĐ': 'FILE_OPENED', '2-KNĐ': 'FILE_OPENED', '3-KNĐ': 'CELL_PROPOSED', '4-KNĐ': 'CELL_PROPOSED', '5-KNĐ': 'CELL_PROPOSED', '6-KNĐ': 'CELL_PROPOSED',
      '7-KNĐ': 'COMMITTEE_PROPOSED', '8-KNĐ': 'COMMITTEE_PROPOSED', '9-KNĐ': 'ADMISSION_DECIDED', '10-KNĐ': 'RECOGNITION_PROPOSED', '11-KNĐ': 'RECOGNITION_PROPOSED',
      '12-KNĐ': 'RECOGNITION_PROPOSED', '13-KNĐ': 'RECOGNITION_PROPOSED', '14-KNĐ': 'RECOGNITION_SUBMITTED', '15-KNĐ': 'RECOGNITION_SUBMITTED', '16-KNĐ': 'RECOGNISED',
    });
    expect(papers.map(({ kind }) => kind).toSorted()).toEqual(paperKinds.toSorted());
  });

  test('of a decision, or of an opinion by itself, is there once it was recorded, with its form, and never demanded', () => {
    expect(['ADMISSION_DECISION', 'RESIDENCE_OPINION'].map((kind) => line(kind as PaperKind, []))).toEqual([undefined, undefined]);
    expect(line('ADMISSION_DECISION', [paper('ADMISSION_DECISION', '2026-10-01')])).toMatchObject({ form: '9-KNĐ', step: 'ADMISSION_DECIDED', needed: 0, state: 'THERE' });
    expect(line('RESIDENCE_OPINION', [paper('RESIDENCE_OPINION', '2020-10-01')])).toMatchObject({ form: '5B-KNĐ', needed: 0, state: 'THERE' });
  });

  test('is there for what was recorded and is not demanded', () => {
    expect(line('YOUTH_UNION_INTRODUCTION', [paper('YOUTH_UNION_INTRODUCTION', '2026-10-01')], { participants: [introducer('a'), introducer('b')] })).toMatchObject({ needed: 0, there: 0, state: 'THERE' });
    expect(line('RECOGNITION_DECISION', [paper('RECOGNITION_DECISION', '2026-10-01')])).toMatchObject({ needed: 0, state: 'THERE' });
  });
});

rule('hai đảng viên giới thiệu, hoặc Đoàn thanh niên (công đoàn) và một đảng viên', 'Điều lệ Đảng, điều 4', () => {
  const demanded = (...participants: KnownParticipant[]) =>
    (['MEMBER_INTRODUCTION', 'YOUTH_UNION_INTRODUCTION', 'TRADE_UNION_INTRODUCTION'] as const).map((kind) => line(kind, [], { participants })?.needed ?? null);

  test.each([
    ['two members, two of theirs', [introducer('a'), introducer('b')], [2, null, null]],
    ['the Youth Union and a member, one of each', [introducer('a'), introducer(null, 'YOUTH_UNION')], [1, 1, null]],
    ['the trade union and a member, one of each', [introducer('a'), introducer(null, 'TRADE_UNION')], [1, null, 1]],
  ] as const)('are for %s', (_, participants, needed) => {
    expect(demanded(...participants)).toEqual(needed);
    expect(line('MEMBER_INTRODUCTION', [], { participants })?.state).toBe('MISSING');
  });

  test.each([
    ['nobody', []],
    ['one member', [introducer('a')]],
    ['one member twice', [introducer('a'), introducer('a')]],
    ['two unions', [introducer(null, 'YOUTH_UNION'), introducer(null, 'TRADE_UNION')]],
    ['a second member whose part has ended', [introducer('a'), introducer('b', null, '2026-01-01')]],
    ['a helper beside a member', [introducer('a'), { ...introducer('b'), kind: 'HELPER' as const }]],
  ] as const)('are not known by %s', (_, participants) => {
    expect(line('MEMBER_INTRODUCTION', [paper('MEMBER_INTRODUCTION', today)], { participants })).toMatchObject({ state: 'TO_CHOOSE', needed: 2, there: 0 });
  });
});
