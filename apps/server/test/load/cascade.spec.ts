import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adjustTarget, setTarget } from '../../src/contexts/targets/application/set-target.ts';
import { publishAllocation } from '../../src/contexts/targets/application/publish-allocation.ts';
import type { TargetOutcome } from '../../src/contexts/targets/application/target-change.ts';
import { splitByWeights } from '../../src/contexts/targets/domain/split.ts';
import type { RequestContext } from '../../src/platform/request-context.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { Draw } from '../worlds/draw.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { nightly } from '../worlds/sizes.ts';

/*
 * A cascade under many hands at once: whoever reads beside them never sees parts that do not make up the target that they divide.
 */

const edits = Number(process.env['CASCADE_EDITS'] ?? (nightly ? 100_000 : 10_000));
/** Every fiftieth edit goes through the use cases; the others are written by statements that take no lock, so that the database alone holds the sums. */
const throughUseCases = edits / 50;
const year = new Date().getUTCFullYear();
/** The day on which the statements issue too: no paper may be older than the one before it. */
const issuedOn = new Date().toISOString().slice(0, 10);

let world: OpenWorld;
let root = '';
const below = new Map<string, string[]>();

beforeAll(async () => {
  const tree = province('t').account('staff', 'STAFF');
  root = tree.id;
  const districts = ['a', 'b', 'c'].map((code) => tree.district(code));
  below.set(tree.id, districts.map(({ id }) => id));
  for (const district of districts) {
    const communes = ['1', '2', '3'].map((code) => district.commune(code));
    below.set(district.id, communes.map(({ id }) => id));
    for (const commune of communes) below.set(commune.id, ['x', 'y'].map((code) => commune.cell(code).id));
  }
  world = await open(tree);
  await world.owner.query(editBySql);
  await world.owner.query(adjustBySql);
}, 120_000);
afterAll(async () => {
  await world.close();
});

function context(): RequestContext {
  return { database: world.server.database, credential: credentialOf(secretOf('staff')), requestId: 'cascade', network: '127.0.0.1', now: () => new Date(), renew: async () => undefined } as unknown as RequestContext;
}

interface Standing {
  readonly id: string;
  readonly unit_id: string;
  readonly number: number;
  readonly low: number;
  readonly allocated: number;
}

async function pickTarget(): Promise<Standing | undefined> {
  const { rows } = await world.server.database.pool.query<Standing>(
    `with entered as materialized (select * from app.enter($1))
     select t.id, t.unit_id, v.number, v.low::float8 as low, coalesce((select a.number from allocation a where a.target_id = t.id order by a.number desc limit 1), 0) as allocated
     from (select t.id, t.unit_id from entered, target t where exists (select from placement p where p.parent_id = t.unit_id) order by random() limit 1) t
     cross join lateral (select n.number, n.low from target_version n where n.target_id = t.id order by n.number desc limit 1) v`,
    [credentialOf(secretOf('staff'))],
  );
  return rows[0];
}

const rules = ['EXACTLY', 'NOT_BELOW', 'WITH_RESERVE'] as const;

/** A random change: mostly one that may be made, now and then one whose sum fails. */
async function edit(draw: Draw): Promise<TargetOutcome | 'ADJUSTED'> {
  const target = await pickTarget();
  if (!target) return { refused: [{ code: 'NOT_FOUND', field: 'target' }] };
  const paper = { documentId: null, documentNumber: '1-QĐ', issuedOn, reason: 'thử' };
  if (target.unit_id === root && draw.chance(66)) {
    const outcome = await adjustTarget(context(), { ...paper, note: null, targetId: target.id, expectedVersion: target.number, kind: 'EXACT', low: draw.int(20, 219), high: null, base: null, baseNumber: null, idempotencyKey: null });
    return 'isWritten' in outcome ? 'ADJUSTED' : outcome;
  }
  const rule = draw.pick(rules);
  const reserve = rule === 'WITH_RESERVE' ? draw.int(0, target.low) : 0;
  const units = below.get(target.unit_id) ?? [];
  const shares = splitByWeights(target.low - reserve, units.map(() => draw.int(0, 9)));
  const off = draw.chance(25) ? draw.pick([-1, 1]) : rule === 'NOT_BELOW' ? draw.int(0, 2) : 0;
  const lines = units.map((unitId, place) => ({ unitId, low: Math.max(0, (shares[place] ?? 0) + (place === 0 ? off : 0)), high: null, note: 'x' }));
  return await publishAllocation(context(), { ...paper, targetId: target.id, rule, reserve: { low: reserve, high: null }, lines, expectedVersion: target.number, expectedAllocation: target.allocated, dryRun: false, idempotencyKey: randomUUID() });
}

/** What became of an edit: a use case among statements that take no lock may be the victim of a deadlock, or wait for longer than a person would, and is then undone whole. */
async function tryEdit(draw: Draw): Promise<string> {
  try {
    const outcome = await edit(draw);
    if (outcome === 'ADJUSTED') return outcome;
    return 'isWritten' in outcome ? 'WRITTEN' : (outcome.refused[0]?.code ?? '');
  } catch (error) {
    if (/deadlock detected|duplicate key|lock timeout/.test(String(error))) return 'LOST';
    throw error;
  }
}

/**
 * A random allocation of a random target by statements alone, as the application's role: a third of them exact, a third not below, a third with a reserve,
 * and some that are wrong by one. A function, so that each writer plans its statements once.
 */
const editBySql = `create function public.edit_at_random() returns void language plpgsql as $$
declare
  w record;
  p record;
  made uuid := uuidv7();
  part uuid;
  rule text := (array['EXACTLY', 'NOT_BELOW', 'WITH_RESERVE'])[1 + floor(random() * 3)];
  reserve int := 0;
  remaining int;
  amount int;
begin
  select t.id, t.unit_id, t.position, v.number, v.low::int as low, coalesce((select a.number from allocation a where a.target_id = t.id order by a.number desc limit 1), 0) as allocated into w
  from (select * from target t where exists (select from placement c where c.parent_id = t.unit_id) order by random() limit 1) t
  cross join lateral (select n.number, n.low from target_version n where n.target_id = t.id order by n.number desc limit 1) v;
  if rule = 'WITH_RESERVE' then reserve := floor(random() * (w.low + 1)); end if;
  remaining := w.low - reserve;
  if random() < 0.15 then remaining := greatest(0, remaining + (array[-1, 1])[1 + floor(random() * 2)]); end if;
  insert into allocation (id, target_id, unit_id, position, number, divides, sum_rule, reserve_low, issued_on, reason, recorder_name)
  values (made, w.id, w.unit_id, w.position, w.allocated + 1, w.number, rule, reserve, current_date, 'thử', 'sql');
  for p in select u.id, u.lo, row_number() over (order by random()) = count(*) over () as is_last from placement c join unit u on u.id = c.unit_id where c.parent_id = w.unit_id loop
    amount := case when p.is_last then remaining else floor(random() * (remaining + 1)) end;
    remaining := remaining - amount;
    select t.id into part from target t where t.unit_id = p.id and t.parent_id = w.id;
    if part is null then
      part := uuidv7();
      insert into target (id, unit_id, position, issuer_id, issuer_position, parent_id, indicator, period, starts_on, ends_on)
      select part, p.id, p.lo, w.unit_id, w.position, w.id, t.indicator, t.period, t.starts_on, t.ends_on from target t where t.id = w.id;
    end if;
    insert into target_version (target_id, unit_id, position, number, kind, low, high, allocation_id, issued_on, reason, recorder_name)
    select part, p.id, p.lo, coalesce((select v.number from target_version v where v.target_id = part order by v.number desc limit 1), 0) + 1, 'EXACT', amount, amount, made, current_date, 'thử', 'sql';
  end loop;
end $$;
grant execute on function public.edit_at_random() to banyan_app`;

/**
 * A random adjustment by statements alone: of the root another number, under which its parts are left as they were divided; of a part that is divided
 * itself some more or less, which another part of the same allocation gives or takes, and now and then nobody does.
 */
const adjustBySql = `create function public.adjust_at_random() returns void language plpgsql as $$
declare
  w record;
  a uuid;
  p record;
  moved int := 1 + floor(random() * 3);
begin
  if random() < 0.25 then
    insert into target_version (target_id, unit_id, position, number, kind, low, high, issued_on, reason, recorder_name)
    select t.id, t.unit_id, t.position, v.number + 1, 'EXACT', g.low, g.low, current_date, 'điều chỉnh', 'sql'
    from target t cross join lateral (select n.number from target_version n where n.target_id = t.id order by n.number desc limit 1) v cross join (select 20 + floor(random() * 200) as low) g
    where t.parent_id is null;
    return;
  end if;
  select t.parent_id as id into w from target t where t.parent_id is not null and exists (select from target c where c.parent_id = t.id) order by random() limit 1;
  select l.id into a from allocation l where l.target_id = w.id order by l.number desc limit 1;
  for p in
    select t.id, t.unit_id, t.position, v.number, v.low, row_number() over (order by v.low desc) = 1 as gives from target t
    cross join lateral (select n.number, n.low from target_version n where n.target_id = t.id order by n.number desc limit 1) v
    where t.parent_id = w.id order by v.low desc limit 2 loop
    if p.gives then moved := least(moved, p.low); end if;
    if not p.gives and random() < 0.1 then moved := moved + 1; end if;
    insert into target_version (target_id, unit_id, position, number, kind, low, high, allocation_id, issued_on, reason, recorder_name)
    select p.id, p.unit_id, p.position, p.number + 1, 'EXACT', g.low, g.low, a, current_date, 'điều chỉnh', 'sql' from (select case when p.gives then p.low - moved else p.low + moved end as low) g;
  end loop;
end $$;
grant execute on function public.adjust_at_random() to banyan_app`;

/** Of so many edits by statements one adjusts what was given, the others divide it. */
const adjustments = 6;

/** What became of an edit by statements: written, refused by the rule of the sum, or lost to another writer. */
async function tryBySql(client: pg.Client, isAdjustment: boolean): Promise<string> {
  try {
    await client.query(`begin; select app.enter('${credentialOf(secretOf('staff'))}'); select ${isAdjustment ? 'adjust_at_random' : 'edit_at_random'}(); commit`);
    return isAdjustment ? 'ADJUSTED_BY_SQL' : 'WRITTEN_BY_SQL';
  } catch (error) {
    await client.query('rollback');
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (constraint === 'allocation_sum_holds') return 'REFUSED_BY_THE_DATABASE';
    // Another writer took the number, or made the part: the writer would try again.
    if (code === '23505' || code === '40P01') return 'LOST';
    throw error;
  }
}

interface Row {
  readonly whole: string;
  readonly rule: string;
  readonly own: number;
  readonly reserve: number;
  readonly parts: number[];
}

/** What a reader sees in one snapshot of the rows themselves: the sums that do not hold. */
async function brokenSums(): Promise<{ checked: number; broken: Row[] }> {
  const { rows } = await world.owner.query<Row>(
    `select a.target_id as whole, a.sum_rule as rule, own.low::float8 as own, a.reserve_low as reserve,
       array(select (select v.low::float8 from target_version v where v.target_id = t.id order by v.number desc limit 1) from target t where t.parent_id = a.target_id) as parts
     from target t cross join lateral (select * from allocation l where l.target_id = t.id order by l.number desc limit 1) a
     join target_version own on own.target_id = a.target_id and own.number = a.divides`,
  );
  const broken = rows.filter(({ rule, own, reserve, parts }) => {
    const sum = parts.reduce((total, part) => total + part, 0);
    return rule === 'NOT_BELOW' ? sum < own : sum + reserve !== own;
  });
  return { checked: rows.length, broken };
}

test(`${edits} edits by eight writers at once: no reader ever sees a sum that fails`, { timeout: 1_200_000 }, async () => {
  const set = await setTarget(context(), { unitId: root, indicator: 'ADMITTED', slice: null, period: String(year), kind: 'EXACT', low: 100, high: null, base: null, baseNumber: null, documentId: null, documentNumber: null, issuedOn, reason: null, note: null, idempotencyKey: randomUUID() });
  expect(set).toMatchObject({ isWritten: true });
  const outcomes = new Map<string, number>();
  const count = (told: string) => outcomes.set(told, (outcomes.get(told) ?? 0) + 1);
  let left = throughUseCases;
  const writer = async (seed: number) => {
    const draw = new Draw(seed);
    while (left > 0) {
      left -= 1;
      count(await tryEdit(draw));
    }
  };
  let leftBySql = edits - throughUseCases;
  const writerBySql = async () => {
    const client = new pg.Client(world.database.appUrl);
    await client.connect();
    while (leftBySql > 0) {
      leftBySql -= 1;
      count(await tryBySql(client, leftBySql % adjustments === 0));
    }
    await client.end();
  };
  let running = true;
  const broken: Row[] = [];
  let checked = 0;
  const reader = (async () => {
    while (running) {
      const seen = await brokenSums();
      checked += seen.checked;
      broken.push(...seen.broken);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  await Promise.all([1, 2, 3, 4].flatMap((seed) => [writer(seed), writerBySql()]));
  running = false;
  await reader;
  expect(broken).toEqual([]);
  expect(checked).toBeGreaterThan(1000);
  // Every way was gone: changes, sums that failed in the use case and in the database, and conflicts between the writers.
  console.log(`  ${[...outcomes].map(([code, many]) => `${code} ${many}`).join(', ')}; ${checked} sums looked at`);
  for (const code of ['WRITTEN', 'SUM_NOT_EXACT', 'VERSION_CONFLICT', 'WRITTEN_BY_SQL', 'REFUSED_BY_THE_DATABASE', 'LOST']) expect(outcomes.get(code) ?? 0, code).toBeGreaterThan(edits / 2000);
  expect(outcomes.get('ADJUSTED') ?? 0).toBeGreaterThan(0);
  expect(outcomes.get('ADJUSTED_BY_SQL') ?? 0).toBeGreaterThan(edits / 20);
  expect((await world.owner.query('select 1 from allocation')).rowCount).toBeGreaterThan(edits / 4);
});
