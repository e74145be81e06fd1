import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { CountedStep } from '../domain/indicator.ts';
import type { Pipeline } from '../domain/projection.ts';

const proposed = ['CELL_PROPOSED', 'GRASSROOTS_PROPOSED', 'SUBMITTED'];
/** States of those who have their certificate and are on their way to the ceremony: the pool that a target can be met from. */
const poolStates = ['TRAINED', 'FILE_OPEN', 'VERIFYING', ...proposed, 'RETURNED', 'ADMISSION_DECIDED'];

/** How many candidacies each unit has below it on their way to the ceremony: all of them, and those that are near. */
export interface Pool extends Pipeline {
  readonly all: number;
}

/** The pools of units. */
export async function countPools(scope: Scope, unitIds: readonly string[]): Promise<Map<string, Pool>> {
  const rows = await scope.query<Pool & { id: string }>(
    `select u.id, coalesce(sum(y.count), 0)::int as "all", coalesce(sum(y.count) filter (where y.state = 'ADMISSION_DECIDED'), 0)::int as decided,
       coalesce(sum(y.count) filter (where y.state = any ($5::text[])), 0)::int as proposed
     from unit u
     left join tally y on y.position between u.lo and u.hi and y.subject = 'CANDIDACY' and y.state = any ($4::text[]) and y.position between $2::bigint and $3::bigint
     where u.id = any ($1::uuid[]) and u.lo + 0 between $2::bigint and $3::bigint group by u.id`,
    [unitIds, scope.lo, scope.hi, poolStates, proposed],
  );
  return new Map(rows.map(({ id, ...pool }) => [id, pool]));
}

/** How often a step was taken by candidacies of each unit in a period, without those that were undone. The two steps are written out for the index that holds them alone. */
export async function countSteps(scope: Scope, asked: readonly { unitId: string; step: CountedStep; from: Day; to: Day }[]): Promise<number[]> {
  const rows = await scope.query<{ place: number; count: number }>(
    `select q.place::int as place, count(s.id)::int as count
     from unnest($1::uuid[], $2::text[], $3::date[], $4::date[]) with ordinality as q (unit_id, step, from_day, to_day, place)
     join unit u on u.id = q.unit_id and u.lo + 0 between $5::bigint and $6::bigint
     left join candidacy_step s on s.position between u.lo and u.hi and s.position between $5::bigint and $6::bigint and s.step = q.step and s.step in ('LISTED', 'CERTIFIED') and s.happened_on between q.from_day and q.to_day
       and s.reverses is null and not exists (select from candidacy_step r where r.reverses = s.id)
     group by q.place`,
    [asked.map(({ unitId }) => unitId), asked.map(({ step }) => step), asked.map(({ from }) => from), asked.map(({ to }) => to), scope.lo, scope.hi],
  );
  const counts = new Map(rows.map(({ place, count }) => [place, count]));
  return asked.map((_, index) => counts.get(index + 1) ?? 0);
}

/** The day of the first step of a kind that is on record of each unit; a unit without any is left out. */
export async function findFirstSteps(scope: Scope, unitIds: readonly string[], step: CountedStep): Promise<Map<string, Day>> {
  const rows = await scope.query<{ id: string; day: Day }>(
    `select u.id, min(s.happened_on)::text as day
     from unit u
     join candidacy_step s on s.position between u.lo and u.hi and s.position between $2::bigint and $3::bigint and s.step = $4 and s.step in ('LISTED', 'CERTIFIED')
       and s.reverses is null and not exists (select from candidacy_step r where r.reverses = s.id)
     where u.id = any ($1::uuid[]) and u.lo + 0 between $2::bigint and $3::bigint group by u.id`,
    [unitIds, scope.lo, scope.hi, step],
  );
  return new Map(rows.map(({ id, day }) => [id, day]));
}

/** How many hamlets and quarters of each unit had no cell on a day, neither one of their own nor one that they share. */
export async function countPlacesWithoutCell(scope: Scope, asked: readonly { unitId: string; on: Day }[]): Promise<number[]> {
  const rows = await scope.query<{ place: number; count: number }>(
    `select q.place::int as place, count(l.id)::int as count
     from unnest($1::uuid[], $2::date[]) with ordinality as q (unit_id, day, place)
     join unit u on u.id = q.unit_id and u.lo + 0 between $3::bigint and $4::bigint
     left join locality l on l.position between u.lo and u.hi and l.position between $3::bigint and $4::bigint and l.since <= q.day and (l.ended_on is null or l.ended_on > q.day) and l.taken_back_reason is null
       and coalesce(least(l.own_cell_since, l.shared_cell_since), 'infinity') > q.day
     group by q.place`,
    [asked.map(({ unitId }) => unitId), asked.map(({ on }) => on), scope.lo, scope.hi],
  );
  const counts = new Map(rows.map(({ place, count }) => [place, count]));
  return asked.map((_, index) => counts.get(index + 1) ?? 0);
}
