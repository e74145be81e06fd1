import type { Scope } from '../../../platform/scope.ts';
import type { Basis } from '../domain/question.ts';
import type { EntryQuestion } from './entry-sums.ts';

/**
 * The part of each sum that lies at units which were directly below and are not on a day, with all below them: what happened there
 * before they moved away or closed. By the tree of each entry's own day, from entries alone.
 */
export async function sumOfGone(scope: Scope, basis: Pick<Basis, 'asOf' | 'knownAt'>, asked: readonly EntryQuestion[]): Promise<number[]> {
  const rows = await scope.query<{ ordinal: number; value: number }>(
    `with q as materialized (
       select asked.ordinal, u.id as unit_id, string_to_array(asked.measures, ',') as measures, asked.up_to
       from unnest($1::uuid[], $2::text[], $3::date[]) with ordinality as asked (unit_id, measures, up_to, ordinal)
       join unit u on u.id = asked.unit_id and u.lo + 0 between $4 and $5
     ), gone as materialized (
       select here.unit_id, place.lo, place.hi from (select distinct unit_id from q) here cross join lateral app.places_since_gone(here.unit_id, $6::date) place
     )
     select q.ordinal::int as ordinal, sum(e.delta)::int as value
     from q join gone on gone.unit_id = q.unit_id
     join entry e on e.position_then between gone.lo and gone.hi and e.measure = any (q.measures) and e.occurred_on <= q.up_to
       and (e.other_then is null or not exists (select from placement o where o.unit_id = q.unit_id and e.other_then between o.lo and o.hi))
     where $7::timestamptz is null or e.recorded_at <= $7
     group by q.ordinal`,
    [
      asked.map((question) => question.unitId),
      asked.map((question) => question.measures.join(',')),
      asked.map((question) => question.upTo),
      scope.lo,
      scope.hi,
      basis.asOf,
      basis.knownAt,
    ],
    'banyan-since-gone',
  );
  const answers = new Array<number>(asked.length).fill(0);
  for (const row of rows) answers[row.ordinal - 1] = row.value;
  return answers;
}
