import type { DemoFact, DemoProvince, DemoTarget } from '../types.ts';

const plain = { parentKey: null, slice: null, note: null, kind: 'EXACT', indicator: 'ADMITTED' } as const;

/** The term target of Long An: 6,300 from 2020 to 2025 (published), under the resolution of its eleventh congress. */
export const targetsOfLongAn: readonly DemoTarget[] = [
  { ...plain, key: 'term', unitCode: 'long-an', issuerCode: 'long-an', period: 'term', startsOn: '2020-10-16', endsOn: null, low: 6_300, high: 6_300, documentNumber: 'Nghị quyết Đại hội XI', issuedOn: '2020-10-16' },
];

/** The target of Hải Phòng for 2015–2020: 18,000 to 18,500 (published), counted over the five years from 2016, to which the published 11,124 belong. */
export const targetsOfHaiPhong: readonly DemoTarget[] = [
  { ...plain, key: 'term', kind: 'RANGE', unitCode: 'hai-phong', issuerCode: 'hai-phong', period: '2016-01-01/2020-12-31', startsOn: '2016-01-01', endsOn: '2020-12-31', low: 18_000, high: 18_500, documentNumber: 'Nghị quyết Đại hội XV', issuedOn: '2015-10-17' },
];

const year2021 = { period: '2021', startsOn: '2021-01-01', endsOn: '2021-12-31' } as const;

function admittedIn2021(facts: readonly DemoFact[], code: string): number {
  return facts.filter((fact) => fact.kind === 'ADMITTED' && fact.reversedAt === undefined && fact.occurredOn.startsWith('2021') && fact.unitCode.startsWith(`${code}.`)).length;
}

/**
 * Of Quảng Nam: Trà Nú was given 4 for 2021 and admitted 8 (published: 200 %). Nam Trà My is invented: its total is met, and two of its three communes are
 * not, whatever they admitted.
 */
export function targetsOfQuangNam({ units, facts }: Pick<DemoProvince, 'units' | 'facts'>): { targets: DemoTarget[]; allocations: DemoProvince['allocations'] } {
  const district = 'quang-nam.nam-tra-my';
  const communes = units
    .filter(({ parentCode, kind }) => parentCode === district && kind === 'COMMUNE_PARTY')
    .map(({ code }) => ({ code, admitted: admittedIn2021(facts, code) }))
    .toSorted((a, b) => b.admitted - a.admitted || (a.code < b.code ? -1 : 1));
  const [best, ...others] = communes;
  if (!best) throw new Error('Nam Trà My has no communes');
  const parts = [{ code: best.code, low: Math.max(1, best.admitted - others.length - 1) }, ...others.map(({ code, admitted }) => ({ code, low: admitted + 1 }))];
  const total = parts.reduce((sum, { low }) => sum + low, 0);
  const paper = { documentNumber: '14-QĐ/HU', issuedOn: '2021-01-25' };
  return {
    targets: [
      { ...plain, ...year2021, key: 'tra-nu', unitCode: 'quang-nam.bac-tra-my.tra-nu', issuerCode: 'quang-nam.bac-tra-my', low: 4, high: 4, documentNumber: '22-QĐ/HU', issuedOn: '2021-01-20' },
      { ...plain, ...year2021, ...paper, key: 'nam-tra-my', unitCode: district, issuerCode: 'quang-nam', low: total, high: total },
      ...parts.map(({ code, low }) => ({ ...plain, ...year2021, ...paper, key: code, parentKey: 'nam-tra-my', unitCode: code, issuerCode: district, low, high: low })),
    ],
    allocations: [{ targetKey: 'nam-tra-my', rule: 'EXACTLY', reserve: 0, ...paper }],
  };
}
