import type { Dimension } from '@banyan/schema/enums';
import type { Basis, SliceFilter } from '../domain/question.ts';
import { sensitiveJoin, sliceConditions } from './slices.ts';

/** As it was: an entry counts for the units whose interval held its place on its own day. */
const asItWas = `join placement here on here.unit_id = q.unit_id
  join entry e on e.position_then between here.lo and here.hi and e.measure = any (q.measures) and e.occurred_on <= q.up_to
    and (e.other_then is null or not exists (
      select from placement o where o.unit_id = q.unit_id and e.other_then between o.lo and o.hi))`;

/**
 * As it is on a day: an entry counts for the units whose interval of that day holds the place that took its subject over.
 * A place rewritten by a reorganisation after that day is read from entry_position.
 */
function asItIs(day: string): string {
  return `join placement here on here.unit_id = q.unit_id and here.valid @> ${day}::date
    cross join lateral (
      select e.*, e.other_now as other from entry e
      where e.position_now between here.lo and here.hi and e.measure = any (q.measures) and e.occurred_on <= q.up_to
        and (not (select exists (select from entry_position w where w.until > ${day}::date))
          or not exists (select from entry_position w where w.entry_id = e.id and w.until > ${day}::date))
      union all
      select e.*, w.other from entry_position w join entry e on e.id = w.entry_id
      where w.position between here.lo and here.hi and w.until > ${day}::date and e.measure = any (q.measures) and e.occurred_on <= q.up_to
        and not exists (select from entry_position v where v.entry_id = w.entry_id and v.until > ${day}::date and v.until < w.until)
    ) e`;
}

/**
 * The entries behind questions `q (unit_id, measures, up_to)`, as alias `e`: by one of the two trees, known by an instant, and in
 * all of the slices. Pushes its values; returns the joins and the conditions of a statement.
 */
export function entrySource(
  basis: Basis,
  filter: { where: readonly SliceFilter[]; dimension: Dimension | null },
  values: unknown[],
): { joins: string; conditions: string } {
  let tree = asItWas;
  let border = '';
  if (basis.view === 'AS_IT_IS_NOW') {
    values.push(basis.asOf);
    tree = asItIs(`$${values.length}`);
    border = ' and (e.other is null or e.other not between here.lo and here.hi)';
  }
  const dimensions = filter.where.map((slice) => slice.dimension);
  if (filter.dimension) dimensions.push(filter.dimension);
  let conditions = `true${border}`;
  if (basis.knownAt) {
    values.push(basis.knownAt);
    conditions += ` and e.recorded_at <= $${values.length}`;
  }
  conditions += sliceConditions(filter.where, values);
  return { joins: `${tree} ${sensitiveJoin(dimensions)}`, conditions };
}
