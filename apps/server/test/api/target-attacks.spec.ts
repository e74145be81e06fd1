import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeUnit, moveUnit } from '../../src/contexts/ledger/index.ts';
import { opaque } from '../properties/literals.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { changeTargets, divide, give, suggested, targetOf, targetsOf } from './target-support.ts';

/* Targets where many write at once, where a unit moves, and where what was given before is in the way. */

let world: OpenWorld;
const ids = { root: '', d: '', e: '', c1: '', c2: '', c3: '', cell: '' };
const at = { ...ids };
const year = new Date().getUTCFullYear();
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const tomorrow = new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10);

beforeEach(async () => {
  const tree = province('p').account('all', 'STAFF');
  const district = tree.district('d').account('staff', 'STAFF').account('observer', 'OBSERVER');
  const [c1, c2, c3] = ['c1', 'c2', 'c3'].map((code) => district.commune(code));
  const cell = c1!.cell('1');
  c1!.account('commune', 'STAFF');
  const other = tree.district('e').account('neighbour', 'STAFF');
  Object.assign(ids, Object.fromEntries(Object.entries({ root: tree, d: district, e: other, c1: c1!, c2: c2!, c3: c3!, cell }).map(([name, { id }]) => [name, id])));
  for (const name of Object.keys(ids) as (keyof typeof ids)[]) at[name] = opaque('Unit', ids[name]);
  world = await open(tree);
}, 120_000);
afterEach(async () => {
  await world.close();
});

async function given(low = 30, more: object = {}): Promise<string> {
  return (await give(world, 'all', at.d, { low, ...more })).target?.id ?? '';
}

describe('a part that cannot be given', () => {
  test('is told at its line where the unit has the same from the same issuer already, by no allocation or by another', async () => {
    const id = await given(30);
    await give(world, 'staff', at.c1, { low: 7 });
    expect(await divide(world, 'staff', id, { [at.c1]: 20, [at.c2]: 10 })).toMatchObject({ code: 'TARGET_EXISTS', lines: [{ code: 'TARGET_EXISTS', unit: { code: 'p.d.c1' } }] });
    expect(await divide(world, 'staff', id, { [at.c2]: 20, [at.c3]: 10 })).toMatchObject({ isWritten: true });
    // Its own congress asks for more: what is given of that goes to a unit that has nothing of it yet.
    const own = (await give(world, 'staff', at.d, { low: 40 })).target?.id ?? '';
    expect(await divide(world, 'staff', own, { [at.c2]: 40 })).toMatchObject({ code: 'TARGET_EXISTS', lines: [{ unit: { code: 'p.d.c2' } }] });
  });

  test('is set once where two set it at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => give(world, 'all', at.d, { low: 30 })));
    expect(outcomes.filter(({ isWritten }) => isWritten)).toHaveLength(1);
    expect(outcomes.filter(({ code }) => code === 'TARGET_EXISTS')).toHaveLength(5);
  });
});

describe('a rate', () => {
  const rate = { kind: 'RATE', low: 3, base: 'STOCK_AT_YEAR_START' };

  test('is given to units of which none has members yet', async () => {
    const id = await given(3, rate);
    expect(await divide(world, 'staff', id, { [at.c1]: 3, [at.c2]: 3 }, { sumRule: 'NOT_BELOW' })).toMatchObject({ isWritten: true });
    expect(await divide(world, 'staff', id, { [at.c1]: 2, [at.c2]: 3 }, { sumRule: 'NOT_BELOW' })).toMatchObject({ code: 'SUM_BELOW' });
  });

  test('that is taken of another base is so for its parts too, once it is divided again', async () => {
    const id = await given(3, rate);
    await divide(world, 'staff', id, { [at.c1]: 3, [at.c2]: 3 }, { sumRule: 'NOT_BELOW' });
    await changeTargets(world, 'all', 'adjustTarget', { target: id, expectedVersion: 1, kind: 'RATE', low: 3, base: 'STOCK_AT_PERIOD_END', reason: 'đổi mốc', documentNumber: '9-QĐ/TU', issuedOn: `${year}-02-01` });
    expect(await divide(world, 'staff', id, { [at.c1]: 3, [at.c2]: 3 }, { sumRule: 'NOT_BELOW', issuedOn: `${year}-02-02` })).toMatchObject({ isWritten: true });
    const { rows } = await world.owner.query<{ base: string }>('select v.base from target t cross join lateral (select n.base from target_version n where n.target_id = t.id order by n.number desc limit 1) v where t.parent_id is not null');
    expect(rows.map(({ base }) => base)).toEqual(['STOCK_AT_PERIOD_END', 'STOCK_AT_PERIOD_END']);
  });
});

describe('a worksheet', () => {
  test('keeps what is no whole number as it was typed', async () => {
    const id = await given(30);
    const reserve = { low: 2.5, high: 1e12 };
    expect(await changeTargets(world, 'staff', 'saveAllocationDraft', { target: id, sumRule: 'WITH_RESERVE', reserve, lines: [{ unit: at.c1, low: 0.25 }] })).toMatchObject({ isWritten: false });
    expect((await targetOf(world, 'staff', id))?.draft).toMatchObject({ reserve, lines: [{ low: 0.25 }] });
  });
});

describe('a unit with targets that moves', () => {
  async function move(unit: string, to: string): Promise<void> {
    expect(await world.write('all', async (transaction) => await moveUnit(transaction, { unitId: unit, newParentId: to, on: today }))).toEqual({});
  }
  async function allowUnderItself(unit: string): Promise<void> {
    await world.owner.query('insert into unit_kind_parent (configuration, child_kind, parent_kind) select configuration, kind, kind from unit where id = $1 on conflict do nothing', [unit]);
  }
  async function positions(): Promise<unknown[]> {
    const { rows } = await world.owner.query(
      `select 1 from target t join unit u on u.id = t.unit_id join unit i on i.id = t.issuer_id where t.position <> u.lo or t.issuer_position <> i.lo
       union all select 1 from target_version v join unit u on u.id = v.unit_id where v.position <> u.lo
       union all select 1 from allocation a join unit u on u.id = a.unit_id where a.position <> u.lo
       union all select 1 from allocation_draft a join unit u on u.id = a.unit_id where a.position <> u.lo
       union all select 1 from locality a join unit u on u.id = a.unit_id where a.position <> u.lo`,
    );
    return rows;
  }

  test('takes them along, whatever hangs below and above it', async () => {
    const id = await given(30);
    await divide(world, 'staff', id, { [at.c1]: 20, [at.c2]: 10 });
    const part = (await targetsOf(world, 'commune', at.c1))[0]!;
    await divide(world, 'commune', part.id, { [at.cell]: 20 });
    await changeTargets(world, 'commune', 'saveAllocationDraft', { target: part.id, sumRule: 'EXACTLY', lines: [] });
    await world.owner.query(`insert into locality (unit_id, position, name, since, recorder_name) select id, lo, 'Thôn', '2015-01-01', 'Ai đó' from unit where id = $1`, [ids.c1]);
    await move(ids.c1, ids.e);
    expect(await positions()).toEqual([]);
    expect(await targetsOf(world, 'neighbour', at.c1)).toMatchObject([{ low: 20, issuer: null, whole: null, viewerCanAdjust: { because: 'NOT_YOUR_BODY' } }]);
    expect(await targetOf(world, 'staff', part.id)).toBeNull();
    expect(await targetOf(world, 'commune', part.id)).toMatchObject({ allocation: { sums: { holds: true } }, parts: [{ low: 20 }] });
    // Then what it hung under moves, and what it hangs under by now.
    await allowUnderItself(ids.d);
    await move(ids.d, ids.e);
    expect(await positions()).toEqual([]);
    expect(await targetOf(world, 'neighbour', id)).toMatchObject({ low: 30 });
  });

  test('is told in no worksheet of the unit that it left, as little as one that was never there', async () => {
    const id = await given(30);
    const lines = [{ unit: at.c1, low: 20, note: 'đi' }, { unit: at.c2, low: 10 }, { unit: at.e, low: 1 }, { unit: opaque('Unit', '00000000-0000-4000-8000-000000000000'), low: 1 }];
    await changeTargets(world, 'staff', 'saveAllocationDraft', { target: id, sumRule: 'EXACTLY', lines });
    const told = async (account: string) => (await targetOf(world, account, id))?.draft?.lines.map(({ unit }) => unit);
    expect(await told('staff')).toEqual([at.c1, at.c2]);
    await move(ids.c1, ids.e);
    expect(await told('staff')).toEqual([at.c2]);
    expect(await told('all')).toEqual([at.c1, at.c2, at.e]);
  });

  test('leaves what it was given in the sum of the unit that gave it, which divides the rest anew', async () => {
    const id = await given(30);
    await divide(world, 'staff', id, { [at.c1]: 20, [at.c2]: 10 });
    await move(ids.c1, ids.e);
    expect(await targetOf(world, 'staff', id)).toMatchObject({ allocation: { sums: { allocated: { low: 30 }, holds: true } }, parts: [{ low: 10 }] });
    expect((await targetOf(world, 'staff', id))?.allocation?.sums.elsewhere).toEqual([{ low: 20, high: 20, weight: null }]);
    expect(Object.values(await suggested(world, 'staff', id, 'EQUAL')).reduce((sum: number, low) => sum + Number(low), 0)).toBe(10);
    expect(await divide(world, 'staff', id, { [at.c2]: 30 })).toMatchObject({ code: 'SUM_NOT_EXACT', sums: { allocated: { low: 50 } } });
    expect(await divide(world, 'staff', id, { [at.c2]: 4, [at.c3]: 6 })).toMatchObject({ isWritten: true, sums: { allocated: { low: 30 }, holds: true } });
  });

  test.each(['neighbour', 'all'])('and ends there, by %s, leaves what it was given in the sum of the unit that gave it', async (account) => {
    const id = await given(30);
    await divide(world, 'staff', id, { [at.c3]: 20, [at.c2]: 10 });
    await move(ids.c3, ids.e);
    expect(await world.write(account, async (transaction) => await closeUnit(transaction, { unitId: ids.c3, on: tomorrow, successorIds: [ids.e] }))).toEqual({});
    expect(await targetOf(world, 'staff', id)).toMatchObject({ allocation: { number: 1, sums: { allocated: { low: 30 }, holds: true } } });
    expect(await targetsOf(world, 'neighbour', at.c3)).toMatchObject([{ state: 'CLOSED', low: 20 }]);
    expect(await divide(world, 'staff', id, { [at.c2]: 4, [at.c1]: 6 })).toMatchObject({ isWritten: true, sums: { allocated: { low: 30 }, holds: true } });
  });

  test('deeper below the same unit is not asked for in its worksheet any more', async () => {
    const id = await given(30);
    await divide(world, 'staff', id, { [at.cell]: 1 });
    await divide(world, 'staff', id, { [at.c1]: 20, [at.c2]: 10 });
    await allowUnderItself(ids.c1);
    await move(ids.c1, ids.c2);
    expect(await divide(world, 'staff', id, { [at.c2]: 5, [at.c3]: 5 })).toMatchObject({ isWritten: true, sums: { allocated: { low: 30 } } });
  });
});

describe('the database', () => {
  test('holds a sum against writers who look at an older state', async () => {
    const id = await given(30);
    await divide(world, 'staff', id, { [at.c1]: 20, [at.c2]: 15 }, { sumRule: 'NOT_BELOW' });
    const lower = async (client: pg.Client, unit: string, to: number) => {
      await client.query(
        `insert into target_version (target_id, unit_id, position, number, kind, low, high, allocation_id, issued_on, reason, recorder_name)
         select t.id, t.unit_id, t.position, 2, 'EXACT', $2, $2, v.allocation_id, current_date, 'x', 'x' from target t join target_version v on v.target_id = t.id where t.unit_id = $1`,
        [unit, to],
      );
    };
    const [one, other] = [new pg.Client(world.database.appUrl), new pg.Client(world.database.appUrl)];
    const outcomes: string[] = [];
    for (const client of [one, other]) {
      await client.connect();
      await client.query('begin isolation level repeatable read');
      await client.query('select app.enter($1)', [credentialOf(secretOf('staff'))]);
    }
    for (const [client, unit, to] of [[one, ids.c1, 15], [other, ids.c2, 10]] as const) {
      try {
        await lower(client, unit, to);
        await client.query('commit');
        outcomes.push('WRITTEN');
      } catch (error) {
        outcomes.push((error as { constraint?: string }).constraint ?? String(error));
      }
      await client.end();
    }
    const { rows } = await world.owner.query<{ sum: number }>('select sum(v.low)::int as sum from target t cross join lateral (select n.low from target_version n where n.target_id = t.id order by n.number desc limit 1) v where t.parent_id is not null');
    expect(rows[0]?.sum, outcomes.join(' ')).toBeGreaterThanOrEqual(30);
  });

  test('lets nobody close a target whose unit has not ended', async () => {
    await given(30);
    await expect(world.write('staff', async (transaction) => await transaction.query(`update target set closed_on = current_date, closed_result = 0 returning 1`))).rejects.toThrow(/row-level security/);
  });
});
