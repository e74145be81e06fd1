import type pg from 'pg';
import { token } from './canaries.ts';
import type { World } from './world-model.ts';

/*
 * Each unit of a world's beginning has one target, one allocation of it where it has parts, one worksheet and one place, all under the unit's own id.
 * Every text names the unit that the row belongs to, and its own field.
 */

/** What a unit's target is: a part of that of the unit above, one that the root gave it, or its own. */
export type Giving = 'PART' | 'GIVEN' | 'OWN';

/** The target of a unit as it was written. */
export interface WorldTarget {
  readonly unit: number;
  readonly giving: Giving;
  readonly issuer: number;
  /** The period: a year that is over, or one that runs on. */
  readonly period: string;
  readonly endsOn: string;
  /** What was asked first. */
  readonly low: number;
  /** A second version asks for one more; of parts there is none. */
  readonly isAdjusted: boolean;
  /** The units below whose targets are its parts; none where it is not divided. */
  readonly parts: readonly number[];
  readonly rule: 'EXACTLY' | 'NOT_BELOW' | 'WITH_RESERVE';
  readonly reserve: number;
  readonly hasDraft: boolean;
}

const rules = ['EXACTLY', 'NOT_BELOW', 'WITH_RESERVE'] as const;

function givingOf(index: number, parent: number | null): Giving {
  if (parent === null || index % 7 === 6) return 'OWN';
  return index % 7 === 5 ? 'GIVEN' : 'PART';
}

/** The targets of a world, by their units. Units that the script founds later have none. */
export function targetsOfWorld(world: Pick<World, 'seed' | 'units'>): ReadonlyMap<number, WorldTarget> {
  const found = new Map<number, WorldTarget>();
  const [period, endsOn] = world.seed % 2 === 1 ? ['2016', '2016-12-31'] : ['2016-01-01/2090-12-31', '2090-12-31'];
  // A unit stands behind the one above it.
  for (const [unit, { founded, parent }] of [...world.units.entries()].toReversed()) {
    if (founded) continue;
    const giving = givingOf(unit, parent);
    const parts = [...found.values()].filter((part) => part.giving === 'PART' && part.issuer === unit).map((part) => part.unit).toSorted((a, b) => a - b);
    const sum = parts.reduce((total, part) => total + (found.get(part)?.low ?? 0), 0);
    const rule = rules[unit % 3] ?? 'EXACTLY';
    const own = rule === 'NOT_BELOW' ? Math.max(1, sum - 1) : rule === 'WITH_RESERVE' ? sum + 2 : sum;
    found.set(unit, {
      unit, giving, period, endsOn, parts, rule,
      issuer: giving === 'PART' && parent !== null ? parent : giving === 'GIVEN' ? 0 : unit,
      low: parts.length > 0 ? own : 1 + (unit % 3),
      isAdjusted: giving !== 'PART' && unit % 2 === 0,
      reserve: rule === 'WITH_RESERVE' ? 2 : 0,
      hasDraft: unit % 2 === 0,
    });
  }
  return found;
}

const rows = `jsonb_to_recordset($1::jsonb) as t (id uuid, issuer uuid, parent uuid, given uuid, period text, "endsOn" date, low int, "isAdjusted" boolean, "isDivided" boolean, rule text, reserve int, draft jsonb, token text)`;

const statements = [
  `insert into target (id, unit_id, position, issuer_id, issuer_position, parent_id, indicator, period, starts_on, ends_on)
   select t.id, u.id, u.lo, i.id, i.lo, t.parent, 'ADMITTED', t.period, '2016-01-01', t."endsOn" from ${rows} join unit u on u.id = t.id join unit i on i.id = t.issuer`,
  `with allocated as (
     insert into allocation (id, target_id, unit_id, position, number, divides, sum_rule, reserve_low, document_number, issued_on, reason, recorder_name)
     select t.id, t.id, u.id, u.lo, 1, 1, t.rule, t.reserve, 'Phân bổ số ' || t.token, '2016-02-01', 'Phân bổ lý do ' || t.token, 'Phân bổ người ghi ' || t.token from ${rows} join unit u on u.id = t.id where t."isDivided")
   insert into target_version (target_id, unit_id, position, number, kind, low, high, allocation_id, document_number, issued_on, reason, note, recorder_name)
   select t.id, u.id, u.lo, v.number, 'EXACT', t.low + v.number - 1, t.low + v.number - 1, t.given, 'Chỉ tiêu số ' || t.token, '2016-01-01', 'Chỉ tiêu lý do ' || t.token, 'Chỉ tiêu lời ghi ' || t.token, 'Chỉ tiêu người ghi ' || t.token
   from ${rows} join unit u on u.id = t.id cross join lateral generate_series(1, case when t."isAdjusted" then 2 else 1 end) as v (number)`,
  `insert into allocation_draft (target_id, unit_id, position, sum_rule, lines, saver_name)
   select t.id, u.id, u.lo, 'EXACTLY', t.draft, 'Nháp người lưu ' || t.token from ${rows} join unit u on u.id = t.id where t.draft is not null`,
  `insert into locality (id, unit_id, position, recorder_name, name, since, own_cell_since, shared_cell_since, member_since)
   select t.id, u.id, u.lo, 'Thôn người ghi ' || t.token, 'Thôn tên ' || t.token, '2014-01-01', case when t.low % 3 = 0 then date '2015-01-01' end, case when t.low % 3 = 1 then date '2015-01-01' end, case when t.low % 3 <> 2 then date '2015-01-01' end
   from ${rows} join unit u on u.id = t.id`,
  // The item of a unit's plan has its id too, and works towards its target.
  `update plan_item i set target_id = t.id from ${rows} where i.id = t.id`,
];

/** Writes the targets of a world, inside the transaction that writes its units. */
export async function insertTargets(owner: pg.Client, world: World): Promise<void> {
  const idOf = (unit: number) => world.units[unit]?.id;
  const written = [...targetsOfWorld(world).values()].map((target) => {
    const own = token({ world: world.seed, kind: 'u', index: target.unit });
    const above = target.giving === 'PART' ? idOf(target.issuer) : null;
    const line = { unitId: idOf(target.parts[0] ?? target.unit), low: 1, high: null, note: `Nháp lời ghi ${own}`, isLocked: true };
    return {
      ...target, id: idOf(target.unit), issuer: idOf(target.issuer), parent: above, given: above, token: own,
      isDivided: target.parts.length > 0, draft: target.hasDraft ? [line] : null,
    };
  });
  for (const sql of statements) await owner.query(sql, [JSON.stringify(written)]);
}
