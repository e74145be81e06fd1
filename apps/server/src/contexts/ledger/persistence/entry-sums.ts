import type { Dimension } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { EntryMeasure } from '../domain/measure.ts';
import type { Basis, SliceFilter } from '../domain/question.ts';
import { entrySource } from './entry-source.ts';
import { keysOf } from './slices.ts';

/** The sum of entries of some measures of a unit up to a day. */
export interface EntryQuestion {
  readonly unitId: string;
  readonly measures: readonly EntryMeasure[];
  readonly upTo: Day;
}

/** Where no dimension is asked, the whole stands under this key. */
export const wholeKey = '';

/**
 * Answers questions from the entries alone, by one statement: what counters cannot answer (crossings, `knownAt`, the restated
 * view), and the recount that counters are checked against. Keys that sum to 0 are left out.
 */
export async function sumByEntries(
  scope: Scope,
  basis: Basis,
  filter: { where: readonly SliceFilter[]; dimension: Dimension | null },
  asked: readonly EntryQuestion[],
): Promise<Map<string, number>[]> {
  const values: unknown[] = [
    asked.map((question) => question.unitId),
    asked.map((question) => question.measures.join(',')),
    asked.map((question) => question.upTo),
    scope.lo,
    scope.hi,
  ];
  const source = entrySource(basis, filter, values);
  const key = filter.dimension ? `unnest(${keysOf(filter.dimension)})` : `unnest(array[''])`;
  const rows = await scope.query<{ ordinal: number; key: string; value: number }>(
    `with q as materialized (
       select asked.ordinal, u.id as unit_id, string_to_array(asked.measures, ',') as measures, asked.up_to
       from unnest($1::uuid[], $2::text[], $3::date[]) with ordinality as asked (unit_id, measures, up_to, ordinal)
       join unit u on u.id = asked.unit_id and u.lo + 0 between $4 and $5
     )
     select q.ordinal::int as ordinal, slice.key, sum(e.delta)::int as value
     from q ${source.joins} cross join lateral ${key} as slice (key)
     where ${source.conditions}
     group by q.ordinal, slice.key having sum(e.delta) <> 0`,
    values,
  );
  const answers = asked.map(() => new Map<string, number>());
  for (const row of rows) answers[row.ordinal - 1]?.set(row.key, row.value);
  return answers;
}
