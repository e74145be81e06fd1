import type { IsoDate } from './types.ts';

export type FigureMeasure =
  | 'CHILDREN'
  | 'MEMBERS'
  | 'ADMITTED'
  | 'RECOGNISED'
  | 'UNITS'
  | 'UNITS_FOUNDED'
  | 'GRASSROOTS_ORGANISATIONS'
  | 'CELLS';

export type FigureDimension = 'GENDER' | 'ETHNIC_MINORITY' | 'OCCUPATION' | 'ENTERPRISE_RELATION' | 'UNIT_TYPE';

/** One published figure and where it must come out. */
export interface PublishedFigure {
  readonly unitCode: string;
  readonly measure: FigureMeasure;
  /** What the figure says, in a few words. */
  readonly what: string;
  /** A day for a stock; a period in the product's own grammar for a flow. */
  readonly at: { readonly day: IsoDate } | { readonly period: string };
  /** The members, admissions or units counted lie in all of these slices. */
  readonly where: readonly { readonly dimension: FigureDimension; readonly key: string }[];
  /** CHILDREN only: counts the children of this kind. */
  readonly childKind?: string;
  /** The figure is the sum of the period divided by this number of years. */
  readonly meanOverYears?: number;
  /** Both ends included. */
  readonly expected: { readonly low: number; readonly high: number };
}

type Where = PublishedFigure['where'];

const exactly = (value: number): PublishedFigure['expected'] => ({ low: value, high: value });
const nonState: Where = [{ dimension: 'UNIT_TYPE', key: 'NON_STATE_ENTERPRISE' }];
const pupils: Where = [{ dimension: 'OCCUPATION', key: 'PUPIL' }];

const haiHau = { unitCode: 'nam-dinh.hai-hau', where: [] };
const haiPhong = { unitCode: 'hai-phong', where: [] };
const longAn = { unitCode: 'long-an', where: [] };
const khoiCoQuan = { unitCode: 'quang-binh.khoi-co-quan', where: [] };
const traNu = { unitCode: 'quang-nam.bac-tra-my.tra-nu', where: [] };

const endOf2019 = { day: '2019-12-31' };
const endOf2020 = { day: '2020-12-31' };
const endOf2021 = { day: '2021-12-31' };
const midOf2024 = { day: '2024-06-30' };
const threeYears = { period: '2016-01-01/2018-10-19' };
const sinceTheTermBegan = { period: '2020-10-16/2024-06-30' };

const longAnChild = (childKind: string, count: number): PublishedFigure => ({
  ...longAn,
  measure: 'CHILDREN',
  what: `direct children of kind ${childKind}`,
  at: midOf2024,
  childKind,
  expected: exactly(count),
});

/** The published figures that the demonstration provinces reproduce from records. */
export const publishedFigures: readonly PublishedFigure[] = [
  { ...haiHau, measure: 'CHILDREN', what: 'direct children', at: endOf2020, expected: exactly(92) },
  { ...haiHau, measure: 'CHILDREN', what: 'grassroots cells among them', at: endOf2020, childKind: 'GRASSROOTS_CELL', expected: exactly(49) },
  { ...haiHau, measure: 'MEMBERS', what: 'members', at: endOf2020, expected: { low: 14_700, high: 14_799 } },
  { ...haiHau, measure: 'ADMITTED', what: 'admitted', at: { period: '2020' }, expected: exactly(117) },
  { ...haiHau, measure: 'RECOGNISED', what: 'recognised', at: { period: '2020' }, expected: exactly(263) },

  { ...haiPhong, measure: 'ADMITTED', what: 'admitted', at: threeYears, expected: exactly(11_124) },
  { ...haiPhong, measure: 'ADMITTED', what: 'admitted, mean of three years', at: threeYears, meanOverYears: 3, expected: exactly(3_708) },

  { ...longAn, measure: 'CHILDREN', what: 'direct children', at: midOf2024, expected: exactly(19) },
  longAnChild('DISTRICT_PARTY', 15),
  longAnChild('MILITARY_PARTY', 1),
  longAnChild('POLICE_PARTY', 1),
  longAnChild('BORDER_PARTY', 1),
  longAnChild('BLOC_PARTY', 1),
  { ...longAn, measure: 'GRASSROOTS_ORGANISATIONS', what: 'grassroots organisations', at: midOf2024, expected: exactly(908) },
  { ...longAn, measure: 'MEMBERS', what: 'members', at: midOf2024, expected: exactly(52_439) },
  { ...longAn, measure: 'ADMITTED', what: 'admitted since the term began', at: sinceTheTermBegan, expected: exactly(6_311) },
  {
    ...longAn,
    measure: 'ADMITTED',
    what: 'admitted in non-state enterprises since the term began',
    at: sinceTheTermBegan,
    where: nonState,
    expected: exactly(99),
  },
  { ...longAn, measure: 'ADMITTED', what: 'pupils admitted since the term began', at: sinceTheTermBegan, where: pupils, expected: exactly(119) },
  { ...longAn, measure: 'UNITS', what: 'organisations in non-state enterprises', at: midOf2024, where: nonState, expected: exactly(65) },
  { ...longAn, measure: 'MEMBERS', what: 'members in non-state enterprises', at: midOf2024, where: nonState, expected: exactly(897) },
  {
    ...longAn,
    measure: 'UNITS_FOUNDED',
    what: 'organisations founded in non-state enterprises',
    at: { period: '2023' },
    where: nonState,
    expected: exactly(6),
  },
  { ...longAn, measure: 'ADMITTED', what: 'admitted in non-state enterprises', at: { period: '2023' }, where: nonState, expected: exactly(49) },
  {
    ...longAn,
    measure: 'ADMITTED',
    what: 'owners among those admitted in non-state enterprises',
    at: { period: '2023' },
    where: [...nonState, { dimension: 'ENTERPRISE_RELATION', key: 'OWNER' }],
    expected: exactly(5),
  },
  { ...longAn, measure: 'ADMITTED', what: 'pupils admitted', at: { period: '2023' }, where: pupils, expected: exactly(54) },

  { ...khoiCoQuan, measure: 'GRASSROOTS_ORGANISATIONS', what: 'grassroots organisations', at: endOf2019, expected: exactly(73) },
  { ...khoiCoQuan, measure: 'MEMBERS', what: 'members', at: endOf2019, expected: exactly(4_749) },
  { ...khoiCoQuan, measure: 'ADMITTED', what: 'admitted', at: { period: '2019' }, expected: exactly(193) },
  { ...khoiCoQuan, measure: 'ADMITTED', what: 'women admitted', at: { period: '2019' }, where: [{ dimension: 'GENDER', key: 'F' }], expected: exactly(108) },

  { ...traNu, measure: 'CELLS', what: 'cells', at: endOf2021, expected: exactly(6) },
  { ...traNu, measure: 'MEMBERS', what: 'members', at: endOf2021, expected: exactly(125) },
  { ...traNu, measure: 'ADMITTED', what: 'admitted', at: { period: '2021' }, expected: exactly(8) },
  {
    ...traNu,
    measure: 'ADMITTED',
    what: 'ethnic minority among those admitted',
    at: { period: '2021' },
    where: [{ dimension: 'ETHNIC_MINORITY', key: 'YES' }],
    expected: exactly(6),
  },
];
