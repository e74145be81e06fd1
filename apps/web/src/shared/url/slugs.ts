import { dimensions, measures, type Dimension, type Measure } from '@banyan/schema/enums';

/** How the measures are written in addresses: Vietnamese without marks, for good. */
const measureSlugs = {
  MEMBERS: 'dang-vien',
  PROBATIONARY_MEMBERS: 'du-bi',
  OFFICIAL_MEMBERS: 'chinh-thuc',
  ADMITTED: 'ket-nap',
  RECOGNISED: 'cong-nhan',
  TRANSFERRED_IN: 'chuyen-den',
  TRANSFERRED_OUT: 'chuyen-di',
  REMOVED: 'xoa-ten',
  EXPELLED: 'khai-tru',
  LEFT: 'xin-ra',
  DECEASED: 'tu-tran',
  REORGANISED_IN: 'tang-sap-xep',
  REORGANISED_OUT: 'giam-sap-xep',
  UNITS: 'don-vi',
  UNITS_FOUNDED: 'thanh-lap',
  UNITS_CLOSED: 'ket-thuc',
  GRASSROOTS_ORGANISATIONS: 'to-chuc-co-so',
  CELLS: 'chi-bo',
} as const satisfies Record<Measure, string>;

/** How the dimensions are written in addresses. */
const dimensionSlugs = {
  GENDER: 'gioi-tinh',
  AGE_BAND: 'do-tuoi',
  ETHNIC_MINORITY: 'dan-toc',
  RELIGION: 'ton-giao',
  YOUTH_UNION: 'doan-vien',
  OCCUPATION: 'nghe-nghiep',
  ENTERPRISE_RELATION: 'doanh-nghiep',
  UNIT_TYPE: 'loai-hinh',
  AREA: 'dia-ban',
  EDUCATION: 'hoc-van',
} as const satisfies Record<Dimension, string>;

export type MeasureSlug = (typeof measureSlugs)[Measure];
export type DimensionSlug = (typeof dimensionSlugs)[Dimension];

function invert<K extends string>(slugs: Readonly<Record<K, string>>, keys: readonly K[]): ReadonlyMap<string, K> {
  return new Map(keys.map((key) => [slugs[key], key]));
}

const measureOf = invert(measureSlugs, measures);
const dimensionOf = invert(dimensionSlugs, dimensions);

/** The address word of a measure. */
export function measureSlug(measure: Measure): MeasureSlug {
  return measureSlugs[measure];
}

/** The measure of an address word; undefined where the word is unknown. */
export function readMeasure(slug: string | undefined): Measure | undefined {
  return slug === undefined ? undefined : measureOf.get(slug);
}

/** The address word of a dimension. */
export function dimensionSlug(dimension: Dimension): DimensionSlug {
  return dimensionSlugs[dimension];
}

/** The dimension of an address word; undefined where the word is unknown. */
export function readDimension(slug: string | undefined): Dimension | undefined {
  return slug === undefined ? undefined : dimensionOf.get(slug);
}
