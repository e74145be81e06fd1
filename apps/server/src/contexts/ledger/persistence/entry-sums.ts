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

interface Part {
  readonly unit: number;
  readonly measure: EntryMeasure;
  /** How many of the days asked lie before the entries. */
  readonly cut: number;
  readonly key: string;
  readonly value: number;
}

/**
 * Answers questions from the entries alone, by one statement: what counters cannot answer (crossings, `knownAt`, the restated
 * view), and the recount that counters are checked against. The entries of a unit are read once, whatever is asked of it: the days
 * that are asked cut them into parts. Keys that sum to 0 are left out.
 */
export async function sumByEntries(
  scope: Scope,
  basis: Basis,
  filter: { where: readonly SliceFilter[]; dimension: Dimension | null },
  asked: readonly EntryQuestion[],
): Promise<Map<string, number>[]> {
  const units = [...Map.groupBy(asked, (question) => question.unitId)];
  const days = [...new Set(asked.map((question) => question.upTo))].toSorted();
  const values: unknown[] = [
    units.map(([unitId]) => unitId),
    units.map(([, questions]) => [...new Set(questions.flatMap(({ measures }) => measures))].join(',')),
    units.map(([, questions]) => questions.map(({ upTo }) => upTo).toSorted().at(-1)),
    scope.lo,
    scope.hi,
    days,
  ];
  const source = entrySource(basis, filter, values);
  const key = filter.dimension ? `unnest(${keysOf(filter.dimension)})` : `unnest(array[''])`;
  const parts = await scope.query<Part>(
    `with q as materialized (
       select asked.ordinal, u.id as unit_id, string_to_array(asked.measures, ',') as measures, asked.up_to
       from unnest($1::uuid[], $2::text[], $3::date[]) with ordinality as asked (unit_id, measures, up_to, ordinal)
       join unit u on u.id = asked.unit_id and u.lo + 0 between $4 and $5
     )
     select q.ordinal::int - 1 as unit, e.measure, width_bucket(e.occurred_on, array(select day + 1 from unnest($6::date[]) as day order by day)) as cut, slice.key, sum(e.delta)::int as value
     from q ${source.joins} cross join lateral ${key} as slice (key)
     where ${source.conditions}
     group by q.ordinal, e.measure, cut, slice.key having sum(e.delta) <> 0`,
    values,
  );
  const partsOfUnits = Map.groupBy(parts, ({ unit }) => units[unit]?.[0]);
  return asked.map(({ unitId, measures, upTo }) => {
    const sums = new Map<string, number>();
    const last = days.indexOf(upTo);
    for (const part of partsOfUnits.get(unitId) ?? []) {
      if (part.cut <= last && measures.includes(part.measure)) sums.set(part.key, (sums.get(part.key) ?? 0) + part.value);
    }
    return new Map([...sums].filter(([, value]) => value !== 0));
  });
}
