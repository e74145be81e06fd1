import type { Power } from '@banyan/schema/rules';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { ChainUnit } from '../domain/approval-path.ts';
import type { WorkingCalendar } from '../domain/working-days.ts';

/** A unit of the chain with its interval, which tells whose scope holds it, and its name as a stub shows it. */
export interface PlacedChainUnit extends ChainUnit {
  /** What it may do by its kind, whatever was given to it for a time. */
  readonly kindPowers: readonly Power[];
  readonly lo: string;
  readonly hi: string;
}

/** A column: the chain of a unit of the scope as it hung on a day, root first, with the powers of that day. */
export function chainColumn(unitId: string, on: string): string {
  return `app.chain_on(${unitId}, ${on})`;
}

/** A column: the days that are not worked in the tree of a unit, as texts. */
export function holidaysColumn(unitId: string): string {
  return `to_json(app.holidays_at(${unitId}))`;
}

/** A unit, its chain, and for a unit that stands for all below the same parent their places. */
interface Hanging {
  readonly unitId: string;
  readonly chain: PlacedChainUnit[];
  readonly places: readonly string[];
}

/** The chains of rows (unit_id, ancestors, places). Each unit above is read once, however many hang below it. */
async function readChains(scope: Scope, hanging: string, values: readonly unknown[]): Promise<Hanging[]> {
  const [row] = await scope.query<{ chains: [unitId: string, ancestors: string[], places: string[]][] | null; units: PlacedChainUnit[] | null }>(
    `with hanging as materialized (${hanging})
     select (select json_agg(json_build_array(unit_id, ancestors, places)) from hanging) as chains,
       (select json_agg(json_build_object('id', s.unit_id, 'tier', k.tier, 'holdsMembers', k.holds_members, 'isGrassrootsOrganisation', k.is_grassroots_organisation, 'kindPowers', k.powers,
          'decidesAdmissions', 'DECIDES_ADMISSIONS' = any (k.powers) or exists (
            select from unit_power w where w.unit_id = s.unit_id and w.power = 'DECIDES_ADMISSIONS' and w.valid @> app.today()),
          'lo', s.lo::text, 'hi', s.hi::text))
        from (select distinct unnest(ancestors) as id from hanging) a join unit_stub s on s.unit_id = a.id
        join unit_kind k on k.configuration = s.configuration and k.code = s.kind) as units`,
    values,
  );
  const byId = new Map(row?.units?.map((unit) => [unit.id, unit]));
  return row?.chains?.map(([unitId, ancestors, places]) => ({ unitId, chain: ancestors.flatMap((above) => byId.get(above) ?? []), places })) ?? [];
}

/** The chains of units of the scope, by unit. */
export async function findChains(scope: Scope, unitIds: readonly string[]): Promise<Map<string, PlacedChainUnit[]>> {
  const hanging = await readChains(
    scope,
    `select l.unit_id, l.ancestors, '{}'::text[] as places from placement l where l.unit_id = any ($1::uuid[]) and l.position + 0 between $2 and $3 and upper_inf(l.valid)`,
    [unitIds, scope.lo, scope.hi],
  );
  return new Map(hanging.map(({ unitId, chain }) => [unitId, chain]));
}

/** The chains of units of the scope as they hung on days, by unit and day; and whether the unit has closed since. */
export async function findChainsOn(scope: Scope, asked: readonly { readonly unitId: string; readonly on: Day }[]): Promise<({ readonly chain: PlacedChainUnit[]; readonly hasClosed: boolean } | null)[]> {
  const rows = await scope.query<{ chain: PlacedChainUnit[] | null; hasClosed: boolean }>(
    `select case when u.lo + 0 between $3 and $4 then ${chainColumn('a.unit_id', 'a.on_day')} end as chain, u.closed_on is not null as "hasClosed"
     from unnest($1::uuid[], $2::date[]) with ordinality as a (unit_id, on_day, n) left join unit u on u.id = a.unit_id order by a.n`,
    [asked.map(({ unitId }) => unitId), asked.map(({ on }) => on), scope.lo, scope.hi],
  );
  return rows.map(({ chain, hasClosed }) => chain && { chain, hasClosed });
}

/**
 * The units of the scope that may wait for the unit of the grant, those below the same parent together: the chain of one of them, and the
 * places of all. Below another unit that decides they wait for that one, unless the own unit is a grassroots committee that proposes: a
 * province whose districts decide reads none of their cells.
 */
export async function findChainsBelow(scope: Scope): Promise<Hanging[]> {
  return await readChains(
    scope,
    `select l.unit_id, l.ancestors, g.places
     from (
       with decided as materialized (
         select coalesce(range_agg(int8range(s.lo, s.hi, '(]')), '{}') as places from unit_stub s join unit_kind k on k.configuration = s.configuration and k.code = s.kind
         where s.lo > $4::bigint and s.hi <= $5::bigint
           and ('DECIDES_ADMISSIONS' = any (k.powers) or s.unit_id = any (array(select w.unit_id from unit_power w where w.power = 'DECIDES_ADMISSIONS' and w.valid @> app.today())))
           and not (select own.is_grassroots_organisation from unit_stub o join unit_kind own on own.configuration = o.configuration and own.code = o.kind where o.unit_id = $3::uuid)
       )
       select min(p.lo) as lo, array_agg(p.lo::text) as places from placement p
       where p.lo between $1 and $2 and not p.lo <@ (select places from decided) and p.position + 0 between $1 and $2 and upper_inf(p.valid) group by p.parent_id
     ) g join placement l on l.lo = g.lo`,
    // What lies below the own unit is no wall: it is asked of the grant.
    [scope.lo, scope.hi, scope.actor.unitId, scope.actor.lo, scope.actor.hi],
  );
}

/** The days that are not worked, and what operators changed of them: all that the reader may know. */
export interface Holidays {
  readonly days: readonly Day[];
  readonly changes: readonly { readonly unitId: string; readonly day: Day; readonly isHoliday: boolean }[];
}

/** The holidays with the changes of the units inside the scope and above it. */
export async function findHolidays(scope: Scope): Promise<Holidays> {
  const [row] = await scope.query<Holidays>(
    `select (select coalesce(json_agg(day::text), '[]') from holiday) as days,
       (select coalesce(json_agg(json_build_object('unitId', unit_id, 'day', day::text, 'isHoliday', is_holiday)), '[]') from holiday_change) as changes`,
  );
  return row ?? { days: [], changes: [] };
}

/** The working days of the tree below a chain of units, root first: the nearest unit that changed a day has the last word. */
export function calendarOf({ days, changes }: Holidays, chain: readonly { readonly id: string }[]): WorkingCalendar {
  const holidays = new Set(days);
  for (const { id } of chain) {
    for (const { day, isHoliday } of changes.filter(({ unitId }) => unitId === id)) {
      if (isHoliday) holidays.add(day);
      else holidays.delete(day);
    }
  }
  return { holidays };
}
