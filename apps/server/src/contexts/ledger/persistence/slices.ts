import type { Dimension } from '@banyan/schema/enums';
import type { SliceFilter } from '../domain/question.ts';

const columns = {
  GENDER: 'e.gender',
  AGE_BAND: 'e.age_band',
  ETHNIC_MINORITY: `coalesce(s.ethnic_minority, 'UNKNOWN')`,
  RELIGION: `coalesce(s.religion, 'UNKNOWN')`,
  YOUTH_UNION: 'e.youth_union',
  OCCUPATION: 'e.occupation',
  ENTERPRISE_RELATION: 'e.enterprise_relation',
  UNIT_TYPE: 'e.unit_type',
  EDUCATION: 'e.education',
} as const satisfies Record<Exclude<Dimension, 'AREA'>, string>;

const areas = `case when e.areas = '{}' then array['UNKNOWN'] else e.areas end`;

/** Whether a slice of this dimension lies in the sensitive table. */
export function isSensitive(dimension: Dimension): boolean {
  return dimension === 'ETHNIC_MINORITY' || dimension === 'RELIGION';
}

/** An array of the keys that entry `e` (with sensitive row `s`) has in a dimension. */
export function keysOf(dimension: Dimension): string {
  return dimension === 'AREA' ? areas : `array[${columns[dimension]}]`;
}

/** Joins the sensitive row where one of the dimensions needs it. */
export function sensitiveJoin(dimensions: readonly Dimension[]): string {
  return dimensions.some(isSensitive) ? 'left join entry_sensitive s on s.entry_id = e.id' : '';
}

/** Conditions that entry `e` belongs to all slices; their keys are pushed to `values`. */
export function sliceConditions(slices: readonly SliceFilter[], values: unknown[]): string {
  return slices
    .map(({ dimension, key }) => {
      values.push(key);
      return dimension === 'AREA' ? ` and $${values.length} = any (${areas})` : ` and ${columns[dimension]} = $${values.length}`;
    })
    .join('');
}
