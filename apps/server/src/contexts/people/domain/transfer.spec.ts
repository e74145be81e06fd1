import { expect, test } from 'vitest';
import { rule } from '../../../../test/rule.ts';
import type { ChainUnit } from './approval-path.ts';
import { hashClaimCode, makeClaimCode } from './claim-code.ts';
import { rulePackOn, rulePacks } from './rule-pack.ts';
import { areInOneOrganisation, claimableUntil, issuingUnit, judgeDeparture, judgeTerm, presentationDueOn, reachOf, startDueOn, type Departure } from './transfer.ts';

rule('mã trên giấy giới thiệu sinh hoạt', 'quy ước của hệ thống', () => {
  test('has more than eighty bits, in groups of four letters that are not taken for one another', () => {
    const codes = Array.from({ length: 200 }, makeClaimCode);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{4}-){4}[2-9A-HJKMNP-TV-Z]{4}$/);
    expect(20 * Math.log2(30)).toBeGreaterThan(80);
  });

  test('is the same however it is typed, and another one by any letter', () => {
    const code = makeClaimCode();
    const hash = hashClaimCode(code)!;
    for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `, code.replaceAll('-', '–')]) expect(hashClaimCode(typed)?.equals(hash)).toBe(true);
    expect(hashClaimCode(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`)?.equals(hash)).toBe(false);
    for (const typed of ['', 'x', `${code}2`, code.slice(1), code.replace(/^./, 'O'), code.replace(/^./, 'Đ')]) expect(hashClaimCode(typed), typed).toBeNull();
  });
});

rule('chuyển sinh hoạt tạm thời từ 3 tháng đến dưới 1 năm; đi học tập trung từ 3 tháng đến 2 năm', 'QĐ 29-QĐ/TW, mục 6.3', () => {
  test.each([
    ['2026-05-01', false, 'TERM_TOO_SHORT'], ['2026-05-02', false, null], ['2027-02-01', false, null], ['2027-02-02', false, 'TERM_TOO_LONG'], ['2026-05-01', true, 'TERM_TOO_SHORT'], ['2028-02-02', true, null], ['2028-02-03', true, 'TERM_TOO_LONG'],
  ] as const)('from 2026-02-02 to %s (full-time study: %s): %s', (until, isStudy, code) => {
    expect(judgeTerm({ on: '2026-02-02', until, isStudy }, rulePackOn('2026-02-02'))?.code ?? null).toBe(code);
  });
});

rule('nộp giấy giới thiệu ở nơi mới trong 30 ngày làm việc', 'QĐ 294-QĐ/TW, mục 6.3.1', () => {
  test('a letter is presented within thirty working days, which every rule pack has', () => {
    expect(rulePacks.map(({ transferLetterWorkingDays }) => transferLetterWorkingDays)).toEqual(rulePacks.map(() => 30));
    const pack = rulePackOn('2026-03-02');
    // From a Monday six weeks on; a holiday puts it off by a day, one on a Sunday does not.
    expect(presentationDueOn('2026-03-02', pack, { holidays: new Set() })).toBe('2026-04-13');
    expect(presentationDueOn('2026-03-02', pack, { holidays: new Set(['2026-03-18', '2026-03-22']) })).toBe('2026-04-14');
  });
});

rule('chuyển trong một tổ chức cơ sở đảng', 'quy ước của hệ thống', () => {
  test('two cells are of one organisation where a grassroots organisation lies above both, and not by the cell itself', () => {
    const unit = (id: string, isGrassrootsOrganisation = false): ChainUnit => ({ id, tier: 'CELL', holdsMembers: false, isGrassrootsOrganisation, decidesAdmissions: false });
    const chain = (...ids: string[]) => ids.map((id) => unit(id, id.startsWith('xa') || id.startsWith('cq')));
    expect(areInOneOrganisation(chain('p', 'd', 'xa1', 'a'), chain('p', 'd', 'xa1', 'b'))).toBe(true);
    expect(areInOneOrganisation(chain('p', 'd', 'xa1', 'section', 'a'), chain('p', 'd', 'xa1', 'b'))).toBe(true);
    expect(areInOneOrganisation(chain('p', 'd', 'xa1', 'a'), chain('p', 'd', 'xa2', 'b'))).toBe(false);
    expect(areInOneOrganisation(chain('p', 'd', 'cq1'), chain('p', 'd', 'cq2'))).toBe(false);
    expect(areInOneOrganisation(chain('p', 'd', 'cq1'), chain('p', 'd', 'cq1'))).toBe(false);
  });
});

rule('nơi cấp giấy giới thiệu: cấp ủy trên cơ sở khi ra ngoài, tỉnh ủy với tổ chức trực thuộc tỉnh', 'QĐ 294-QĐ/TW, mục 6.3.1', () => {
  const tiers = { p: 'PROVINCE', d: 'UPPER', x: 'GRASSROOTS', s: 'SECTION', c: 'CELL' } as const;
  const chain = (...ids: string[]): ChainUnit[] => ids.map((id) => ({ id, tier: tiers[id[0] as 'p'], holdsMembers: id.startsWith('c'), isGrassrootsOrganisation: id.startsWith('x'), decidesAdmissions: false }));
  const [home, grassrootsCell, underProvince] = [chain('p', 'd1', 'x1', 's1', 'c1'), chain('p', 'd1', 'x9'), chain('p', 'x8')];
  test.each<[string, ChainUnit[], ChainUnit[] | null, string, string]>([
    ['inside one organisation', home, chain('p', 'd1', 'x1', 'c2'), 'INSIDE_ORGANISATION', 'c1'],
    ['to another organisation under the same upper body', home, chain('p', 'd1', 'x2', 'c3'), 'UNDER_ONE_UPPER', 'x1'],
    ['to and from a grassroots cell under it', grassrootsCell, home, 'UNDER_ONE_UPPER', 'x9'],
    ['to another upper body', home, chain('p', 'd2', 'x3', 'c4'), 'OUTSIDE', 'd1'],
    ['to an organisation directly under the province', home, underProvince, 'OUTSIDE', 'd1'],
    ['to nobody knows where', home, null, 'OUTSIDE', 'd1'],
    ['from an organisation directly under the province', underProvince, home, 'OUTSIDE', 'p'],
    ['in a tree without either', chain('x7', 'c7'), null, 'OUTSIDE', 'x7'],
  ])('%s', (_case, from, to, reach, issuer) => {
    expect(reachOf(from, to)).toBe(reach);
    expect(issuingUnit(from, reachOf(from, to))?.id).toBe(issuer);
  });
});

rule('bắt đầu sinh hoạt ở nơi mới trong 60 ngày làm việc kể từ khi chuyển', 'QĐ 294-QĐ/TW, mục 6.3.1', () => {
  test('from a Monday twelve weeks on', () => {
    expect(startDueOn('2026-03-02', rulePackOn('2026-03-02'), { holidays: new Set() })).toBe('2026-05-25');
  });
});

rule('mã trên giấy giới thiệu dùng được trong 180 ngày', 'quy ước của hệ thống', () => {
  test('to its last day', () => {
    expect(claimableUntil('2026-03-02', rulePackOn('2026-03-02'))).toBe('2026-08-29');
  });
});

rule('giấy giới thiệu cấp cho đảng viên và người đang được xét; chuyển tạm thời chỉ với đảng viên', 'quy ước của hệ thống', () => {
  const departure: Departure = { kind: 'OFFICIAL', on: '2026-03-02', state: 'OFFICIAL', lastStepOn: null, stockRaisedOn: '2020-01-01' };
  test.each<[Partial<Departure>, string | null]>([
    [{}, null],
    [{ state: 'PROBATIONARY', lastStepOn: '2026-03-02' }, null],
    [{ state: 'CANDIDATE', stockRaisedOn: null, lastStepOn: '2026-01-01' }, null],
    [{ state: 'CANDIDATE', stockRaisedOn: null, kind: 'INTERNAL' }, null],
    [{ kind: 'TEMPORARY' }, null],
    [{ state: 'CANDIDATE', stockRaisedOn: null, kind: 'TEMPORARY' }, 'NOT_POSSIBLE_IN_THIS_STATE'],
    [{ state: 'FORMER', stockRaisedOn: null }, 'NOT_POSSIBLE_IN_THIS_STATE'],
    [{ stockRaisedOn: null }, 'NOT_POSSIBLE_IN_THIS_STATE'],
    [{ state: 'CANDIDATE' }, 'NOT_POSSIBLE_IN_THIS_STATE'],
    [{ on: '2026-03-03' }, 'DATE_IN_FUTURE'],
    [{ lastStepOn: '2026-03-03' }, 'DATE_BEFORE_LAST_STEP'],
    [{ stockRaisedOn: '2026-03-03' }, 'DATE_BEFORE_LAST_STEP'],
  ])('%o: %s', (more, code) => {
    expect(judgeDeparture({ ...departure, ...more }, '2026-03-02')?.code ?? null).toBe(code);
  });
});
