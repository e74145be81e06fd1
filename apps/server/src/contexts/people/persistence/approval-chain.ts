import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { ChainUnit } from '../domain/approval-path.ts';
import type { WorkingCalendar } from '../domain/working-days.ts';

/** A unit of the chain with its interval, which tells whose scope holds it, and its name as a stub shows it. */
export interface PlacedChainUnit extends ChainUnit {
  readonly lo: string;
  readonly hi: string;
}

/** A column: the chain of a unit as it hangs now, root first, from what a reader may know of the units above. */
export function chainColumn(unitId: string): string {
  return `(select json_agg(json_build_object('id', s.unit_id, 'tier', k.tier, 'holdsMembers', k.holds_members, 'isGrassrootsOrganisation', k.is_grassroots_organisation,
      'decidesAdmissions', 'DECIDES_ADMISSIONS' = any (k.powers) or exists (
        select from unit_power w where w.unit_id = s.unit_id and w.power = 'DECIDES_ADMISSIONS' and w.valid @> app.today()),
      'lo', s.lo::text, 'hi', s.hi::text) order by a.n)
    from placement l cross join lateral unnest(l.ancestors) with ordinality as a (id, n) join unit_stub s on s.unit_id = a.id
    join unit_kind k on k.configuration = s.configuration and k.code = s.kind
    where l.unit_id = ${unitId} and upper_inf(l.valid))`;
}

/** A column: the days that are not worked in the tree of a unit, as texts. */
export function holidaysColumn(unitId: string): string {
  return `(select coalesce(json_agg(h.day::text), '[]') from (
      select day from holiday where not exists (select from holiday_change g join placement l on g.unit_id = any (l.ancestors) where l.unit_id = ${unitId} and upper_inf(l.valid) and g.day = holiday.day and not g.is_holiday)
      union select g.day from holiday_change g join placement l on g.unit_id = any (l.ancestors) where l.unit_id = ${unitId} and upper_inf(l.valid) and g.is_holiday) h)`;
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
       (select json_agg(json_build_object('id', s.unit_id, 'tier', k.tier, 'holdsMembers', k.holds_members, 'isGrassrootsOrganisation', k.is_grassroots_organisation,
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

/** The units of the scope, those below the same parent together: the chain of one of them, and the places of all. */
export async function findChainsBelow(scope: Scope): Promise<Hanging[]> {
  return await readChains(
    scope,
    `select l.unit_id, l.ancestors, g.places
     from (select min(lo) as lo, array_agg(lo::text) as places from placement where lo between $1 and $2 and position + 0 between $1 and $2 and upper_inf(valid) group by parent_id) g
     join placement l on l.lo = g.lo`,
    [scope.lo, scope.hi],
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

/** The working days of the tree below a chain of units. */
export function calendarOf({ days, changes }: Holidays, chain: readonly { readonly id: string }[]): WorkingCalendar {
  const holidays = new Set(days);
  for (const { unitId, day, isHoliday } of changes) {
    if (!chain.some(({ id }) => id === unitId)) continue;
    if (isHoliday) holidays.add(day);
    else holidays.delete(day);
  }
  return { holidays };
}

/** The public holidays of a year, as they shipped. */
export async function findHolidaysOf(scope: Scope, year: number): Promise<{ readonly day: Day; readonly nameVi: string; readonly nameEn: string }[]> {
  return await scope.query('select day::text, name_vi as "nameVi", name_en as "nameEn" from holiday where extract(year from day) = $1 order by day', [year]);
}
