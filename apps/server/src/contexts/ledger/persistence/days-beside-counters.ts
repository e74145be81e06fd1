import type { Dimension } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';
import { arrayLiteral } from '../../../platform/array-literal.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { EntryMeasure } from '../domain/measure.ts';
import { keysOf, sensitiveJoin } from './slices.ts';

/** A day within a month or a quarter, and of what the days from its first up to that one are summed. */
export interface DaysEnd {
  readonly measure: EntryMeasure;
  readonly upTo: Day;
}

/** The key under which sums without a dimension stand. */
const whole = 'ALL';

/*
 * The entries are read once for all units: the edges of the places that the units have had cut the line of positions into segments, and
 * entries are summed by segment. "+ 0" keeps the planner on the index by day for a large unit: by place it would read its whole history. Its days are worked out
 * before: within the condition they would be looked at only after the policy of the entries.
 */
function textOf(grain: 'month' | 'quarter', dimension: Dimension | null): string {
  const key = dimension === null ? `'${whole}'` : 'slice.key';
  const slices = dimension === null ? '' : `${sensitiveJoin([dimension])} cross join lateral unnest(${keysOf(dimension)}) as slice (key)`;
  // Of totals the reader leaves them out.
  const keeping = dimension === null ? '' : 'join unit u on u.id = a.id join unit_kind k on k.configuration = u.configuration and k.code = u.kind and k.keeps_slice_counters';
  const segment = (position: string) => `width_bucket(${position}, (select at from edge))`;
  return `with place as materialized (
      select a.ordinal::int as unit, p.lo, p.hi from unnest($1::uuid[]) with ordinality as a (id, ordinal)
      join placement p on p.unit_id = a.id and p.position + 0 between $4 and $5 ${keeping}
    ), edge as materialized (
      select array_agg(e.at order by e.at) as at, min(e.at) as first, max(e.at) as last from (select lo as at from place union select hi + 1 from place) e
    ), days as materialized (
      select d.ordinal::int as "end", d.measure collate "C" as measure, d.up_to, date_trunc('${grain}', d.up_to::timestamp)::date as since
      from unnest($2::text[], $3::date[]) with ordinality as d (measure, up_to, ordinal)
    )
    select p.unit, null as "end", null as key, ${segment('p.lo')} as first, ${segment('p.hi')} as last, null as value from place p
    union all
    select null, d."end", ${key}, ${segment('e.position_then')}, ${segment('e.other_then')}, sum(e.delta)::int
    from days d join entry e on e.measure = d.measure and e.occurred_on >= d.since and e.occurred_on <= d.up_to
      and e.position_then + 0 between (select first from edge) and (select last from edge) ${slices}
    group by 2, 3, 4, 5`;
}

/** A run of segments that a unit covers, or what an end has at a segment; `last` is then the segment of the other unit of a transfer. */
type Row =
  | { readonly unit: number; readonly end: null; readonly first: number; readonly last: number }
  | { readonly unit: null; readonly end: number; readonly key: string; readonly first: number; readonly last: number | null; readonly value: number };

interface DaySums {
  /** The place of each key among the sums: those of all ends under it. */
  readonly keys: ReadonlyMap<string, number>;
  readonly sums: ReadonlyMap<string, number[]>;
}

/** By one statement. A flow counts across the unit's own border only: both ends inside cancel. */
async function sumDays(scope: Scope, unitIds: readonly string[], ends: readonly DaysEnd[], dimension: Dimension | null): Promise<DaySums> {
  const keys = new Map<string, number>();
  const sums = new Map<string, number[]>();
  if (unitIds.length === 0 || ends.length === 0) return { keys, sums };
  const rows = await scope.query<Row>(
    textOf(dimension === null ? 'month' : 'quarter', dimension),
    [arrayLiteral(unitIds), arrayLiteral(ends.map(({ measure }) => measure)), arrayLiteral(ends.map(({ upTo }) => upTo)), scope.lo, scope.hi],
    `banyan-days-${dimension ?? whole}`,
  );
  const unitsAt: (Set<number[]> | undefined)[] = [];
  for (const row of rows) {
    const id = row.unit === null ? undefined : unitIds[row.unit - 1];
    if (row.end !== null || id === undefined) continue;
    const own = sums.get(id) ?? [];
    sums.set(id, own);
    for (let segment = row.first; segment <= row.last; segment += 1) (unitsAt[segment] ??= new Set()).add(own);
  }
  for (const row of rows) {
    if (row.end === null) continue;
    const key = keys.get(row.key) ?? keys.size;
    keys.set(row.key, key);
    const place = key * ends.length + row.end - 1;
    const inside = row.last === null ? undefined : unitsAt[row.last];
    for (const own of unitsAt[row.first] ?? []) if (!inside?.has(own)) own[place] = (own[place] ?? 0) + row.value;
  }
  return { keys, sums };
}

/** What each unit has from the first of a month up to each day, for each end in turn (nothing is 0 or missing), by one statement. Units outside the scope are left out. */
export async function sumDaysOfMonths(scope: Scope, unitIds: readonly string[], ends: readonly DaysEnd[]): Promise<ReadonlyMap<string, readonly number[]>> {
  return (await sumDays(scope, unitIds, ends, null)).sums;
}

/** What each unit that keeps counters of slices has from the first of a quarter up to each day, for each end by the key of a dimension. */
export async function sliceDaysOfQuarters(scope: Scope, unitIds: readonly string[], ends: readonly DaysEnd[], dimension: Dimension): Promise<(unitId: string, end: number) => [key: string, value: number][]> {
  const { keys, sums } = await sumDays(scope, unitIds, ends, dimension);
  return (unitId, end) => [...keys].flatMap(([key, place]): [string, number][] => {
    const value = sums.get(unitId)?.[place * ends.length + end];
    return value === undefined ? [] : [[key, value]];
  });
}
